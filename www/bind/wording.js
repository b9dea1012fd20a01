// Label texts of a page, brought to a form in which they can be compared with a pack's labels.

/**
 * @typedef {object} Wording
 * @property {string} full  blanks, marks and numbering gone, brackets kept
 * @property {string} bare  brackets gone as well
 * @property {string[]} asides  what stood in brackets: a unit, or a qualifier
 */

const BRACKETS = /[([{【〔](.*?)[)\]}】〕]/g;
const NUMBERING = /^([(]?([一二三四五六七八九十]{1,3}|\d{1,3})[)]?[、.．)](?!\d)|[(]([一二三四五六七八九十]{1,3}|\d{1,3})[)]|[①-⑳])/;
const PROMPT = /^(请(输入|填写|选择|填)|please(enter|select)|enter)/;
const LAST = /(上年|上一年|去年)(度|末|同期)?|lastyear/;
const LEAD = /^(其中|ofwhich)[:,，、]?/;

/** @param {string} text @returns {Wording} */
export function wording(text) {
  const flat = text.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\u200b-\u200f\ufeff*＊※]+/g, "");
  const full = flat.replace(NUMBERING, "").replace(LEAD, "").replace(PROMPT, "").replace(LAST, "上年").replace(/[:：,，。;；]+$/, "");
  /** @type {string[]} */
  const asides = [];
  const bare = full.replace(BRACKETS, (_, inner) => (asides.push(inner), ""));
  return { full, bare, asides };
}

/** A label without the number before it: `1. 就业人数`. @param {string} text */
export function unnumbered(text) {
  return text.normalize("NFKC").trim().replace(NUMBERING, "");
}

/** Lower case without the marks that separate words: `emp_total`, `empTotal` and `EMP-TOTAL` are one. @param {string} name */
export function squashed(name) {
  return name.toLowerCase().replace(/[_\-\s]+/g, "");
}

const UNIT = /^(单位:?)?(户|人|人次|万人次|个|家|期|亩|万亩|公顷|元|万元|亿元|吨|公斤|千克|名|件|处|项|种|场次|场|次|%|‰|百分点|年|平方米|岁|天|月|辆|台|套|册|间|座|公里|households|people|yuan|mu|tonnes)$/;

/** The unit that a short text names, "" where it names none. @param {string} text */
export function unitIn(text) {
  const plain = text.normalize("NFKC").replace(/[\s():：/]+/g, "");
  return UNIT.test(plain) ? plain.replace(/^单位:?/, "") : "";
}
