// What a page has to load, in numbers that anyone can read.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { filesUnder } from "./fresh.mjs";
import { Refusal, say } from "./say.mjs";

/**
 * What a first visit may cost, compressed by brotli, in bytes; a kilobyte is 1000 bytes. The ES module loads what attaches to a
 * page only when it is asked to attach, so both sums are told.
 * @type {{ name: string, files: string[], brotli: number }[]}
 */
export const BUDGETS = [
  { name: "one-file script", files: ["tianbao.js"], brotli: 150_000 },
  { name: "ES module and wasm, until it attaches", files: ["tianbao.mjs", "tianbao-core.mjs", "tianbao_bg.wasm"], brotli: 125_000 },
];
/** With the parts that come when they are first needed: the panel, what is known of portal stacks, what speaks to a mini-program. */
const ALL_OF_SCRIPT = ["tianbao.js", "tianbao-panel.js", "tianbao-stacks.js", "tianbao-mini.js"];
const ALL_OF_MODULE = ["tianbao.mjs", "tianbao-core.mjs", "tianbao-attach.mjs", "tianbao-panel.mjs", "tianbao-stacks.mjs", "tianbao-mini.mjs", "tianbao_bg.wasm"];

/** @typedef {{ name: string, raw: number, gzip: number, brotli: number }} Size */

/**
 * @param {string} folder
 * @returns {Size[]}
 */
export function sizesOf(folder) {
  const shown = filesUnder([folder]).filter((file) => /\.(m?js|wasm|json)$/.test(file));
  return shown.map((file) => {
    const bytes = readFileSync(file);
    return { name: relative(folder, file), raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
  });
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @param {Size[]} sizes */
export function printSizes(sizes) {
  const line = (/** @type {string[]} */ [name, ...columns]) => say(`  ${name.padEnd(58)}${columns.map((text) => text.padStart(11)).join("")}`);
  line(["Size of", "as it is", "gzip", "brotli"]);
  for (const { name, raw, gzip, brotli } of sizes) line([name, kilobytes(raw), kilobytes(gzip), kilobytes(brotli)]);
  for (const { name, brotli, budget } of spent(sizes)) line([`${name} (${kilobytes(budget)} allowed)`, "", "", kilobytes(brotli)]);
  line(["one-file script, with its parts", "", "", kilobytes(together(sizes, ALL_OF_SCRIPT))]);
  line(["ES module and wasm, with what attaches and its parts", "", "", kilobytes(together(sizes, ALL_OF_MODULE))]);
}

/** @param {Size[]} sizes */
export function refuseOverBudget(sizes) {
  const over = spent(sizes).filter(({ brotli, budget }) => brotli > budget);
  if (over.length === 0) return;
  const told = over.map(({ name, brotli, budget }) => `The ${name} takes ${kilobytes(brotli)} compressed by brotli; ${kilobytes(budget)} are allowed.`);
  throw new Refusal(told.join("\n"));
}

/** @param {Size[]} sizes */
function spent(sizes) {
  return BUDGETS.map(({ name, files, brotli: budget }) => ({ name, budget, brotli: together(sizes, files) }));
}

/**
 * @param {Size[]} sizes
 * @param {string[]} files
 */
function together(sizes, files) {
  return sizes.filter(({ name }) => files.includes(name)).reduce((sum, { brotli }) => sum + brotli, 0);
}
