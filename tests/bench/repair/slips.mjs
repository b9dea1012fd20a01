// One typing slip a record, in a system of five balances as Scholtus describes them (Automatic correction of simple typing errors
// in numerical data with balance edits, 2009).

const RULES = ["x1 + x2 = x3", "x2 = x4", "x5 + x6 + x7 = x8", "x3 + x8 = x9", "x9 - x10 = x11"];

export function pack() {
  const fields = Array.from({ length: 11 }, (_, i) => ({ id: `x${i + 1}`, label: `x${i + 1}`, type: "integer" }));
  const rules = RULES.map((assert, place) => ({ id: `B${place + 1}`, severity: "mandatory", assert, message: "请核对。" }));
  return JSON.stringify({ tianbao: 1, id: "scholtus", version: "1", title: "表", sections: [], fields, rules });
}

/** @param {import("./chance.mjs").Chance} dice */
export function record(dice) {
  const size = () => dice.between(1, 10 ** dice.between(2, 6));
  const [x1, x2, x5, x6, x7, x10] = [size(), size(), size(), size(), size(), size()];
  const [x3, x8] = [x1 + x2, x5 + x6 + x7];
  const x9 = x3 + x8;
  return [x1, x2, x3, x2, x5, x6, x7, x8, x9, x10, x9 - x10].map(String);
}

/** @typedef {"digit" | "transposition" | "missing-digit" | "extra-digit" | "sign"} Kind */
/** @type {Kind[]} */
export const KINDS = ["digit", "transposition", "missing-digit", "extra-digit", "sign"];
/** What else happens to one figure: the point by one to four places, a part written as the total. @typedef {"point" | "unit" | "part"} Other */
/** @type {(Kind | Other | "swap")[]} */
export const ALL = [...KINDS, "point", "unit", "part", "swap"];

/** The parts of each total, by place. @type {Record<number, number[]>} */
const PARTS = { 2: [0, 1], 7: [4, 5, 6], 8: [2, 7] };

/** The record with one slip of any kind at a place, or null where there is none. @param {import("./chance.mjs").Chance} dice @param {string[]} right @param {number} place @param {Kind | Other | "swap"} kind */
export function slippedRecord(dice, right, place, kind) {
  const wrong = right.slice();
  if (kind === "swap") {
    const other = place === right.length - 1 ? place - 1 : place + 1;
    [wrong[place], wrong[other]] = [right[other], right[place]];
  } else if (kind === "point" || kind === "unit") wrong[place] = right[place] === "0" ? "0" : right[place] + (kind === "unit" ? "0000" : "0".repeat(dice.between(1, 3)));
  else if (kind === "part") wrong[place] = PARTS[place] ? right[dice.pick(PARTS[place])] : right[place];
  else wrong[place] = slipped(dice, right[place], kind);
  return wrong.every((text, at) => text === right[at]) ? null : wrong;
}

/** The text with one slip; itself where there is none of that kind. @param {import("./chance.mjs").Chance} dice @param {string} text @param {Kind} kind */
export function slipped(dice, text, kind) {
  if (kind === "sign") return text.startsWith("-") ? text.slice(1) : text === "0" ? text : `-${text}`;
  const sign = text.startsWith("-") ? "-" : "";
  const digits = text.slice(sign.length).split("");
  const at = dice.between(0, digits.length - 1);
  if (kind === "digit") digits[at] = String(dice.between(0, 9));
  if (kind === "extra-digit") digits.splice(at, 0, String(dice.between(0, 9)));
  if (kind === "missing-digit") digits.splice(at, 1);
  if (kind === "transposition" && at + 1 < digits.length) [digits[at], digits[at + 1]] = [digits[at + 1], digits[at]];
  const made = digits.join("").replace(/^0+(?=\d)/, "");
  return made === "" ? text : sign + made;
}
