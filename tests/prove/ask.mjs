// Is each mutant of a program noticed by its tests?
import { spawn } from "node:child_process";
import { Refusal } from "../../www/tool/say.mjs";

/** @typedef {import("./switches.mjs").Mutant} Mutant */

/**
 * @param {string[]} programs files of tests
 * @param {string} folder where they run
 * @param {Mutant[]} mutants
 * @param {{ skipped: string[], seconds: number }} tests
 *   skipped: those that are not asked; seconds: of the processor, far over what they take
 * @param {number} jobs
 * @returns {Promise<Mutant[]>} those that no test noticed
 */
export async function askAll(programs, folder, mutants, { skipped, seconds }, jobs) {
  const noticed = async (/** @type {number} */ id) => {
    for (const program of programs) if (await fails(program, skipped, seconds, folder, id)) return true;
    return false;
  };
  if (mutants.length > 0 && (await noticed(0))) throw new Refusal("The tests fail before anything is changed.");
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
 * @param {number} seconds
 * @param {string} folder
 * @param {number} id 0: the original
 * @returns {Promise<boolean>}
 */
function fails(program, skipped, seconds, folder, id) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, MUTANT: String(id), RUST_BACKTRACE: "0", CARGO_MANIFEST_DIR: folder };
    // Of the processor's time, so that a busy machine does not speak for a mutant. One that never ends may also fill the memory.
    const limited = `ulimit -t ${seconds}; ulimit -v 4194304; exec "$0" "$@"`;
    const args = ["-c", limited, program, "--test-threads=1", ...skipped.flatMap((name) => ["--skip", name])];
    const child = spawn("sh", args, { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
    child.stdout.on("data", (text) => /\.\.\. FAILED/.test(text) && child.kill("SIGKILL"));
    child.on("error", reject);
    child.on("close", (code) => resolve(code !== 0));
  });
}
