// `npm run prove`: what can be shown and is too long for a test. The tables in the READMEs are written from what it finds.
// `npm run prove -- --only supply,repro` tries some of the parts; what the others found last is kept in results.json.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { writeFigures } from "../../www/tool/figures.mjs";
import { root } from "../../www/tool/places.mjs";
import { main, Refusal, say } from "../../www/tool/say.mjs";
import { makeDist } from "../../www/tool/dist.mjs";
import { setup } from "../../www/tool/setup.mjs";
import { tables } from "./tables.mjs";

/** @typedef {import("./differential.mjs").Row} Row */
/** @typedef {{ jobs: number, pairs: number, rooms?: string[] }} Options */
/** @typedef {Record<string, any[]>} Results by part: rows, or for coverage and mutation what tables.mjs makes rows of */

/** @type {Record<string, (options: Options) => Promise<any[]>>} in the order of the table; each is loaded when it is asked for */
const PARTS = {
  differential: async ({ pairs }) => (await import("./differential.mjs")).differential({ pairs }),
  browser: async () => (await import("./browser.mjs")).browser(),
  mutation: async (options) => (await import("./mutation.mjs")).mutation(options),
  coverage: async () => (await import("./coverage.mjs")).coverage(),
  supply: async () => (await import("./supply.mjs")).supply(),
  repro: async () => (await import("./repro.mjs")).repro(),
};
/** These look at what is shipped. */
const ON_DIST = ["differential", "browser"];
const PAIRS = 100_000;
const kept = join(root, "tests", "prove", "results.json");

async function prove() {
  const { parts, options, whole } = chosen(process.argv.slice(2));
  await setup({ tests: true });
  if (parts.some((part) => ON_DIST.includes(part))) await makeDist({ strict: false });
  const results = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {};
  /** @type {string[]} */
  const failed = [];
  for (const part of parts) {
    say(`Proof: ${part}`);
    const found = await PARTS[part](options);
    failed.push(...tell(part, found));
    results[part] = found.map(({ first, ...row }) => row);
    if (whole) keep(results);
  }
  if (failed.length > 0) throw new Refusal(`Not everything held:\n${failed.join("\n")}`);
}

/** @param {string[]} words */
function chosen(words) {
  const value = (/** @type {string} */ name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const parts = value("--only")?.split(",") ?? Object.keys(PARTS);
  const rooms = value("--rooms")?.split(",");
  const strange = parts.filter((part) => !Object.hasOwn(PARTS, part));
  if (strange.length > 0) throw new Refusal(`npm run prove -- --only takes some of: ${Object.keys(PARTS).join(", ")}.`);
  const options = { jobs: Number(value("--jobs") ?? availableParallelism()), pairs: Number(value("--pairs") ?? PAIRS), rooms };
  return { parts, options, whole: rooms === undefined };
}

/** In the order of the parts, whichever was tried last. @param {Results} results */
function keep(results) {
  const ordered = Object.fromEntries(Object.keys(PARTS).filter((part) => results[part]).map((part) => [part, results[part]]));
  writeFileSync(kept, `${JSON.stringify(ordered, null, 2)}\n`);
  writeFigures("prove", tables(ordered));
}

/** What did not hold. @param {string} part @param {any[]} found */
function tell(part, found) {
  if (part === "coverage") return [];
  if (part === "mutation") return found.flatMap(({ open }) => open);
  const wrong = found.filter((row) => row.wrong > 0);
  return wrong.map(({ what, first }) => [what, first].filter(Boolean).join("\n"));
}

await main(import.meta.url, prove);
