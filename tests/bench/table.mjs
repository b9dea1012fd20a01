// The figures as Markdown, in both languages.
import { cpus } from "node:os";
import { versionOf } from "./bundle.mjs";
import { NAMES } from "./paths.mjs";

/** @typedef {"en" | "zh-CN"} Language */

const TOWNSHIPS = 38_600;
const VILLAGES = 690_000;

/** Three figures that count, no more. @param {number | undefined} value */
export function short(value) {
  if (value === undefined || Number.isNaN(value)) return "";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toFixed(value >= 10 ? 1 : 2);
}

const thousands = (/** @type {number} */ value) => (Math.round(value / 1000) * 1000).toLocaleString("en");
const kilobytes = (/** @type {number | undefined} */ bytes) => (bytes === undefined ? "" : short(bytes / 1000));

/** @param {number[]} list */
function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** @param {any} results @returns {Promise<{ en: string, "zh-CN": string }>} */
export async function tables(results) {
  const labels = await labelsOf();
  return { en: page(results, labels, "en"), "zh-CN": page(results, labels, "zh-CN") };
}

/** @returns {Promise<Record<string, Record<Language, string>>>} */
async function labelsOf() {
  const entries = NAMES.map((name) => {
    const { label, library } = LABELS[name];
    const text = library ? `${label} ${versionOf(library)}` : label;
    return [name, typeof text === "string" ? { en: text, "zh-CN": text } : text];
  });
  return Object.fromEntries(entries);
}

/** @type {Record<string, { label: any, library?: string }>} */
const LABELS = {
  tianbao: { label: { en: "**Tianbao**", "zh-CN": "**填报**" } },
  "by-hand": { label: { en: "by hand, whole re-check", "zh-CN": "手写，整表重查" } },
  incremental: { label: { en: "by hand, incremental", "zh-CN": "手写，增量" } },
  bigint: { label: { en: "by hand, BigInt", "zh-CN": "手写，BigInt" } },
  decimal: { label: "decimal.js", library: "decimal.js" },
  ajv: { label: "Ajv standalone", library: "ajv" },
  zod: { label: "Zod", library: "zod" },
  valibot: { label: "Valibot", library: "valibot" },
  "async-validator": { label: "async-validator", library: "async-validator" },
  "json-logic": { label: "json-logic-engine", library: "json-logic-engine" },
  hyperformula: { label: "HyperFormula", library: "hyperformula" },
  surveyjs: { label: "SurveyJS", library: "survey-core" },
  zen: { label: "ZEN wasm", library: "@gorules/zen-engine-wasm" },
};

const WORDS = {
  en: {
    heads: ["", "wrong", "one edit, µs", "p99", "whole check, µs", "p99", "records/s", "first load, kB", "cold start, ms", "memory, MB"],
    nodeHeads: ["Node", "one edit, µs", "p99", "CPU", "whole check, µs", "p99", "CPU"],
    growthHeads: ["one edit, µs, in a form of", "100 fields", "1,000", "10,000"],
    none: "too slow to try",
  },
  "zh-CN": {
    heads: ["", "答错", "改一格，微秒", "p99", "整表核对，微秒", "p99", "份/秒", "首次加载，kB", "冷启动，毫秒", "内存，MB"],
    nodeHeads: ["Node", "改一格，微秒", "p99", "CPU", "整表核对，微秒", "p99", "CPU"],
    growthHeads: ["改一格，微秒；表的栏目数", "100", "1,000", "10,000"],
    none: "太慢，未测",
  },
};

