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
