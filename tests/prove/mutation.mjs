// Would the tests notice? cargo-mutants lists the mutants: one operator, constant or branch changed at a time. All of them are
// built into one program, which is told by number which one to be; those that can't be are built one by one by cargo-mutants.
// What the tests let through must be caught by a new case, or stand in survivors.md with the reason why no test can tell it from
// the original.
import { mkdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { cache, root, toolEnv } from "../../www/tool/places.mjs";
import { run, say, step } from "../../www/tool/say.mjs";
import { cargoTool } from "../../www/tool/setup.mjs";
import { askAll } from "./ask.mjs";
import { buildWithAll } from "./program.mjs";
import { LATER, LEFT_OUT, ROOMS, WIDE } from "./rooms.mjs";
import { explained } from "./survivors.mjs";
import { withTree } from "./tree.mjs";

/** @typedef {import("./rooms.mjs").Room} Room */
/** @typedef {import("./switches.mjs").Mutant} Mutant */
/** @typedef {{ room: string, mutants: number, caught: number, explained: number, open: string[] }} Tally mutants: those that compile */

const VERSION = "27.1.0";
/** The program of the tests that stand in `src/`, by the name of the library. */
const UNIT_TESTS = "tianbao";
/** Seconds, far over what the tests take: a mutant that never ends is caught by it, and none is because a machine is busy. */
const PATIENCE = 60;

/**
 * @param {{ jobs?: number, rooms?: string[] }} [options]
 * @returns {Promise<Tally[]>}
 */
export async function mutation({ jobs = availableParallelism(), rooms = ROOMS.map(({ name }) => name) } = {}) {
  await step("cargo-mutants", () => cargoTool("cargo-mutants", VERSION, ["--locked"]));
  const chosen = ROOMS.filter(({ name }) => rooms.includes(name));
  const programs = Object.fromEntries([...chosen.map(({ name, quick }) => [`quick_${name}`, quick]), ["wide", WIDE]]);
  const lists = await withTree(programs, async (folder) => Promise.all(chosen.map((room) => listed(folder, room))));
  lists.flat().forEach((mutant, place) => Object.assign(mutant, { id: place + 1 }));
  const together = await withTree(programs, (folder) => askTogether(folder, chosen, lists, jobs));
  const rest = together.flatMap(({ outside }) => outside);
  const alone = await withTree(programs, (folder) => oneByOne(folder, rest, jobs));
  return chosen.map((room, place) => tally(room.name, together[place], alone));
}

/** @param {string} folder @param {Room} room @returns {Promise<Mutant[]>} */
async function listed(folder, room) {
  const files = room.files.flatMap((glob) => ["-f", glob]);
  return JSON.parse(await run("cargo", ["mutants", "--list", "--json", ...files], { cwd: folder, env: environment() }));
}

/**
 * @param {string} folder
 * @param {Room[]} rooms
 * @param {Mutant[][]} lists
 * @param {number} jobs
 */
async function askTogether(folder, rooms, lists, jobs) {
  const build = () => buildWithAll(folder, lists.flat(), environment("1"));
  const { inside, outside, programs } = await step("One program with all mutants", build);
  const results = [];
  for (const [place, room] of rooms.entries()) {
    const mine = inside.filter((one) => lists[place].includes(one));
    const tests = [`quick_${room.name}`, UNIT_TESTS].map((name) => programs.get(name) ?? "");
    const quick = () => askAll(tests, folder, mine, { skipped: [...LEFT_OUT, ...LATER], seconds: 10 }, jobs);
    const first = await step(`Mutants of ${room.name}: ${mine.length}`, quick);
    const wide = () => askAll([programs.get("wide") ?? ""], folder, first, { skipped: LEFT_OUT, seconds: 90 }, jobs);
    const missed = await step(`What they let through: ${first.length}`, wide);
    for (const { name } of missed) say(`    ${name}`);
    results.push({ mutants: mine.length, missed, outside: outside.filter((one) => lists[place].includes(one)) });
  }
  return results;
}

/**
 * @param {string} folder
 * @param {Mutant[]} mutants
 * @param {number} jobs
 * @returns {Promise<Map<string, string>>} name → what cargo-mutants calls its end
 */
async function oneByOne(folder, mutants, jobs) {
  if (mutants.length === 0) return new Map();
  const output = join(cache, "mutants");
  mkdirSync(output, { recursive: true });
  const names = mutants.flatMap(({ name }) => ["-F", `^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`]);
  const files = [...new Set(mutants.map(({ file }) => file))].flatMap((file) => ["-f", file]);
  const options = ["--jobs", String(jobs), "--timeout", String(PATIENCE), "--output", output, "--colors", "never", "--gitignore=false"];
  const skipped = LEFT_OUT.flatMap((name) => ["--skip", name]);
  const args = ["mutants", ...names, ...files, ...options, "--cargo-arg=--test=wide", "--cargo-arg=--lib", "--", "--", ...skipped];
  const asked = run("cargo", args, { cwd: folder, env: environment(), label: "one by one" }).catch(ifMissed);
  await step(`One by one: ${mutants.length}`, () => asked.then(() => undefined));
  /** @type {{ outcomes: { summary: string, scenario: "Baseline" | { Mutant: Mutant } }[] }} */
  const { outcomes } = JSON.parse(readFileSync(join(output, "mutants.out", "outcomes.json"), "utf8"));
  return new Map(outcomes.flatMap(({ summary, scenario }) => (scenario === "Baseline" ? [] : [[scenario.Mutant.name, summary]])));
}

/** Codes 2 and 3 say that mutants were missed or ran out of time, which is what we ask. @param {Error} error */
function ifMissed(error) {
  if (!/ended with code [23]\b/.test(error.message)) throw error;
}

/** @param {string} level of optimisation: built once and run a thousand times, or the other way about */
const environment = (level = "0") => ({
  ...toolEnv(),
  CARGO_TARGET_DIR: undefined,
  CARGO_PROFILE_TEST_DEBUG: "0",
  CARGO_PROFILE_TEST_OPT_LEVEL: level,
});

/**
 * @param {string} room
 * @param {{ mutants: number, missed: Mutant[], outside: Mutant[] }} together
 * @param {Map<string, string>} alone
 * @returns {Tally}
 */
function tally(room, together, alone) {
  const viable = together.outside.filter(({ name }) => alone.get(name) !== "Unviable");
  const survivors = [...together.missed, ...viable.filter(({ name }) => alone.get(name) === "MissedMutant")].map(survivor);
  const known = explained(readFileSync(join(root, "tests", "prove", "survivors.md"), "utf8"));
  const open = survivors.filter((one) => !known.has(one));
  const mutants = together.mutants + viable.length;
  return { room, mutants, caught: mutants - survivors.length, explained: survivors.length - open.length, open };
}

/**
 * A mutant's name without its line, which moves, but with the text of it: `file: what, column 8: source`.
 * @param {Mutant} mutant
 */
function survivor({ name, file, span: { start } }) {
  const source = readFileSync(join(root, file), "utf8").split("\n")[start.line - 1].trim();
  return `${file}: ${name.replace(/^.*?:\d+:\d+: /, "")}, column ${start.column}: ${source}`;
}
