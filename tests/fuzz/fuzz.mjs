// `npm run fuzz`: every target with all of its runs (hours), and the table in the READMEs.
// `npm run fuzz -- --share 0.05`: every target with that share of its runs, told in the table as run.
// `npm run fuzz -- --only entry,pack --runs 100000`: some of it, for a minute; `-- --keep` puts what it learnt into tests/fuzz/corpus.
// What is found lies in target/fuzz-runs/<target>/finds; `target/fuzz/…/release/<target> <file>` runs it again.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { makeDist } from "../../www/tool/dist.mjs";
import { writeFigures } from "../../www/tool/figures.mjs";
import { onPath, root, tools } from "../../www/tool/places.mjs";
import { main, Refusal, run, say, step } from "../../www/tool/say.mjs";
import { cargoTool } from "../../www/tool/setup.mjs";
import { pack, unpack } from "./corpus.mjs";
import { table } from "./table.mjs";
import { BOUNDARY, TARGETS } from "./targets.mjs";

const CARGO_FUZZ = "0.13.2";
const here = join(root, "tests", "fuzz");
const built = join(root, "target", "fuzz");
const runs = join(root, "target", "fuzz-runs");
/** No input may take longer, and no run may need more. */
const LIMITS = ["-timeout=1", "-rss_limit_mb=256"];
const MINUTE = 60_000;

/** @typedef {{ name: string, runs: number, seconds: number, finds: number, mebibytes: number }} Figures */

async function fuzz() {
  const { only, wanted, share, keep } = chosen(process.argv.slice(2));
  const targets = TARGETS.filter(({ name }) => only.includes(name));
  if (targets.length > 0) await prepare();
  /** @type {Figures[]} */
  const figures = [];
  for (const target of targets) {
    figures.push(await fuzzTarget(target, wanted ?? target.runs * share));
    if (keep) await step(`${target.name}: the corpus, reduced`, () => keepCorpus(target));
  }
  if (only.includes(BOUNDARY.name)) figures.push(await boundary(wanted ?? BOUNDARY.runs * share));
  const isWhole = wanted === undefined && only.length === TARGETS.length + 1;
  if (isWhole) writeFigures("fuzz", table(figures));
  const found = figures.filter(({ finds }) => finds > 0).map(({ name }) => name);
  if (found.length > 0) throw new Refusal(`Something was found: ${found.join(", ")}. The inputs are in ${runs}.`);
}

/** @param {string[]} words */
function chosen(words) {
  const after = (/** @type {string} */ name) => (words.includes(name) ? words[words.indexOf(name) + 1] ?? "" : undefined);
  const all = [...TARGETS, BOUNDARY].map(({ name }) => name);
  const only = after("--only")?.split(",") ?? all;
  const wanted = after("--runs");
  if (!only.every((name) => all.includes(name))) throw new Refusal(`--only takes some of: ${all.join(",")}.`);
  if (wanted !== undefined && !(Number(wanted) >= 1)) throw new Refusal("--runs takes a number, such as 100000.");
  const share = Number(after("--share") ?? 1);
  if (!(share > 0 && share <= 1)) throw new Refusal("--share takes a number up to 1, such as 0.05.");
  return { only, share, wanted: wanted === undefined ? undefined : Number(wanted), keep: words.includes("--keep") };
}

async function prepare() {
  if (!onPath("c++", "g++", "clang++")) throw new Refusal("libFuzzer is C++: on Debian, apt-get install g++");
  await step("cargo-fuzz", () => cargoTool("cargo-fuzz", CARGO_FUZZ, ["--locked"]));
  await step("The targets", buildTargets);
}

/** The crate has no unsafe code, so nothing is lost without a sanitizer, and a stable compiler will do. */
async function buildTargets() {
  const flags = ["build", "--fuzz-dir", here, "--sanitizer", "none", "--release", "--no-trace-compares"];
  const env = { ...process.env, CARGO_TARGET_DIR: built };
  await run(join(tools, "bin", "cargo-fuzz"), flags, { cwd: here, env, label: "cargo fuzz build" });
}

/** @param {string} name */
async function program(name) {
  const host = /host: (\S+)/.exec(await run("rustc", ["-vV"], { cwd: root }))?.[1] ?? "";
  return join(built, host, "release", name);
}

