// `npm run bench`: one workload in Tianbao and its peers, in Node and in Chromium. The figures go into both READMEs.
// `-- --quick` tries everything in under a minute and writes nothing; so does `-- --only edit,batch` with the figures it names.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDist } from "../../www/tool/dist.mjs";
import { writeFigures } from "../../www/tool/figures.mjs";
import { main, Refusal, say, step } from "../../www/tool/say.mjs";
import { setup } from "../../www/tool/setup.mjs";
import { sizesOf } from "../../www/tool/sizes.mjs";
import { NAMES, OURS, place, shipped } from "./paths.mjs";

const SPEED = ["edit", "whole", "judge", "batch"];
const FIGURES = [...SPEED, "native", "load", "cold", "growth", "keystroke"];

/** @param {string[]} words */
function options(words) {
  const quick = words.includes("--quick");
  const only = words[words.indexOf("--only") + 1]?.split(",");
  const kinds = words.includes("--only") && only ? only : FIGURES;
  const unknown = kinds.filter((kind) => !FIGURES.includes(kind));
  if (unknown.length > 0) throw new Refusal(`npm run bench -- --only takes some of: ${FIGURES.join(", ")}.`);
  return {
    quick,
    kinds,
    whole: !quick && kinds.length === FIGURES.length,
    budget: quick ? 60 : 2500,
    starts: quick ? 1 : 15,
    times: quick ? 5 : 100,
  };
}

async function bench() {
  const chosen = options(process.argv.slice(2));
  await setup({ tests: true });
  await makeDist({ strict: false });
  // These need what the set-up has just installed.
  const { bundleAll, install } = await import("./bundle.mjs");
  await step("The libraries to compare with", install);
  await step("A module for each", bundleAll);
  const results = await measure(chosen);
  writeFileSync(join(place, "results.json"), JSON.stringify(results, null, 1));
  const { tables } = await import("./table.mjs");
  const text = await tables(results);
  say(`\n${text.en}\n`);
  if (!chosen.whole) return say("Nothing is written to the READMEs: for that, run all figures in full.");
  writeFigures("bench", text);
}

/** @param {ReturnType<typeof options>} chosen */
async function measure(chosen) {
  const has = (/** @type {string} */ kind) => chosen.kinds.includes(kind);
  const kinds = SPEED.filter(has);
  const given = { names: NAMES, kinds, budget: chosen.budget, quick: chosen.quick };
  /** @type {Record<string, any>} */
  const results = {};
  if (kinds.length > 0) results.node = await inNode(given);
  Object.assign(results, await inChromium(chosen, given));
  if (has("keystroke")) results.keystroke = await typed(chosen.quick ? 2 : 40);
  if (has("load")) results.load = await loads();
  if (has("native")) results.native = await nativeBatch(chosen.times);
  return results;
}

/** @param {number} fields */
async function typed(fields) {
  say("From a key to the paint");
  return (await import("./keystroke.mjs")).keystrokes(fields);
}

/** @param {any} given */
async function inNode(given) {
  say("In Node");
  return (await import("./node.mjs")).inNode({ ...given, say: told });
}

const told = (/** @type {string} */ line) => say(`  ${line}`);

/** @param {ReturnType<typeof options>} chosen @param {{ names: string[], kinds: string[], budget: number, quick: boolean }} given */
async function inChromium({ kinds, starts, quick, budget }, given) {
  say("In Chromium");
  const { growthIn, speedIn, startIn, withChromium } = await import("./chromium.mjs");
  return withChromium(async (chromium, origin) => {
    /** @type {Record<string, any>} */
    const results = { chromium: chromium.browser.version() };
    const page = await listening(chromium, origin);
    if (given.kinds.length > 0) results.page = await speedIn(page, given);
    const sizes = quick ? [100, 1000] : [100, 1000, 10_000];
    if (kinds.includes("growth")) results.growth = await growthIn(page, { names: ["tianbao", "hyperformula", "surveyjs"], sizes, budget });
    await page.close();
    if (kinds.includes("cold")) results.starts = await startAll((name) => startIn(chromium, origin, name), starts);
    return results;
  });
}

/** @param {any} chromium @param {string} origin */
async function listening(chromium, origin) {
  const { page } = await chromium.newPage();
  page.on("console", (/** @type {import("playwright-core").ConsoleMessage} */ message) => told(message.text()));
  await page.goto(`${origin}/bench/`);
  return page;
}

/** In turns here too. @param {(name: string) => Promise<any>} start @param {number} rounds */
async function startAll(start, rounds) {
  /** @type {Record<string, any[]>} */
  const found = Object.fromEntries(NAMES.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of NAMES) found[name].push(await start(name));
    told(`fresh pages, round ${round + 1} of ${rounds}`);
  }
  return found;
}

async function loads() {
  const { firstLoad } = await import("./bundle.mjs");
  const ours = sizesOf(shipped);
  const sum = (/** @type {string[]} */ names) =>
    ours.filter(({ name }) => names.includes(name)).reduce((total, { brotli }) => total + brotli, 0);
  /** @type {Record<string, number>} */
  const found = { tianbao: sum(["tianbao.js"]), "tianbao-js": sum(["tianbao.js", "tianbao-engine.js"]), module: sum(["tianbao.mjs", "tianbao-core.mjs", "tianbao_bg.wasm"]) };
  for (const name of NAMES.slice(OURS.length)) found[name] = await firstLoad(name);
  return found;
}

/** @param {number} times */
async function nativeBatch(times) {
  const { buildNative, native } = await import("./native.mjs");
  await step("The native build", buildNative);
  return native(times);
}

await main(import.meta.url, bench);
