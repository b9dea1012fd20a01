// How well what the page says beside an input fits the names of a field. Only sameness counts, of the whole or of what is left
// without unit and filling words: 参保人数 is inside 应参保人数 and is another figure.

import { fold } from "../list.js";
import { evidence } from "./labels.js";
import { sameUnit, stem, wording } from "./wording.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").FieldNames} FieldNames */
/** @typedef {import("./wording.js").Wording} Wording */
/** @typedef {{ said: Wording, weight: number }} Label */
/** @typedef {{ texts: Label[], unit: string }} Read */
/** @typedef {{ score(field: FieldNames, control: Control): number, clash(field: FieldNames, control: Control): boolean }} Likenesses */

/** Asides that do not make it another figure. */
const HARMLESS = /^(单位.*|必填|选填|整数|保?留?.{0,2}位小数|数字|自动计算|如有|含.*|注.*|本年度?|全年|年度)$/;

/** @param {FieldNames[]} fields @param {Control[]} controls @returns {Likenesses} */
export function likenesses(fields, controls) {
  const inputs = new Set(fold(controls, (all, control) => all.concat(control.elements), /** @type {Element[]} */ ([])));
  const known = new Map(fields.map((field) => /** @type {[FieldNames, Label[]]} */ ([field, labelsOf(field)])));
  const stems = countStems(known);
  /** @type {Map<Control, Read>} */
  const read = new Map();
  /** @type {Map<Control, Map<FieldNames, number>>} */
  const scores = new Map();
  /** @param {Control} control */
  const pageOf = (control) => {
    const page = read.get(control) || readPage(control, controls, inputs);
    read.set(control, page);
    return page;
  };
  return {
    score(field, control) {
      const row = scores.get(control) || new Map();
      scores.set(control, row);
      if (!row.has(field)) row.set(field, rate(known.get(field) || [], field, pageOf(control), stems) * (isClosed(control) ? 0.95 : 1));
      return row.get(field) || 0;
    },
    clash: (field, control) => clashes(pageOf(control).unit, field.unit),
  };
}

/** Of two that are called the same, the one that can be filled in is meant. @param {Control} control */
export function isClosed(control) {
  const { readOnly, disabled } = /** @type {HTMLInputElement} */ (control.element);
  return control.kind === "text" && (readOnly || disabled);
}

/** @param {FieldNames} field @returns {Label[]} */
function labelsOf(field) {
  return field.names.map((name, i) => ({ said: wording(name), weight: i < field.labels ? 1 : 0.97 }));
}

/** What is left of names without filling words may be the same for two fields: then it says nothing. @param {Map<FieldNames, Label[]>} known */
function countStems(known) {
  /** @type {Map<string, Set<FieldNames>>} */
  const stems = new Map();
  known.forEach((labels, field) => labels.forEach(({ said }) => {
    const users = stems.get(stem(said.bare)) || new Set();
    stems.set(stem(said.bare), users.add(field));
  }));
  return stems;
}

/** @param {Control} control @param {Control[]} controls @param {Set<Element>} inputs @returns {Read} */
function readPage(control, controls, inputs) {
  const { texts, unit } = evidence(control, controls, inputs);
  return { texts: texts.map(({ text, weight }) => ({ said: wording(text), weight })), unit };
}

/** @param {Label[]} labels @param {FieldNames} field @param {Read} page @param {Map<string, Set<FieldNames>>} stems */
function rate(labels, field, page, stems) {
  const score = fold(page.texts, (top, text) =>
    fold(labels, (best, label) => Math.max(best, alike(label.said, text.said, field.unit, stems) * label.weight * text.weight), top), 0);
  return clashes(page.unit, field.unit) ? score * 0.7 : score;
}

/** How alike two wordings are, 0 to 1: other than 0 only for the same. @param {Wording} label @param {Wording} text @param {string | undefined} unit @param {Map<string, Set<FieldNames>>} stems */
export function alike(label, text, unit, stems) {
  if (text.bare === "" || label.bare === "") return 0;
  if (text.full === label.full) return 1;
  const foreign = text.asides.filter((aside) => label.asides.indexOf(aside) < 0 && !HARMLESS.test(aside) && !(unit && sameUnit(aside, unit)));
  if (foreign.length > 0) return 0;
  if (text.bare === label.bare) return text.asides.length >= label.asides.length ? 0.98 : 0.94;
  const users = stem(text.bare) === stem(label.bare) ? stems.get(stem(label.bare)) : undefined;
  return users && users.size === 1 ? 0.86 : 0;
}

/** @param {string} seen @param {string | undefined} unit */
function clashes(seen, unit) {
  return seen !== "" && !!unit && !sameUnit(seen, unit);
}
