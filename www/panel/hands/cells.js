// What the text of a cell is: a figure, a unit, this year's heading, the label of a field.

import { alike } from "../../bind/likeness.js";
import { unitIn, wording } from "../../bind/wording.js";
import { own, put } from "../../record.js";

/** @typedef {import("../../types/inner").Pack} Pack */
/** @typedef {import("./table.js").Cell} Cell */

const NUMBER = /^[-+−]?\d[\d,.\s]*/;
const NONE = /^([-—/]+|无|是|否|有)$/;
const NOW = /本年|今年|本期|当年|本次|本月|本季|thisyear|current/;
const HEAD = /^(指标|数值|数据|填报数|完成数|实际|(本|今|当|上|去)年?(年|期|月|季|次)?(度|末|数|实际|完成|完成数|同期)*|\d{4}年(度|末)?)$/;

/** A number, with its unit or not, or what stands where there is none. @param {Cell} cell */
export function isFigure(cell) {
  const text = (cell || "").normalize("NFKC");
  const rest = text.replace(NUMBER, "").replace(/^[万亿]/, "");
  return NONE.test(text) || (NUMBER.test(text) && (rest === "" || unitIn(rest) !== ""));
}

/** @param {Cell} cell */
export function isBlank(cell) {
  return cell === null || cell === "";
}

/** @param {Cell} cell */
export function isUnit(cell) {
  return cell !== null && cell !== "" && unitIn(cell) !== "";
}

/** @param {string} heading */
export function isNow(heading) {
  return NOW.test(wording(heading).full);
}

/** A heading over a column of figures, and no value. @param {Cell} cell */
export function isHead(cell) {
  return cell !== null && HEAD.test(wording(cell).full);
}

/** Nothing is left over for what is only nearly the same. */
const NO_STEMS = new Map();

/** Which fields a label names: by label or alias, the same but for marks, numbering and unit. @param {Pack} pack @returns {(cell: Cell) => string[]} */
export function namer(pack) {
  const known = pack.fields.map(({ id, unit, label, aliases, lastOf }) => {
    const base = pack.fields.filter((field) => field.id === lastOf)[0];
    const last = base ? [base.label].concat(base.aliases).map((name) => `上年${name}`) : [];
    return { id, unit, names: [label].concat(aliases, last).map(wording) };
  });
  /** @type {Record<string, string[]>} */
  const found = {};
  /** @param {string} cell */
  const find = (cell) => {
    const said = wording(cell);
    const fits = known.map(({ id, unit, names }) => ({ id, how: Math.max(...names.map((name) => alike(name, said, unit, NO_STEMS))) }));
    const best = Math.max(...fits.map(({ how }) => how));
    return best > 0 ? fits.filter(({ how }) => how === best).map(({ id }) => id) : [];
  };
  return (cell) => {
    if (isBlank(cell) || isFigure(cell)) return [];
    const text = /** @type {string} */ (cell);
    if (!own(found, text)) put(found, text, find(text));
    return found[text];
  };
}
