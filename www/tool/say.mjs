// What the scripts tell the person who waits: one line a step, a sign of life on what is slow, and all of the output only where a step failed.
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const SIGN_OF_LIFE = 5000;
const KEPT_LINES = 80;

/** A step that failed for a reason the person can act on: its message says what to do, so no stack is shown. */
export class Refusal extends Error {}

/** @param {string} text */
export const say = (text) => void process.stdout.write(`${text}\n`);

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Does one named step and says how long it took; a step may return a few words to add to its line.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const begun = performance.now();
  const result = await work();
  const words = typeof result === "string" ? `  ${result}` : "";
  say(`  ${name.padEnd(46)} ${seconds(performance.now() - begun).padStart(7)}${words}`);
  return result;
}

/**
 * Runs a program to its end and returns what it printed.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, label?: string, hint?: string, loud?: boolean }} [options]
 *   label: named in the signs of life; hint: what to do where it fails; loud: its output is shown as it comes
 * @returns {Promise<string>}
 */
export function run(program, args, options = {}) {
  const { cwd, env = process.env, label = program, hint, loud = false } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: loud ? "inherit" : ["ignore", "pipe", "pipe"] });
    const output = collect(child, label);
    child.on("error", (error) => {
      output.stop();
      reject(new Refusal(explain(`${program} could not be started (${error.message}).`, "", hint)));
    });
    child.on("close", (code) => {
      output.stop();
      if (code === 0) return resolve(output.text());
      const command = [program, ...args].join(" ");
      reject(new Refusal(explain(`This command ended with code ${code}: ${command}`, output.tail(), hint)));
    });
  });
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} label
 */
function collect(child, label) {
  let all = "";
  let last = "";
  const take = (/** @type {Buffer} */ chunk) => {
    all += chunk;
    last = all.slice(-2000).trimEnd().split(/[\r\n]/).pop()?.trim() ?? "";
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const begun = performance.now();
  const alive = () => say(`    … ${label}, ${Math.round((performance.now() - begun) / 1000)} s${last && `: ${last.slice(0, 90)}`}`);
  const timer = child.stdout ? setInterval(alive, SIGN_OF_LIFE) : undefined;
  return {
    stop: () => clearInterval(timer),
    text: () => all,
    tail: () => all.trimEnd().split("\n").slice(-KEPT_LINES).join("\n"),
  };
}

/**
 * @param {string} what
 * @param {string} output
 * @param {string} [hint]
 */
function explain(what, output, hint) {
  return [output, what, hint && `What to do: ${hint}`].filter(Boolean).join("\n");
}

/**
 * Runs a script's main function where the script itself was started and not imported: a refusal is told in words,
 * anything else with its stack; both end with code 1.
 * @param {string} url the script's `import.meta.url`
 * @param {() => Promise<unknown>} work
 */
export async function main(url, work) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  try {
    await work();
  } catch (error) {
    const told = error instanceof Refusal ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${told}\n`);
    process.exitCode = 1;
  }
}
