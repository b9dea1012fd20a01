// A program that is told what to do by lines of JSON and answers each by one.
import { createInterface } from "node:readline";
import { inTurn } from "./user.mjs";

/**
 * @param {import("node:child_process").ChildProcessWithoutNullStreams} child
 * @param {(line: any) => boolean} [other] takes a line that answers nothing, such as what a page's console says
 */
export function talk(child, other = () => false) {
  let errors = "";
  child.stderr.on("data", (data) => (errors += data));
  /** @type {(answer: any) => void} */
  let answered = () => {};
  createInterface(child.stdout).on("line", (line) => {
    const told = JSON.parse(line);
    if (!other(told)) answered(told);
  });
  const ended = new Promise((_, reject) => child.once("exit", () => reject(new Error(`The browser ended:\n${errors}`))));
  // Also while nobody asks.
  ended.catch(() => {});
  /** @returns {Promise<any>} */
  const next = () => Promise.race([ended, new Promise((resolve) => (answered = resolve))]);
  const ask = inTurn(async (/** @type {object} */ order) => {
    const answer = next();
    child.stdin.write(`${JSON.stringify(order)}\n`);
    return (await answer).value;
  });
  return { ask, next };
}

/** The keyboard of such a program. @param {(order: object) => Promise<any>} ask */
export const keyboard = (ask) => ({
  type: (/** @type {string} */ text) => ask({ do: "type", text }),
  press: (/** @type {string} */ key, { shift = false, ctrl = false } = {}) => ask({ do: "press", key, shift, ctrl }),
});