/**
 * On every processor a worker; they read each other's inputs from the folder that they share.
 * @param {import("./targets.mjs").Target} target
 * @param {number} count
 * @returns {Promise<Figures>}
 */
async function fuzzTarget(target, count) {
  const folder = join(runs, target.name);
  const [corpus, finds] = [join(folder, "corpus"), join(folder, "finds")];
  rmSync(finds, { recursive: true, force: true });
  mkdirSync(finds, { recursive: true });
  unpack(keptFile(target), corpus);
  const workers = count < 10_000 ? 1 : availableParallelism();
  const begun = performance.now();
  const command = await program(target.name);
  const usual = [corpus, `-runs=${Math.ceil(count / workers)}`, `-artifact_prefix=${finds}/`, ...flagsOf(target)];
  const seeds = Array.from({ length: workers }, (_, place) => place + 1);
  const ended = await Promise.all(seeds.map((seed) => worker(command, [...usual, `-seed=${seed}`], join(folder, `${seed}.log`))));
  return told({
    name: target.name,
    runs: ended.reduce((sum, one) => sum + one.runs, 0),
    seconds: (performance.now() - begun) / 1000,
    finds: Math.max(readdirSync(finds).length, ended.filter((one) => one.failed).length),
    mebibytes: Math.max(...ended.map((one) => one.mebibytes)),
  });
}

/** @param {import("./targets.mjs").Target} target */
function flagsOf(target) {
  const dictionary = join(here, "dict", `${target.name}.dict`);
  const words = existsSync(dictionary) ? [`-dict=${dictionary}`] : [];
  return [`-max_len=${target.longest}`, "-reduce_inputs=0", "-print_final_stats=1", ...LIMITS, ...words];
}

/**
 * @param {string} command
 * @param {string[]} flags
 * @param {string} log
 * @returns {Promise<{ runs: number, mebibytes: number, failed: boolean }>}
 */
function worker(command, flags, log) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, flags, { stdio: ["ignore", "ignore", "pipe"] });
    const file = createWriteStream(log);
    let tail = "";
    child.stderr.on("data", (/** @type {Buffer} */ chunk) => {
      file.write(chunk);
      tail = (tail + chunk).slice(-4000);
    });
    const pulse = setInterval(() => say(`    … ${tail.trimEnd().split("\n").pop()?.slice(0, 100)}`), MINUTE);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(pulse);
      file.end();
      const figure = (/** @type {string} */ name) => Number(new RegExp(`stat::${name}:\\s+(\\d+)`).exec(tail)?.[1] ?? 0);
      if (code !== 0) say(`${tail}\n  See ${log}`);
      resolve({ runs: figure("number_of_executed_units"), mebibytes: figure("peak_rss_mb"), failed: code !== 0 });
    });
  });
}

/** @param {Figures} figures */
function told(figures) {
  const { name, seconds, finds, mebibytes } = figures;
  const rate = Math.round(figures.runs / Math.max(seconds, 0.001));
  say(`  ${name.padEnd(10)} ${figures.runs} runs in ${Math.round(seconds)} s, ${rate} a second, ${finds} found, ${mebibytes} MiB`);
  return figures;
}

/** @param {import("./targets.mjs").Target} target */
const keptFile = ({ name }) => join(here, "corpus", `${name}.txt`);

/** The fewest inputs that reach what all of them reach. @param {import("./targets.mjs").Target} target */
async function keepCorpus(target) {
  const reduced = join(runs, target.name, "reduced");
  rmSync(reduced, { recursive: true, force: true });
  mkdirSync(reduced, { recursive: true });
  const flags = ["-set_cover_merge=1", `-max_len=${target.longest}`, reduced, join(runs, target.name, "corpus")];
  await run(await program(target.name), flags, { label: "merge" });
  return `${pack(reduced, keptFile(target))} inputs`;
}

/** @param {number} count @returns {Promise<Figures>} */
async function boundary(count) {
  await makeDist();
  const begun = performance.now();
  const answer = await run(process.execPath, [join(here, "boundary.mjs"), "--calls", String(count)], { label: BOUNDARY.name });
  const { calls, finds, mebibytes } = JSON.parse(answer.trim().split("\n").pop() ?? "{}");
  return told({ name: BOUNDARY.name, runs: calls, seconds: (performance.now() - begun) / 1000, finds, mebibytes });
}

await main(import.meta.url, fuzz);
