// The words beside a field.

/** @typedef {typeof zh} Words */

const zh = {
  unit: "单位 ",
  usual: "通常 ",
  allowed: "可填 ",
  to: " 至 ",
  readAs: "读作 ",
  inWords: "大写 ",
  parts: "分项：",
  /** The sentence itself begins so. */
  partsAlready: /^分项/,
  partsOf: ["“", "”："],
};

/** @type {typeof zh} */
const en = {
  unit: "Unit: ",
  usual: "Usually ",
  allowed: "From ",
  to: " to ",
  readAs: "Read as ",
  inWords: "In words: ",
  parts: "Parts: ",
  partsAlready: /^The parts/,
  partsOf: ["", ": "],
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return locale === "en" ? en : zh;
}
