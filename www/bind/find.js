// Where on a page is the form? The smallest element that holds nearly all of the fields that inputs speak of.

import { fold, keysOf } from "../list.js";
import { likenesses } from "./likeness.js";
import { byName } from "./names.js";
import { isElsewhere } from "./outside.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").FieldNames} FieldNames */
/** @typedef {import("../types/inner").Host} Host */
/** @typedef {{ container: Element, fields: number }} Found */

const ENOUGH = 0.74;
const LEAST = 3;

/** @param {Element} body @param {FieldNames[]} fields @param {Control[]} controls @param {Host} host @param {Record<string, string>} map @returns {Found | null} */
export function find(body, fields, controls, host, map) {
  const claims = claimsOf(fields, controls.filter((control) => !isElsewhere(control, body)), host).concat(mapped(body, controls, map));
  /** Which fields each element holds. @type {Map<Element, Set<string>>} */
  const held = new Map();
  claims.forEach(({ element, field }) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const some = held.get(at) || new Set();
      held.set(at, some.add(field));
    }
  });
  const whole = held.get(body);
  return whole && whole.size >= LEAST ? smallest(held, whole.size) : null;
}

/** @param {Map<Element, Set<string>>} held @param {number} all @returns {Found} */
function smallest(held, all) {
  const most = keysOf(held).map((element) => ({ element, count: (held.get(element) || new Set()).size }));
  const form = most.filter(({ element, count }) => element.tagName === "FORM" && count >= LEAST && count * 2 > all).sort((a, b) => b.count - a.count)[0];
  const nearlyAll = most.filter(({ count }) => count * 10 >= all * 9);
  const found = form || fold(nearlyAll, (a, b) => (a.element.contains(b.element) ? b : a), nearlyAll[0]);
  return { container: found.element, fields: found.count };
}

/** @param {FieldNames[]} fields @param {Control[]} controls @param {Host} host */
function claimsOf(fields, controls, host) {
  const alike = likenesses(fields, controls);
  return fold(controls, (all, control) => {
    const prop = host.prop(control);
    const best = fields.map((field) => ({ field, score: Math.max(byName(field, control, prop).score, alike.score(field, control)) })).sort((a, b) => b.score - a.score)[0];
    return best && best.score >= ENOUGH ? all.concat({ element: control.element, field: best.field.id }) : all;
  }, /** @type {{ element: Element, field: string }[]} */ ([]));
}

/** @param {Element} body @param {Control[]} controls @param {Record<string, string>} map */
function mapped(body, controls, map) {
  return fold(Object.keys(map), (all, field) => {
    const element = controls.map((control) => control.element).filter((one) => matches(one, map[field]))[0];
    return element && body.contains(element) ? all.concat({ element, field }) : all;
  }, /** @type {{ element: Element, field: string }[]} */ ([]));
}

/** @param {Element} element @param {string} selector */
function matches(element, selector) {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
