// `npm test`: every test there is, one stage after the other, each with its time; the first that fails ends it.
// `npm test -- --only rust` (or packs, wasm, dist, types, stacks, node, browser) runs one stage, with what it needs.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { wasmCrate } from "./crate.mjs";
import { makeDist } from "./dist.mjs";
import { modules, root, toolEnv, tools, www } from "./places.mjs";
import { main, Refusal, run, say, step } from "./say.mjs";
import { setup } from "./setup.mjs";

const WASM = ["--target", "wasm32-unknown-unknown"];
const STRICT = ["--", "-D", "warnings"];

/** @type {Record<string, () => Promise<void>>} in the order in which they run */
const STAGES = { rust, packs, wasm, dist: () => makeDist(), types, stacks, node: () => nodeTests("tests"), browser: () => nodeTests("tests/browser") };
/** These look at what is shipped. */
const ON_DIST = ["types", "stacks", "node", "browser"];
/** Each goes through the pages of all stacks, several browsers at a time: beside others they would wait for the machine. */
const ALONE = ["stacks.test.mjs", "writing.test.mjs"];

async function test() {
  const only = chosen(process.argv.slice(2));
  await setup({ tests: true });
  if (only) return runOnly(only);
  for (const name of ["rust", "packs", "wasm", "dist", "types", "stacks"]) await runStage(name);
  say("Stages: node, browser");
  await nodeTests("tests", "tests/browser");
}

/** @param {string[]} words */
function chosen(words) {
  if (words.length === 0) return undefined;
  const name = words[0] === "--only" ? words[1] : words[0].replace(/^--only=/, "");
  if (Object.hasOwn(STAGES, name)) return name;
  throw new Refusal(`npm test -- --only takes one of: ${Object.keys(STAGES).join(", ")}.`);
}

/** @param {string} name */
async function runOnly(name) {
  if (ON_DIST.includes(name)) await runStage("dist");
  await runStage(name);
}

/** @param {string} name */
async function runStage(name) {
  say(`Stage: ${name}`);
  await STAGES[name]();
}

async function rust() {
  await command("Format", "cargo", ["fmt", "--check"]);
  await command("Lints, native", "cargo", ["clippy", "--all-targets", ...STRICT]);
  await command("Lints, wasm", "cargo", ["clippy", "--lib", ...WASM, ...STRICT]);
  await command("Documentation", "cargo", ["doc", "--no-deps"]);
  await command("Tests, native", "cargo", ["test"], passed);
}

/** The linter also runs the cases that a pack brings. */
async function packs() {
  const folder = join(www, "packs");
  for (const name of readdirSync(folder).sort()) {
    const pack = join(folder, name, "pack.json");
    if (existsSync(pack)) await command(name, "cargo", ["run", "--quiet", "--bin", "tianbao", "--", "lint", pack]);
  }
}

async function wasm() {
  const folder = join(root, "tests");
  const files = readdirSync(folder).filter((name) => name.endsWith(".rs")).map((name) => join(folder, name));
  const meant = files.filter((file) => readFileSync(file, "utf8").includes("wasm_bindgen_test"));
  if (meant.length === 0) throw new Refusal("No file in tests/ uses wasm_bindgen_test.");
  const crate = wasmCrate("crate-tests", ["cdylib", "rlib"], meant);
  const args = ["test", "--node", "--mode", "no-install", crate];
  await withPlainPath((env) => command("Tests, wasm in Node", "wasm-pack", args, passed, env));
}

/**
 * wasm-pack names the test runner to Cargo by its path, and Cargo takes a blank in it for the end: a folder with a blank in its
 * name is entered by another way.
 * @param {(env: NodeJS.ProcessEnv) => Promise<void>} work
 */
async function withPlainPath(work) {
  if (!/\s/.test(tools)) return work(toolEnv());
  const folder = mkdtempSync(join(tmpdir(), "tianbao-tools-"));
  try {
    symlinkSync(join(tools, "bin"), join(folder, "bin"));
    await work({ ...toolEnv(), PATH: [join(folder, "bin"), toolEnv().PATH].join(delimiter) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function types() {
  const tsc = join(modules, ".bin", "tsc");
  await command("Types of the page's side", tsc, ["-p", root]);
  await command("Types of the tools", tsc, ["-p", join(www, "tool")]);
}

/** Node's own runner comes last and speaks for itself. @param {string[]} folders */
async function nodeTests(...folders) {
  const files = folders.flatMap((folder) => testFiles(join(root, folder))).filter((file) => !ALONE.includes(basename(file)));
  if (files.length === 0) throw new Refusal(`No tests found in ${folders.join(" and ")}.`);
  await nodeRun(files, together());
}

async function stacks() {
  for (const name of ALONE) await nodeRun([join(root, "tests", "browser", name)], []);
}

/** @param {string[]} files @param {string[]} options */
function nodeRun(files, options) {
  return run(process.execPath, ["--test", "--test-reporter=spec", ...options, ...files], { cwd: root, loud: true });
}

/** Browser tests mostly wait, so one file more than there are processors halves the time. Node knows the option from 20.10 on. */
function together() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 10) ? [`--test-concurrency=${availableParallelism() + 1}`] : [];
}

/** @param {string} folder */
function testFiles(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith(".test.mjs")).sort().map((name) => join(folder, name));
}

/**
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {(output: string) => string} [words] what to add to the step's line
 * @param {NodeJS.ProcessEnv} [base]
 */
async function command(name, program, args, words = () => "", base = toolEnv()) {
  const env = { ...base, RUSTDOCFLAGS: "-D warnings", CARGO_TARGET_DIR: join(root, "target") };
  await step(name, async () => words(await run(program, args, { cwd: root, env, label: name })));
}

/** @param {string} output */
function passed(output) {
  const counts = [...output.matchAll(/^test result: ok\. (\d+) passed/gm)].map((match) => Number(match[1]));
  return `${counts.reduce((sum, count) => sum + count, 0)} passed`;
}

await main(import.meta.url, test);
