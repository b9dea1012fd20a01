// The words around the figures.

/** @typedef {typeof zh} Words */

const zh = {
  waitingFor: "还需填写：",
  other: "其他",
  comma: "，",
  and: "、",
  since: "比",
  shares: "构成：",
  sum: "合计",
  parts: "分项",
  blank: "待填",
  shown: ["以", "计（分项凑整后仍等于合计）："],
};

/** @type {typeof zh} */
const en = {
  waitingFor: "Still needed: ",
  other: "Other",
  comma: ", ",
  and: ", ",
  since: "since ",
  shares: "Made up of: ",
  sum: "Total",
  parts: "Parts",
  blank: "Blank",
  shown: ["In ", " (rounded so that the parts still make the total): "],
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return locale === "en" ? en : zh;
}
