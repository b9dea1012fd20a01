// The words around the figures.

/** @typedef {typeof zh} Words */

const zh = {
  waitingFor: "还需填写：",
  other: "其他",
  comma: "，",
  and: "、",
  /** @param {string} period @param {string} change */
  since: (period, change) => `比${period} ${change}`,
  shares: "构成：",
  blank: "待填",
  shown: ["以", "计（分项凑整后仍等于合计）："],
};

/** @type {typeof zh} */
const en = {
  waitingFor: "Still needed: ",
  other: "Other",
  comma: ", ",
  and: ", ",
  /** @param {string} period @param {string} change */
  since: (period, change) => `${change} since ${period}`,
  shares: "Made up of: ",
  blank: "To be filled in",
  shown: ["In ", " (rounded so that the parts still make the total): "],
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return locale === "en" ? en : zh;
}
