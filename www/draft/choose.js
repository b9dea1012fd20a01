// Puts texts back into a form: into text boxes as one change, into lists, buttons and boxes as a person chooses.

import { CHOSEN, say } from "../host/enter.js";
import { fold, list } from "../list.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").Bound} Bound */
/** @typedef {import("../types/inner").View} View */

/** @param {View} view @param {Actions} actions @param {Record<string, string>} texts @returns {string[]} fields that took it */
export function putBack(view, actions, texts) {
  const some = view.bound.filter(({ field }) => texts[field] !== undefined);
  // Choices first: they may bring the boxes that the texts belong in.
  const chosen = some.filter((one) => one.control.kind !== "text" && choose(one, texts[one.field], view));
  const written = fold(some, (/** @type {Record<string, string>} */ all, { field, control }) => {
    if (control.kind === "text") all[field] = texts[field];
    return all;
  }, {});
  return chosen.map(({ field }) => field).concat(actions.enterAll(written));
}

/** @param {Bound} bound @param {string} text @param {View} view */
function choose({ field, control }, text, view) {
  if (/** @type {HTMLInputElement} */ (control.element).disabled) return false;
  const { choices } = view.pack.fields.filter(({ id }) => id === field)[0];
  const same = (choices || []).filter(({ value, label }) => value === text || label === text)[0];
  const names = same ? [text, same.value, same.label] : [text];
  if (control.kind === "select") return pick(/** @type {HTMLSelectElement} */ (control.element), names);
  const buttons = /** @type {HTMLInputElement[]} */ (control.elements);
  if (control.kind === "checkbox") return press(buttons[0], text === "true");
  const wanted = buttons.filter((one) => names.some((name) => name === one.value || name === wordsOf(one)))[0];
  return text === "" ? buttons.every((one) => press(one, false)) : !!wanted && press(wanted, true);
}

/** @param {HTMLSelectElement} select @param {string[]} names */
function pick(select, names) {
  const options = /** @type {HTMLOptionElement[]} */ (list(/** @type {any} */ (select.options)));
  const option = options.filter(({ value, text }) => names.some((name) => name === value || name === text))[0];
  if (!option) return false;
  select.selectedIndex = option.index;
  say(select, CHOSEN);
  return true;
}

/** @param {HTMLInputElement} box @param {boolean} on */
function press(box, on) {
  const isOn = () => (box.tagName === "BUTTON" ? box.getAttribute("aria-checked") === "true" : box.checked);
  if (isOn() !== on) box.click();
  // A chosen button among several does not let go by a press.
  if (isOn() !== on && box.type === "radio") {
    box.checked = on;
    say(box, CHOSEN);
  }
  return isOn() === on;
}

/** @param {HTMLInputElement} input */
function wordsOf(input) {
  const label = input.labels ? input.labels[0] : input.closest("label");
  return label ? (label.textContent || "").trim() : input.title;
}
