// Which input is which field: by map, data attribute, name or id, then by what the page says beside it.
// A wrong binding would check the wrong figure, so whatever is in doubt stays unbound and is listed with its candidates.

import { choose } from "./bind/choose.js";
import { evidence } from "./bind/labels.js";
import { byName } from "./bind/names.js";
import { wording } from "./bind/wording.js";

/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./types/inner").BindResult} BindResult */
/** @typedef {import("./types/inner").Control} Control */
/** @typedef {import("./types/inner").FieldNames} FieldNames */
/** @typedef {{ field: FieldNames, control: Control, score: number, by: Bound["by"] }} Pair */
/** @typedef {{ bound: Bound[], unbound: BindResult["unbound"], fields: FieldNames[], controls: Control[] }} Work */

const ENOUGH = 0.74;
const SEARCH = /(^|[-_\s])(search|query|filter)([-_\s]|$|form|bar|box)/i;
const TEMPLATE = /\[#|\{\{|\$\{|<%|__(index|prefix|name)__/;

/**
 * @param {Element} container
 * @param {FieldNames[]} fields
 * @param {Control[]} controls
 * @param {Record<string, string>} map field id to selector
 * @returns {BindResult}
 */
export function bind(container, fields, controls, map) {
  const open = controls.filter((control) => belongs(control, container));
  /** @type {Work} */
  const work = { bound: [], unbound: [], fields: fields.slice(), controls: open };
  byMap(work, container, controls, map);
  settle(work, pairs(work, dataScore), 0.01);
  const doubt = settle(work, pairs(work, nameScore), 0.02);
  const inputs = new Set(controls.reduce((all, control) => all.concat(control.elements), /** @type {Element[]} */ ([])));
  const unsure = settle(work, labelPairs(work, inputs, doubt), 0.04);
  work.fields.forEach((field) => work.unbound.push(leftover(field, doubt.concat(unsure))));
  return { bound: inPageOrder(work.bound, controls), unbound: work.unbound };
}

/** @param {Work} work @param {Element} container @param {Control[]} controls @param {Record<string, string>} map */
function byMap(work, container, controls, map) {
  Object.keys(map).forEach((id) => {
    const field = work.fields.filter((one) => one.id === id)[0];
    if (!field) return;
    const hits = select(container, map[id]);
    const control = controls.filter((one) => one.elements.some((element) => hits.indexOf(element) >= 0))[0];
    if (control) take(work, { field, control, score: 1, by: "map" });
    else {
      work.fields = work.fields.filter((one) => one !== field);
      work.unbound.push({ field: id, why: "selector", candidates: hits });
    }
  });
}

/** @param {Element} container @param {string} selector @returns {Element[]} */
function select(container, selector) {
  try {
    const inside = Array.from(container.querySelectorAll(selector));
    return inside.length > 0 ? inside : Array.from(document.querySelectorAll(selector));
  } catch {
    return [];
  }
}

/** Takes what is certain and says what was not. @param {Work} work @param {Pair[]} found @param {number} margin @returns {Pair[]} */
function settle(work, found, margin) {
  const { chosen, doubtful } = choose(found, margin);
  chosen.forEach((pair) => take(work, pair));
  return doubtful;
}

/** @param {Work} work @param {Pair} pair */
function take(work, { field, control, score, by }) {
  work.bound.push({ field: field.id, element: control.element, by, score, control });
  work.fields = work.fields.filter((one) => one !== field);
  work.controls = work.controls.filter((one) => one !== control);
}

/**
 * @param {Work} work
 * @param {(field: FieldNames, control: Control) => { by: Bound["by"], score: number }} rate
 * @returns {Pair[]}
 */
function pairs(work, rate) {
  /** @type {Pair[]} */
  const found = [];
  work.fields.forEach((field) => work.controls.forEach((control) => {
    const { by, score } = rate(field, control);
    if (score >= ENOUGH) found.push({ field, control, score, by });
  }));
  return found;
}

/** @param {FieldNames} field @param {Control} control @returns {{ by: "data", score: number }} */
function dataScore(field, control) {
  const said = control.element.getAttribute("data-tianbao-field") || control.element.getAttribute("data-field");
  return { by: "data", score: said === field.id ? 1 : 0 };
}

/** @param {FieldNames} field @param {Control} control @returns {{ by: "name" | "id", score: number }} */
function nameScore(field, control) {
  return byName(field, control);
}

/**
 * @param {Work} work
 * @param {Set<Element>} inputs
 * @param {Pair[]} doubt a field that names could not settle may only go to one of the inputs that they left over
 * @returns {Pair[]}
 */
function labelPairs(work, inputs, doubt) {
  const known = new Map(work.fields.map((field) => /** @type {[FieldNames, Label[]]} */ ([field, labelsOf(field)])));
  const read = new Map(work.controls.map((control) => /** @type {[Control, Read]} */ ([control, readPage(control, inputs)])));
  return pairs(work, (field, control) => {
    const contested = doubt.filter((pair) => pair.field === field);
    const allowed = contested.length === 0 || contested.some((pair) => pair.control === control);
    const page = /** @type {Read} */ (read.get(control));
    return { by: "label", score: allowed ? likeness(/** @type {Label[]} */ (known.get(field)), field, page) : 0 };
  });
}

/** @typedef {{ said: import("./bind/wording.js").Wording, weight: number }} Label */
/** @typedef {{ texts: Label[], unit: string }} Read */

/** @param {FieldNames} field @returns {Label[]} */
function labelsOf(field) {
  return field.names.map((name, i) => ({ said: wording(name), weight: i < field.labels ? 1 : 0.97 }));
}

/** @param {Control} control @param {Set<Element>} inputs @returns {Read} */
function readPage(control, inputs) {
  const { texts, unit } = evidence(control, inputs);
  return { texts: texts.map(({ text, weight }) => ({ said: wording(text), weight })), unit };
}

/** @param {Label[]} labels @param {FieldNames} field @param {Read} page */
function likeness(labels, field, page) {
  const score = page.texts.reduce((top, text) =>
    labels.reduce((best, label) => Math.max(best, alike(label.said, text.said, field.unit) * label.weight * text.weight), top), 0);
  return clashes(page.unit, field.unit) ? score * 0.7 : score;
}

/** @param {import("./bind/wording.js").Wording} label @param {import("./bind/wording.js").Wording} text @param {string | undefined} unit */
function alike(label, text, unit) {
  if (text.bare === "" || label.bare === "") return 0;
  if (text.full === label.full) return 1;
  if (text.bare !== label.bare) return 0;
  const foreign = text.asides.filter((aside) => label.asides.indexOf(aside) < 0);
  if (foreign.every((aside) => aside === unit || aside === "单位:" + unit)) return text.asides.length >= label.asides.length ? 0.98 : 0.92;
  return 0.8;
}

// 名 and 人 count the same; any other two units mean two figures.
/** @param {string} seen @param {string | undefined} unit */
function clashes(seen, unit) {
  const same = (/** @type {string} */ text) => text.replace("名", "人").replace("千克", "公斤");
  return seen !== "" && !!unit && same(seen) !== same(unit);
}

/** @param {FieldNames} field @param {Pair[]} doubt @returns {BindResult["unbound"][number]} */
function leftover(field, doubt) {
  const candidates = doubt.filter((pair) => pair.field === field).map((pair) => pair.control.element);
  const once = candidates.filter((element, i) => candidates.indexOf(element) === i);
  return { field: field.id, why: once.length > 0 ? "ambiguous" : "not-found", candidates: once };
}

/** @param {Control} control @param {Element} container */
function belongs(control, container) {
  if (TEMPLATE.test(control.name + control.id)) return false;
  for (let at = control.element.parentElement; at && at !== container; at = at.parentElement) {
    if (at.getAttribute("role") === "search" || SEARCH.test(`${at.id} ${at.getAttribute("class") || ""}`)) return false;
  }
  return true;
}

/** @param {Bound[]} bound @param {Control[]} controls */
function inPageOrder(bound, controls) {
  return bound.sort((a, b) => controls.indexOf(a.control) - controls.indexOf(b.control));
}

/** The smallest element that holds the form: a `<form>` with most of what can be bound, else what nearly all is in. @param {Bound[]} bound */
export function smallest(bound) {
  if (bound.length < 3) return null;
  const around = new Map();
  bound.forEach(({ element }) => {
    for (let at = element.parentElement; at; at = at.parentElement) around.set(at, (around.get(at) || 0) + 1);
  });
  const most = /** @type {[Element, number][]} */ (Array.from(around)).filter(([, held]) => held >= 3 && held * 2 > bound.length);
  const form = most.filter(([element]) => element.tagName === "FORM")[0];
  if (form) return form[0];
  return most.filter(([, held]) => held * 10 >= bound.length * 9).reduce(deeper, most[0])[0];
}

/** @param {[Element, number]} a @param {[Element, number]} b */
function deeper(a, b) {
  return a[0].contains(b[0]) ? b : a;
}
