// Which value goes into which field, and what is left as it is and why. Nothing is written yet.

import { boundOf } from "../../bound.js";
import { writable } from "../../host/native.js";
import { isBlank, isHead, namer } from "./cells.js";
import { answer, isYesOrNo } from "./choices.js";
import { labelled, usual } from "./labelled.js";
import { turned } from "./table.js";

/** @typedef {import("../../types/inner").Bound} Bound */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("./choices.js").Answer} Answer */
/** @typedef {import("./table.js").Cell} Cell */
/** Why a value is not filled in. @typedef {"" | "blank" | "closed" | "pick" | "option" | "unknown" | "several" | "twice"} Why */
/** @typedef {{ label: string, bound: Bound | null, now: string, text: string, why: Why, answer: Answer | null }} Step */
/** @typedef {{ kind: "column" | "row", place: number, heading: string }} Way */
/** `rest`: values that found no field. @typedef {{ steps: Step[], rest: number }} Plan */
/** What may be read of a block: `ways` are its lines of values; named: by labels in it. @typedef {{ named: boolean, ways: Way[], first: number, read(way: number): Plan }} Reading */

/** @param {Cell[][]} table @param {Bound} start where it was pasted @param {View} view @returns {Reading} */
export function readingOf(table, start, view) {
  const name = namer(view.pack);
  const [beside, below] = [labelled(table, name), labelled(turned(table), name)];
  const best = below.score > beside.score ? below : beside;
  if (best.score === 0) return runs(table, start, view);
  const kind = best === below ? "row" : "column";
  return {
    named: true,
    ways: best.ways.map(({ heading, place }) => ({ kind, place, heading })),
    first: best.first,
    read: (way) => ({ steps: byName(best.read(way), view), rest: 0 }),
  };
}

/** @param {import("./labelled.js").Named[]} named @param {View} view @returns {Step[]} */
function byName(named, view) {
  /** @type {string[]} */
  const taken = [];
  return named.map(({ label, fields, text }) => {
    const bound = fields.length === 1 ? boundOf(view.bound, fields[0]) : undefined;
    if (!bound) return { label, bound: null, now: "", text, why: fields.length > 1 ? "several" : "unknown", answer: null };
    if (taken.indexOf(bound.field) >= 0) return Object.assign(stepOf(bound, text, view), { why: /** @type {Why} */ ("twice") });
    taken.push(bound.field);
    return stepOf(bound, text, view);
  });
}

/** Values without labels go to the fields that follow. @param {Cell[][]} table @param {Bound} start @param {View} view @returns {Reading} */
function runs(table, start, view) {
  const down = table.length >= table[0].length;
  const lines = down ? turned(table) : table;
  const filled = lines.map((line, place) => ({ line, place })).filter(({ line }) => line.some((cell) => !isBlank(cell)));
  return {
    named: false,
    ways: filled.map(({ line, place }) => ({ kind: down ? "column" : "row", place, heading: isHead(line[0]) ? line[0] || "" : "" })),
    first: filled.length > 1 ? usual(filled.map(({ line }) => line[0] || ""), filled.map(({ line }) => line)) : 0,
    read: (way) => inTurn(filled[way].line, following(start, view, down), view),
  };
}

/** The fields from here on; down a column of figures those of last year stand in another one. @param {Bound} start @param {View} view @param {boolean} down */
function following(start, view, down) {
  const isLast = (/** @type {Bound} */ { field }) => view.pack.fields.some(({ id, lastOf }) => id === field && lastOf !== undefined);
  const rest = view.bound.slice(view.bound.indexOf(start));
  return down ? rest.filter((one) => isLast(one) === isLast(start)) : rest;
}

/** @param {Cell[]} line @param {Bound[]} fields @param {View} view */
function inTurn(line, fields, view) {
  const cells = /** @type {string[]} */ (line.filter((cell) => cell !== null));
  const values = cells.length > 1 && isHead(cells[0]) ? cells.slice(1) : cells;
  /** @type {Step[]} */
  const steps = [];
  let at = 0;
  let used = 0;
  while (used < values.length && at < fields.length) {
    const bound = fields[at];
    const one = stepOf(bound, values[used], view);
    at += 1;
    // What cannot take a value here leaves it to the next, unless it is plainly its own.
    if (one.why === "" || one.why === "blank" || (one.why !== "closed" && isOwn(bound.field, values[used], view))) used += 1;
    else Object.assign(one, { text: "", why: one.why === "closed" ? one.why : "pick" });
    steps.push(one);
  }
  return { steps, rest: values.slice(used).filter((cell) => cell !== "").length };
}

/** A choice of the field, by value or label. @param {string} field @param {string} text @param {View} view */
function isOwn(field, text, { pack }) {
  const { choices = [], type } = pack.fields.filter(({ id }) => id === field)[0];
  return choices.some(({ value, label }) => value === text || label === text) || (type === "boolean" && isYesOrNo(text));
}

/** @param {Bound} bound @param {string} text @param {View} view @returns {Step} */
export function stepOf(bound, text, view) {
  const field = view.pack.fields.filter(({ id }) => id === bound.field)[0];
  const { control } = bound;
  const choice = control.kind === "text" ? null : answer(control, text, field);
  const now = view.report.fields[bound.field].typed;
  return { label: field.label, bound, now, text, why: whyNot(bound, text, choice), answer: choice };
}

/** @param {Bound} bound @param {string} text @param {Answer | null} choice @returns {Why} */
function whyNot({ control }, text, choice) {
  const { element, elements, kind } = control;
  if (element.closest("[role=combobox],.el-select,.el-cascader,.ant-select,.combo") || elements.some((one) => one.getClientRects().length === 0 && kind !== "text")) return "pick";
  if (kind === "text") return writable(control) ? (text === "" ? "blank" : "") : "closed";
  if (elements.every((one) => /** @type {HTMLInputElement} */ (one).disabled)) return "closed";
  return text === "" ? "blank" : choice ? "" : "option";
}
