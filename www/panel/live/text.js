// What is read aloud. Each sentence names what it is about, because whoever hears it may be elsewhere on the page.

import { words as shared } from "../text.js";

/** @typedef {typeof zh & import("../text.js").Words} Words */

const zh = {
  colon: "：",
  comma: "，",
  stop: "。",
  mended: "已改正。",
  explained: "已写明原因。",
  others: ["另有 ", " 条，请在填报审核中查看。"],
  toFix: ["强制 ", " 项"],
  toExplain: ["核实 ", " 项未写明原因"],
  blanks: ["待填 ", " 项"],
};

/** @type {typeof zh} */
const en = {
  colon: ": ",
  comma: ", ",
  stop: ". ",
  mended: "this is now put right.",
  explained: "your explanation is saved.",
  others: ["There are ", " more. They are listed in the report checks."],
  toFix: ["", " to fix"],
  toExplain: ["", " to explain"],
  blanks: ["", " blank"],
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return Object.assign({}, shared(locale), locale === "en" ? en : zh);
}
