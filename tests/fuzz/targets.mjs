// What is fuzzed, how often, and how long an input may be.

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {number} runs  executions of a whole run
 * @property {number} longest  bytes of an input
 * @property {{ en: string, "zh-CN": string }} what
 */

/** @type {Target[]} each a program of this crate */
export const TARGETS = [
  { name: "entry", runs: 1e8, longest: 48, what: { en: "Typed text as a figure, day, choice or code", "zh-CN": "键入的文字：数、日期、选项、代码" } },
  { name: "formula", runs: 1e8, longest: 96, what: { en: "Formula, parsed and run in a form", "zh-CN": "公式：解析，并在表中运算" } },
  { name: "pack", runs: 2e7, longest: 2048, what: { en: "Any bytes as a pack", "zh-CN": "任意字节当作规则包" } },
  { name: "form", runs: 2e7, longest: 160, what: { en: "Random pack with random values", "zh-CN": "随机规则包，随机填写" } },
  { name: "edits", runs: 2e7, longest: 64, what: { en: "Edits in any order, against a fresh form", "zh-CN": "任意顺序的修改，与重新填写对照" } },
];

/** Calls from JavaScript: a script of its own. */
export const BOUNDARY = { name: "boundary", runs: 1e6, what: { en: "Wasm exports called with anything", "zh-CN": "以任意参数调用 wasm 导出函数" } };