/** @param {string[][]} rows */
function markdown(rows) {
  const [heads, ...body] = rows;
  return [heads, heads.map((_, i) => (i === 0 ? "---" : "--:")), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** @param {any} results @param {any} labels @param {Language} language */
function page(results, labels, language) {
  const rows = NAMES.map((name) => row(results, name, labels[name][language]));
  const parts = [where(results, language), markdown([WORDS[language].heads, ...rows]), notes(results, language)];
  if (results.growth) parts.push(growth(results.growth, labels, language));
  if (results.node) parts.push(markdown([WORDS[language].nodeHeads, ...NAMES.map((name) => nodeRow(results.node, name, labels[name][language]))]));
  return parts.filter(Boolean).join("\n\n");
}

/** @param {any} results @param {string} name @param {string} label */
function row({ page: speed, load, starts }, name, label) {
  const wrong = speed?.wrong[name];
  const { edit, whole, batch } = speed?.figures ?? {};
  const perRecord = name === "tianbao" ? batch?.[name]?.median : whole?.[name]?.median;
  const start = starts?.[name];
  return [
    label, wrong ? `${wrong.records} + ${wrong.ties}` : "",
    short(edit?.[name]?.median), short(edit?.[name]?.p99), short(whole?.[name]?.median), short(whole?.[name]?.p99),
    perRecord ? thousandsOr(1e6 / perRecord) : "", name in HAND ? "" : kilobytes(load?.[name]),
    start ? short(median(start.map((/** @type {any} */ { time }) => time))) : "", start ? short(median(start.map(memory)) / 1e6) : "",
  ];
}

/** Made by hand they have no library to load. @type {Record<string, true>} */
const HAND = { "by-hand": true, incremental: true, bigint: true };
const thousandsOr = (/** @type {number} */ value) => (value >= 1000 ? thousands(value) : short(value));
const memory = (/** @type {any} */ { heap, buffers, wasm }) => heap + buffers + wasm;

/** @param {any} node @param {string} name @param {string} label */
function nodeRow({ figures: { edit, whole } }, name, label) {
  const cells = (/** @type {any} */ figure) => [short(figure?.median), short(figure?.p99), short(figure?.cpu)];
  return [label, ...cells(edit?.[name]), ...cells(whole?.[name])];
}

/** @param {Record<string, Record<number, number | string>>} found @param {any} labels @param {Language} language */
function growth(found, labels, language) {
  const { growthHeads, none } = WORDS[language];
  const cell = (/** @type {number | string | undefined} */ value) => (typeof value === "number" ? short(value) : value === undefined ? "" : none);
  const rows = Object.entries(found).map(([name, costs]) => [labels[name][language], ...[100, 1000, 10_000].map((size) => cell(costs[size]))]);
  return markdown([growthHeads, ...rows]);
}

/** @param {any} results @param {Language} language */
function where({ chromium }, language) {
  const [first] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${first?.model.trim() ?? ""}`;
  if (language === "en") return `Measured on ${date}: ${machine}, ${cpus().length} cores; Chromium ${chromium}, Node ${process.versions.node}. One workload of 96 fields, 24 metrics and 51 rules; figures of Chromium unless it says otherwise.`;
  return `${date} 测于 ${machine}，${cpus().length} 核；Chromium ${chromium}，Node ${process.versions.node}。同一张表：96 个栏目，24 个指标，51 条审核；未注明的是 Chromium 中的数。`;
}

/** @param {any} results @param {Language} language */
function notes(results, language) {
  return [...(language === "en" ? english(results) : chinese(results))].join("\n");
}

/** @param {any} results */
function ours({ page: speed, native, load }) {
  const { whole, judge, batch } = speed?.figures ?? {};
  return { whole: whole?.tianbao, fresh: whole?.["tianbao:fresh"], read: whole?.["tianbao:read"], judge: judge?.tianbao, batch: batch?.tianbao, native, module: load?.module };
}

/** @param {number} perSecond @param {number} count @param {string} unit */
const takes = (perSecond, count, unit) => `${short(count / perSecond)}${unit}`;

/** @param {any} results */
function* english(results) {
  const { fresh, read, judge, batch, native, module } = ours(results);
  yield "- **wrong**: of 2,000 records, and of 200 on which binary floats round the wrong way; counted before anything is timed. Tianbao is given text as typed; the others are given numbers, with nothing to read, and in an edit make one number of one text. They say only which rules do not hold; Tianbao's findings are sentences.";
  yield "- **p99**: of blocks of at least half a millisecond. **records/s**: for the others, whole checks; for Tianbao, all records as one CSV text. **first load**: brotli, without the form; for Tianbao the one-file script" + (module ? ` (ES module and wasm: ${kilobytes(module)} kB)` : "") + ".";
  yield "- **cold start**: a fresh page, from the script's evaluation to the first report, the form included, nothing from the network. **memory**: what a collected heap, its buffers and wasm's memory hold more than before; compiled code is not in it.";
  if (fresh && read) yield `- Tianbao's whole check in a new session: ${short(fresh.median)} µs; with every part of the report read: ${short(read.median)} µs${judge ? `; the judgement alone, with the values in: ${short(judge.median)} µs` : ""}.`;
  if (batch) yield `- One page checks ${TOWNSHIPS.toLocaleString("en")} townships in ${takes(1e6 / batch.median, TOWNSHIPS, " s")} and ${VILLAGES.toLocaleString("en")} villages in ${takes(1e6 / batch.median, VILLAGES, " s")}.`;
  if (native) yield `- The native command line on one core: ${thousands(native.records / native.seconds)} records/s from a file of ${native.records.toLocaleString("en")} (${short(native.seconds)} s, ${short(native.user)} s of them its own work; ${native.wrong} wrong): townships ${takes(native.records / native.seconds, TOWNSHIPS, " s")}, villages ${takes(native.records / native.seconds, VILLAGES, " s")}.`;
}

/** @param {any} results */
function* chinese(results) {
  const { fresh, read, judge, batch, native, module } = ours(results);
  yield "- **答错**：先核对再计时，依次是 2,000 份中、以及专挑二进制浮点易错的 200 份中答错的份数。填报收到的是原样的文字；其他各家收到的是现成的数，改一格时才把一段文字转成数。其他各家只报哪条审核不通过，填报给出完整的提示。";
  yield "- **p99**：按不短于半毫秒的一段计。**份/秒**：其他各家按整表核对折算，填报是全部记录作为一段 CSV 文字一次送入。**首次加载**：brotli 压缩，不含表的定义；填报是单文件脚本" + (module ? `（ES 模块加 wasm 为 ${kilobytes(module)} kB）` : "") + "。";
  yield "- **冷启动**：全新的页面，从执行脚本到得出第一份结果，含读入表的定义，不含网络。**内存**：回收之后，堆、缓冲区和 wasm 内存比之前多出的部分，不含编译后的代码。";
  if (fresh && read) yield `- 填报整表核对：每份新开一次，${short(fresh.median)} 微秒；结果逐项读完，${short(read.median)} 微秒${judge ? `；数已读入、只作判断，${short(judge.median)} 微秒` : ""}。`;
  if (batch) yield `- 一个网页核对 ${TOWNSHIPS.toLocaleString("en")} 个乡镇要 ${takes(1e6 / batch.median, TOWNSHIPS, " 秒")}，${VILLAGES.toLocaleString("en")} 个村要 ${takes(1e6 / batch.median, VILLAGES, " 秒")}。`;
  if (native) yield `- 本机命令行用一个核：每秒 ${thousands(native.records / native.seconds)} 份（文件共 ${native.records.toLocaleString("en")} 份，用时 ${short(native.seconds)} 秒，其中自身计算 ${short(native.user)} 秒，答错 ${native.wrong} 份）；全部乡镇 ${takes(native.records / native.seconds, TOWNSHIPS, " 秒")}，全部村 ${takes(native.records / native.seconds, VILLAGES, " 秒")}。`;
}
