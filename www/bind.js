// Which input is which field: by map, data attribute, name, id or the component's prop, then by what the page says beside it.
// A wrong binding would check the wrong figure, so whatever is in doubt stays unbound and is listed with its candidates.

import { choose } from "./bind/choose.js";
import { isClosed, likenesses } from "./bind/likeness.js";
import { byName } from "./bind/names.js";
import { isElsewhere } from "./bind/outside.js";
import { list, once } from "./list.js";

/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./types/inner").BindResult} BindResult */
/** @typedef {import("./types/inner").Control} Control */
/** @typedef {import("./types/inner").FieldNames} FieldNames */
/** @typedef {import("./types/inner").Host} Host */
/** @typedef {{ field: FieldNames, control: Control, score: number, by: Bound["by"] }} Pair */
/** @typedef {{ bound: Bound[], unbound: BindResult["unbound"], fields: FieldNames[], controls: Control[] }} Work */

const ENOUGH = 0.74;
/** A label that says so clearly is not overruled by a name. */
const PLAIN = 0.92;

/**
 * @param {Element} container
 * @param {FieldNames[]} fields
 * @param {Control[]} controls
 * @param {Record<string, string>} map id to selector
 * @param {Host} host
 * @returns {BindResult}
 */
export function bind(container, fields, controls, map, host) {
  /** @type {Work} */
  const work = { bound: [], unbound: [], fields: fields.slice(), controls: controls.slice() };
  const mapped = byMap(work, container, map);
  work.controls = work.controls.filter((control) => !isElsewhere(control, container));
  const alike = likenesses(fields, work.controls);
  settle(work, pairs(work, dataScore), 0.01);
  const named = pairs(work, (field, control) => byName(field, control, host.prop(control)));
  const doubt = settle(work, named.filter((pair) => !denied(pair, work, alike)), 0.02);
  const contested = named.filter((pair) => work.fields.indexOf(pair.field) >= 0);
  const unsure = settle(work, labelPairs(work, alike, contested), 0.04);
  work.fields.forEach((field) => work.unbound.push(leftover(field, contested.concat(doubt, unsure))));
  return { bound: inPageOrder(work.bound, controls), unbound: work.unbound, mapped };
}

/** @param {Work} work @param {Element} container @param {Record<string, string>} map @returns {Record<string, Control>} the inputs of ids that are no field */
function byMap(work, container, map) {
  /** @type {Record<string, Control>} */
  const mapped = {};
  Object.keys(map).forEach((id) => {
    const field = work.fields.filter((one) => one.id === id)[0];
    const hits = select(container, map[id]);
    const control = work.controls.filter((one) => hits.some((hit) => standsFor(one, hit)))[0];
    if (field && control) take(work, { field, control, score: 1, by: "map" });
    else if (control) {
      mapped[id] = control;
      work.controls = work.controls.filter((one) => one !== control);
    } else if (field) {
      work.fields = work.fields.filter((one) => one !== field);
      work.unbound.push({ field: id, why: "selector", candidates: hits });
    }
  });
  return mapped;
}

/** A stack may show another input in the place of the one that has the name. @param {Control} control @param {Element} hit */
function standsFor({ elements }, hit) {
  if (elements.indexOf(/** @type {HTMLElement} */ (hit)) >= 0) return true;
  const { type, style, nextElementSibling, parentElement } = /** @type {HTMLInputElement} */ (hit);
  if (hit.tagName !== "INPUT" || (type !== "hidden" && style.display !== "none")) return false;
  return elements.some((element) => element.parentElement === parentElement && type === "hidden" || !!nextElementSibling && nextElementSibling.contains(element));
}

/** @param {Element} container @param {string} selector @returns {Element[]} */
function select(container, selector) {
  try {
    const inside = list(container.querySelectorAll(selector));
    return inside.length > 0 ? inside : list(container.ownerDocument.querySelectorAll(selector));
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
  work.controls.forEach((control) => work.fields.forEach((field) => {
    const { by, score } = rate(field, control);
    if (score >= ENOUGH && (by === "data" || !worksOut(field, control))) found.push({ field, control, score, by });
  }));
  return found;
}

/** The portal works it out by itself: nobody can mend it there. @param {FieldNames} field @param {Control} control */
function worksOut(field, control) {
  return !!field.optional && isClosed(control);
}

/** @param {FieldNames} field @param {Control} control @returns {{ by: "data", score: number }} */
function dataScore(field, control) {
  const said = control.element.getAttribute("data-tianbao-field") || control.element.getAttribute("data-field");
  return { by: "data", score: said === field.id ? 1 : 0 };
}

/** The page says beside the input that it is another figure, or one in another unit. @param {Pair} pair @param {Work} work @param {import("./bind/likeness.js").Likenesses} alike */
function denied({ field, control }, work, alike) {
  if (alike.clash(field, control)) return true;
  const own = alike.score(field, control);
  return own < PLAIN && work.fields.some((other) => other !== field && alike.score(other, control) >= PLAIN);
}

/** @param {Work} work @param {import("./bind/likeness.js").Likenesses} alike @param {Pair[]} contested a field that names speak of may only go to one of the inputs that they mean */
function labelPairs(work, alike, contested) {
  return pairs(work, (field, control) => {
    const rivals = contested.filter((pair) => pair.field === field);
    const allowed = rivals.length === 0 || rivals.some((pair) => pair.control === control);
    return { by: "label", score: allowed ? alike.score(field, control) : 0 };
  });
}

/** @param {FieldNames} field @param {Pair[]} doubt @returns {BindResult["unbound"][number]} */
function leftover(field, doubt) {
  const candidates = once(doubt.filter((pair) => pair.field === field).map((pair) => pair.control.element));
  return { field: field.id, why: candidates.length > 0 ? "ambiguous" : "not-found", candidates };
}

/** @param {Bound[]} bound @param {Control[]} controls */
function inPageOrder(bound, controls) {
  return bound.sort((a, b) => controls.indexOf(a.control) - controls.indexOf(b.control));
}
