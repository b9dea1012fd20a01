// Is each mutant of a program noticed by its tests?
import { spawn } from "node:child_process";
import { Refusal } from "../../www/tool/say.mjs";
import { LEFT_OUT } from "./rooms.mjs";

/** @typedef {import("./switches.mjs").Mutant} Mutant */

/** Seconds; see PATIENCE in mutation.mjs. */
const PATIENCE = 60;

/**
 * @param {string} program a file of tests
 * @param {string} folder where they run
 * @param {Mutant[]} mutants
 * @param {number} jobs
 * @returns {Promise<Mutant[]>} those that no test noticed
 */
export async function askAll(program, folder, mutants, jobs) {
  if (mutants.length > 0 && (await noticed(program, folder, 0))) throw new Refusal("The tests fail before anything is changed.");
  const waiting = [...mutants];
  /** @type {Mutant[]} */
  const missed = [];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) if (!(await noticed(program, folder, one.id))) missed.push(one);
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return missed.sort((a, b) => a.id - b.id);
}

/**
 * The first test that fails is enough; so is a crash, and an end that does not come.
 * @param {string} program
 * @param {string} folder
 * @param {number} id 0: the original
 * @returns {Promise<boolean>}
 */
function noticed(program, folder, id) {
  return new Promise((resolve, reject) => {
    const skipped = LEFT_OUT.flatMap((name) => ["--skip", name]);
    const env = { ...process.env, MUTANT: String(id), RUST_BACKTRACE: "0", CARGO_MANIFEST_DIR: folder };
    const child = spawn(program, ["--test-threads=1", ...skipped], { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE * 1000);
    child.stdout.on("data", (text) => /\.\.\. FAILED/.test(text) && child.kill("SIGKILL"));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });
}
