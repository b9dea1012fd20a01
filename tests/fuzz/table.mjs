// The table of what was fuzzed, in both languages.
import { BOUNDARY, TARGETS } from "./targets.mjs";

/** @typedef {import("./fuzz.mjs").Figures} Figures */

const WORDS = {
  en: {
    intro: "`npm run fuzz` gives random inputs to the engine, each within 1 s and 256 MiB:",
    head: ["Input", "Executions", "A second", "Found", "Peak memory"],
    note: "The last line is Node with everything in it. Whatever was found became a test.",
  },
  "zh-CN": {
    intro: "`npm run fuzz` 以随机输入试引擎，每次限 1 秒、256 MiB：",
    head: ["输入", "次数", "每秒", "发现", "内存峰值"],
    note: "末行的内存含 Node 本身。凡有发现，均已写成测试。",
  },
};

/** @param {Figures[]} figures */
export function table(figures) {
  return { en: page("en", figures), "zh-CN": page("zh-CN", figures) };
}

/** @param {"en" | "zh-CN"} language @param {Figures[]} figures */
function page(language, figures) {
  const { intro, head, note } = WORDS[language];
  const lines = figures.map((one) => row(cells(language, one)));
  return [intro, "", row(head), "|---|--:|--:|--:|--:|", ...lines, "", note].join("\n");
}

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(" | ")} |`;

/** @param {"en" | "zh-CN"} language @param {Figures} figures */
function cells(language, { name, runs, seconds, finds, mebibytes }) {
  const target = [...TARGETS, BOUNDARY].find((one) => one.name === name);
  const number = (/** @type {number} */ value) => Math.round(value).toLocaleString("en");
  return [target?.what[language] ?? name, number(runs), number(runs / seconds), number(finds), `${mebibytes} MiB`];
}
