// Our own words beside a field. The pack and the engine bring theirs; those of the panel are in panel/text.js.

/** @typedef {typeof zh} Words */

const zh = {
  severity: { mandatory: "强制", verify: "核实", hint: "提示" },
  toFill: "待填",
  changeTo: "改为 ",
  others: ["另有 ", " 条"],
  besides: "填报提示",
};

/** @type {Words} */
const en = {
  severity: { mandatory: "Must fix", verify: "Check", hint: "Note" },
  toFill: "Blank",
  changeTo: "Change to ",
  others: ["and ", " more"],
  besides: "About this answer",
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return locale === "en" ? en : zh;
}
