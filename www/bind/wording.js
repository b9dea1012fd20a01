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
const LAST = /(上年|上一年|去年)(度|末|同期)?(数|实际|完成)?|lastyear/;
const LEAD = /^(其中|ofwhich)[:,，、]?/;

/** @param {string} text @returns {Wording} */
export function wording(text) {
  const flat = text.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\u200b-\u200f\ufeff*＊※]+/g, "");
  const full = withoutMarks(flat).replace(LAST, "上年");
  /** @type {string[]} */
  const asides = [];
  const bare = full.replace(BRACKETS, (_, inner) => (asides.push(inner), ""));
  return { full, bare: withoutMarks(bare), asides };
}

/** @param {string} text */
function withoutMarks(text) {
  return text.replace(NUMBERING, "").replace(LEAD, "").replace(NUMBERING, "").replace(PROMPT, "").replace(/^[:：、\-—·.]+|[:：,，。;；、]+$/g, "");
}

const FILLING = /^(本年度?|当年|全年|年度)/;
const COUNT = /(总数|人数|个数|数量|总量)$|([^户])数$/;

/** What remains of a bare label without the words that add nothing where no other label remains the same. Households are no people. @param {string} bare */
export function stem(bare) {
  const short = bare.replace(FILLING, "").replace(COUNT, "$2");
  return short.length > 2 ? short : bare;
}

/** A label without the number before it: `1. 就业人数`. @param {string} text */
export function unnumbered(text) {
  return text.normalize("NFKC").trim().replace(NUMBERING, "");
}

/** What a group of rows is called: `其中：务工`. @param {string} text */
export function grouping(text) {
  return unnumbered(text).replace(/\s+/g, "").replace(LEAD, "");
}

/** In a sentence the unit of the input before comes first: `户，农村人口：`. @param {string} text */
export function beyondUnit(text) {
  const [, first, rest] = /^\s*([^\s,，;；。、]+)[\s,，;；。、]+(.+)$/.exec(text) || [];
  return first && unitIn(first) ? rest : "";
}

/** Lower case without the marks that separate words: `emp_total`, `empTotal` and `EMP-TOTAL` are one. @param {string} name */
export function squashed(name) {
  return name.toLowerCase().replace(/[_\-\s]+/g, "");
}

const UNIT = /^(单位:?)?(户|人|人次|万人|万人次|个|家|期|亩|万亩|公顷|元|千元|万元|亿元|元\/人|吨|万吨|公斤|千克|斤|名|件|处|项|种|场次|场|次|村|%|‰|百分点|年|平方米|岁|天|月|辆|台|套|册|间|座|公里|households|people|yuan|mu|tonnes)$/;

/** The unit that a short text names, "" where it names none. @param {string} text */
export function unitIn(text) {
  const plain = text.normalize("NFKC").replace(/[\s():：]+/g, "");
  return UNIT.test(plain) ? plain.replace(/^单位:?/, "") : "";
}

/** Words that count the same things: 名 and 人, 千克 and 公斤. */
const SAME = [["名", "人"], ["千克", "公斤"], ["场次", "场", "次"], ["个", "处", "家", "村"], ["元/人", "元"], ["%", "百分点"]];

/** Two units that can be meant by one figure: any other two mean two figures. @param {string} a @param {string} b */
export function sameUnit(a, b) {
  const [one, other] = [a, b].map((text) => text.replace(/^单位:?/, ""));
  return one === other || SAME.some((group) => group.indexOf(one) >= 0 && group.indexOf(other) >= 0);
}

/** How a label goes on that two inputs share, by the unit behind each. */
const COUNTED = { 户: "户数", 人: "人数", 名: "人数", 个: "个数", 期: "期数", 件: "件数", 处: "处数", 亩: "面积", 人次: "人次", 元: "金额", 万元: "金额" };

/** @param {string} unit @returns {string[]} */
export function endings(unit) {
  const word = /** @type {Record<string, string>} */ (COUNTED)[unit];
  return word ? [word] : [];
}
