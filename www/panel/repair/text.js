// The words around repairs. The engine brings the sentence for each.

/** @typedef {typeof zh} Words */

const zh = {
  early: "尚未填完，已不可能成立",
  most: "最可能是这一格：",
  perhaps: "可能是这一格：",
  meant: "可能应为：",
  together: "需要一起改的可能是这几格：",
  oneOf: ["这 ", " 格里有一格需要改，请对照台账。"],
  maybeOneOf: ["这 ", " 格里可能有一格需要改，请对照台账。"],
  someOf: "有几格需要一起改，仅凭数字分不出是哪几格，请对照台账。",
  others: "也可能是：",
  /** In a few words, where there is no room for the sentence. */
  slips: /** @type {Record<string, string>} */ ({
    digit: "一位数字不同",
    transposition: "两位数字对调",
    "missing-digit": "少写一位数字",
    "extra-digit": "多写一位数字",
    sign: "正负号写反",
    scale: "单位或小数点不对",
    swap: "两格填反",
    derived: "按其他数字推算",
  }),
  proofs: ["本格已由另外 ", " 项审核佐证"],
  backed: ["另有审核佐证：", " 项"],
  allowed: "按其他各格，本格可填 ",
  atMost: ["不超过 ", ""],
  atLeast: ["不少于 ", ""],
  because: "依据：",
  derived: "可推算 ",
  key: "按 F2 填入",
  entered: "已填入：",
  was: ["（原为 ", "）"],
  undo: "按 Ctrl+Z 可撤销。",
  and: "；",
  more: [" 等 ", " 项审核"],
  colon: "：",
  stop: "。",
  yes: "是",
  no: "否",
};

/** @type {typeof zh} */
const en = {
  early: "Not filled in yet, but can no longer hold",
  most: "Most probably this answer:",
  perhaps: "Possibly this answer:",
  meant: "It may be:",
  together: "These answers may need to change together:",
  oneOf: ["One of these ", " answers needs to change. Check your records."],
  maybeOneOf: ["One of these ", " answers may need to change. Check your records."],
  someOf: "Several answers need to change together, and the figures alone do not tell which. Check your records.",
  others: "Or it may be:",
  slips: {
    digit: "one digit differs",
    transposition: "two digits exchanged",
    "missing-digit": "a digit missing",
    "extra-digit": "a digit too many",
    sign: "the other sign",
    scale: "another unit or decimal point",
    swap: "each in the other’s field",
    derived: "from the other figures",
  },
  proofs: ["Backed by ", " other checks"],
  backed: ["Backed by other checks: ", ""],
  allowed: "Given the other answers: ",
  atMost: ["at most ", ""],
  atLeast: ["at least ", ""],
  because: "Because of: ",
  derived: "Works out as ",
  key: "Press F2",
  entered: "Entered: ",
  was: [" (was ", ")"],
  undo: "Press Ctrl+Z to undo.",
  and: "; ",
  more: [" and others, ", " checks in all"],
  colon: ": ",
  stop: ". ",
  yes: "Yes",
  no: "No",
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return locale === "en" ? en : zh;
}
