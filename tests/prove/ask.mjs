// Is each mutant of a program noticed by its tests?
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { Refusal } from "../../www/tool/say.mjs";

/** @typedef {import("./switches.mjs").Mutant} Mutant */

/** Milliseconds, and how often the time that the original takes: a mutant that needs more does not end. */
const LEAST_PATIENCE = 10_000;
const PATIENCE = 6;

/**
 * @param {string[]} programs files of tests
 * @param {string} folder where they run
 * @param {Mutant[]} mutants
 * @param {string[]} skipped tests that are not asked
 * @param {number} jobs
 * @returns {Promise<Mutant[]>} those that no test noticed
 */
export async function askAll(programs, folder, mutants, skipped, jobs) {
  let patience = 1 << 30;
  const noticed = async (/** @type {number} */ id) => {
    for (const program of programs) if (await fails(program, skipped, folder, id, patience)) return true;
    return false;
  };
  const begun = performance.now();
  if (mutants.length > 0 && (await noticed(0))) throw new Refusal("The tests fail before anything is changed.");
  patience = Math.max(LEAST_PATIENCE, PATIENCE * (performance.now() - begun));
  const waiting = [...mutants];
  /** @type {Mutant[]} */
  const missed = [];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) if (!(await noticed(one.id))) missed.push(one);
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return missed.sort((a, b) => a.id - b.id);
}

/**
 * The first test that fails is enough; so is a crash, and an end that does not come.
 * @param {string} program
 * @param {string[]} skipped
 * @param {string} folder
 * @param {number} id 0: the original
 * @param {number} patience
 * @returns {Promise<boolean>}
 */
function fails(program, skipped, folder, id, patience) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, MUTANT: String(id), RUST_BACKTRACE: "0", CARGO_MANIFEST_DIR: folder };
    // A mutant that never ends may also fill the memory.
    const args = ["-c", 'ulimit -v 4194304; exec "$0" "$@"', program, "--test-threads=1", ...skipped.flatMap((name) => ["--skip", name])];
    const child = spawn("sh", args, { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
    const timer = setTimeout(() => child.kill("SIGKILL"), patience);
    child.stdout.on("data", (text) => /\.\.\. FAILED/.test(text) && child.kill("SIGKILL"));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });
}
