// What the other answers still leave for a field, with the rules that leave no more.

import { put } from "../../record.js";
import { attribute, button, fill, make } from "../dom.js";
import { groupedEnds } from "../grouped.js";
import { keyed } from "./key.js";

/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("../../types/tianbao").PackField} PackField */
/** @typedef {import("../../types/tianbao").Range} Range */
/** @typedef {import("./text.js").Words} Words */

/** @param {Words} text @param {import("./take.js").Taking} taking @param {() => boolean} brief */
export function makeRange(text, taking, brief) {
  let written = "";
  /** @type {HTMLElement[]} */
  let drawn = [];
  /** @param {PackField} field @param {Range | null} range @param {View} view @returns {HTMLElement[]} */
  return (field, range, view) => {
    const now = JSON.stringify([field.id, range, view.report.fields[field.id].state === "blank", brief()]);
    if (now !== written) drawn = lines(field, range, view);
    written = now;
    return drawn;
  };

  /** @param {PackField} field @param {Range | null} range @param {View} view */
  function lines(field, range, view) {
    if (!range || range.because.length === 0) return [];
    const one = range.min !== null && range.min === range.max;
    // A figure that is there already need not be worked out.
    if (one && view.report.fields[field.id].state !== "blank") return [];
    const line = one ? derived(field, /** @type {string} */ (range.min), view) : make("div", "beside answer", text.allowed + said(range, field.unit));
    return brief() ? [line] : [line, make("div", "beside because-of", text.because + because(range, view, text))];
  }

  /** @param {PackField} field @param {string} value @param {View} view */
  function derived({ id, label, unit }, value, view) {
    const offer = text.derived + groupedEnds([value], unit)[0];
    /** @type {Record<string, string>} */
    const values = {};
    put(values, id, value);
    const derived = { fields: [id], values };
    if (!taking.can(derived, view)) return make("div", "beside answer", offer);
    const take = button("offer mend", offer, () => taking.take(derived, view, text));
    attribute(take, "aria-label", label + text.colon + offer);
    const line = fill(make("div", "beside answer"), take);
    return brief() ? line : fill(line, keyed(take, text.key));
  }

  /** @param {Range} range @param {string | undefined} unit */
  function said({ min, max }, unit) {
    if (min === null || max === null) return (min === null ? text.atMost : text.atLeast).join(groupedEnds([/** @type {string} */ (min === null ? max : min)], unit)[0]);
    return groupedEnds([min, max], unit).join(" – ");
  }
}

/** The rules by name, as far as they are read at a glance. @param {Range} range @param {View} view @param {Words} text */
function because({ because: ids }, { pack }, text) {
  const labels = ids.map((id) => pack.rules.filter((rule) => rule.id === id)[0].label);
  return labels.length > 2 ? labels.slice(0, 2).join(text.and) + text.more.join(String(labels.length)) : labels.join(text.and);
}
