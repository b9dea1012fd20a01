// The words around repairs. The engine brings the sentence for each.

/** @typedef {typeof zh} Words */

const zh = {
  early: "尚未填完，已不可能成立",
  most: "最可能是这一格：",
  perhaps: "可能是这一格：",
  together: "需要一起改的可能是这几格：",
  oneOf: "这几格里有一格需要改，请对照台账。",
  someOf: "有几格需要一起改，仅凭数字分不出是哪几格，请对照台账。",
  others: "也可能是：",
  proofs: ["本格已由另外 ", " 项审核佐证"],
  allowed: "按其他各格，本格可填 ",
  atMost: ["不超过 ", ""],
  atLeast: ["不少于 ", ""],
  because: "依据：",
  derived: "可推算 ",
  and: "；",
  more: [" 等 ", " 项审核"],
  colon: "：",
  yes: "是",
  no: "否",
};

/** @type {typeof zh} */
const en = {
  early: "Not filled in yet, but can no longer hold",
  most: "Most probably this answer:",
  perhaps: "Possibly this answer:",
  together: "These answers may need to change together:",
  oneOf: "One of these answers needs to change. Check your records.",
  someOf: "Several answers need to change together, and the figures alone do not tell which. Check your records.",
  others: "Or it may be:",
  proofs: ["Backed by ", " other checks"],
  allowed: "Given the other answers: ",
  atMost: ["at most ", ""],
  atLeast: ["at least ", ""],
  because: "Because of: ",
  derived: "Works out as ",
  and: "; ",
  more: [" and others, ", " checks in all"],
  colon: ": ",
  yes: "Yes",
  no: "No",
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return locale === "en" ? en : zh;
}
