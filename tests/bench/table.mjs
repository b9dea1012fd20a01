// The figures as Markdown, in both languages.
import { versionOf } from "./bundle.mjs";
import { kilobytes, median, short, thousands } from "./figures.mjs";
import { notes, where } from "./notes.mjs";
import { NAMES, OURS } from "./paths.mjs";

/** @typedef {"en" | "zh-CN"} Language */

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
  "tianbao-js": { label: { en: "**Tianbao**, without wasm", "zh-CN": "**填报**，不用 wasm" } },
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
    keyHeads: ["keystroke to paint, ms", "median", "p95", "script", "style and layout"],
    states: { findings: "panel open, checks", figures: "panel open, figures", folded: "panel folded", without: "the page without Tianbao" },
  },
  "zh-CN": {
    heads: ["", "答错", "改一格，微秒", "p99", "整表核对，微秒", "p99", "份/秒", "首次加载，kB", "冷启动，毫秒", "内存，MB"],
    nodeHeads: ["Node", "改一格，微秒", "p99", "CPU", "整表核对，微秒", "p99", "CPU"],
    growthHeads: ["改一格，微秒；表的栏目数", "100", "1,000", "10,000"],
    none: "太慢，未测",
    keyHeads: ["键入到呈现，毫秒", "中位数", "p95", "脚本", "样式与布局"],
    states: { findings: "面板展开，审核页", figures: "面板展开，指标页", folded: "面板收起", without: "同一页面，不装填报" },
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
  if (results.node)
    parts.push(markdown([WORDS[language].nodeHeads, ...tried(results.node).map((name) => nodeRow(results.node, name, labels[name][language]))]));
  if (results.keystroke) parts.push(typed(results.keystroke, language));
  return parts.filter(Boolean).join("\n\n");
}

/** @param {any} results @param {string} name @param {string} label */
function row({ page: speed, load, starts }, name, label) {
  const wrong = speed?.wrong[name];
  const { edit, whole, batch } = speed?.figures ?? {};
  const perRecord = OURS.includes(name) ? batch?.[name]?.median : whole?.[name]?.median;
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

/** Without a page there is no JavaScript engine of ours: Node has wasm. @param {any} node */
const tried = (node) => NAMES.filter((name) => node.wrong[name]);

/** @param {any} node @param {string} name @param {string} label */
function nodeRow({ figures: { edit, whole } }, name, label) {
  const cells = (/** @type {any} */ figure) => [short(figure?.median), short(figure?.p99), short(figure?.cpu)];
  return [label, ...cells(edit?.[name]), ...cells(whole?.[name])];
}

/** @param {Record<string, import("./keystroke.mjs").Keystroke>} found @param {Language} language */
function typed(found, language) {
  const { keyHeads, states } = WORDS[language];
  const rows = Object.entries(states).map(([state, name]) => {
    const { p50, p95, script, layout } = found[state];
    return [name, ...[p50, p95, script, layout].map(short)];
  });
  return markdown([keyHeads, ...rows]);
}

/** @param {Record<string, Record<number, number | string>>} found @param {any} labels @param {Language} language */
function growth(found, labels, language) {
  const { growthHeads, none } = WORDS[language];
  const cell = (/** @type {number | string | undefined} */ value) =>
    typeof value === "number" ? short(value) : value === undefined ? "" : none;
  const rows = Object.entries(found).map(([name, costs]) => [
    labels[name][language],
    ...[100, 1000, 10_000].map((size) => cell(costs[size])),
  ]);
  return markdown([growthHeads, ...rows]);
}
