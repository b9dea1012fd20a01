// The wasm engine of this page: one instance, a spare one for the moment after a trap, nothing else.
// The only file that imports the generated package.

import { newDoor } from "./wasm/door.js";
import { warnOnce } from "./warn.js";

/** @typedef {import("./wasm/door.js").Door} Door */
/**
 * What a session answers to. Numbers that are no field or count say where in memory the answer lies: see mail.js.
 * @typedef {object} WasmSession
 * @property {(bytes: number) => number} textRoom
 * @property {(words: number) => number} wordRoom
 * @property {(field: number, bytes: number) => number} set
 * @property {(count: number) => number} setMany
 * @property {() => number} report
 * @property {(id: string) => number} explain
 * @property {(rule: string, reason: string) => number} justify
 * @property {() => void} free
 */
/**
 * @typedef {object} WasmPack
 * @property {() => number} info
 * @property {() => number} tables
 * @property {(bytes: number) => number} textRoom
 * @property {(bytes: number, metrics: boolean) => number} check
 * @property {(options: { present?: string[], values: [string, string][], prior: [string, string][], locale?: string }) => WasmSession} open
 * @property {() => void} free
 */

/** @type {Door | null} */
let door = null;
/** @type {Door | null} */
let spare = null;
/** @type {Promise<void> | null} */
let starting = null;
let generation = 0;

/** Loads the engine once for the page; a failed start may be tried again. @returns {Promise<void>} */
export function start() {
  if (!starting) {
    starting = newDoor().then(begin);
    starting.catch(() => (starting = null));
  }
  return starting;
}

/** @param {Door} made */
function begin(made) {
  door = made;
  // Not before the first report: somebody waits for that.
  setTimeout(prepareSpare);
}

// Old browsers instantiate asynchronously only, while a keystroke wants its answer now: hence one in store.
function prepareSpare() {
  newDoor().then(store, (error) => warnOnce("no second engine could be made.", error));
}

/** @param {Door} made */
function store(made) {
  if (door) spare = made;
  else begin(made);
}

/** The engine of now. @returns {Door} */
export function engine() {
  if (door) return door;
  // The spare one could not be made in time, or at all: one more try, for the next question.
  starting = null;
  start().catch((error) => warnOnce("no engine could be made.", error));
  throw new Error("The engine is not ready.");
}

/** Which instance this is: what was made in another one is gone. */
export function epoch() {
  return generation;
}

/** @param {unknown} error */
export function isTrap(error) {
  // A stack overflow inside wasm is a RangeError in Chromium and an InternalError in Firefox.
  const name = error instanceof Error ? error.name : "";
  return error instanceof WebAssembly.RuntimeError || name === "RangeError" || name === "InternalError";
}

/** Throws the instance away and takes the spare one. @param {unknown} error the trap */
export function rescue(error) {
  warnOnce("the engine stopped and was started anew.", error);
  if (door) door.retire();
  door = spare;
  spare = null;
  generation += 1;
  prepareSpare();
}
