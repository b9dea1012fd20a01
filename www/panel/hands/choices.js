// Lists, groups of buttons and boxes that the browser itself draws: answered as a person answers them. What a stack draws in
// their place is left to the person.

import { CHOSEN, say } from "../../host/enter.js";
import { list } from "../../list.js";

/** @typedef {import("../../types/inner").Control} Control */
/** @typedef {import("../../types/inner").Pack} Pack */
/** Answers, and takes the answer back. @typedef {{ give(): void, back(): void }} Answer */

const YES = /^(是|有|true|yes|y|1|√|✓)$/i;
const NO = /^(否|无|没有|false|no|n|0|×)$/i;

/** @param {string} text */
export function isYesOrNo(text) {
  return YES.test(text) || NO.test(text);
}

/** @param {Control} control @param {string} text @param {Pack["fields"][number]} field @returns {Answer | null} null where nothing of that name is to be chosen */
export function answer(control, text, field) {
  if (control.elements.some((element) => element.getClientRects().length === 0 || /** @type {HTMLInputElement} */ (element).disabled)) return null;
  const said = namesOf(text, field);
  if (control.kind === "select") return ofList(/** @type {HTMLSelectElement} */ (control.element), said);
  return control.kind === "radio" ? ofButtons(/** @type {HTMLInputElement[]} */ (control.elements), said) : ofBox(control.element, text);
}

/** A choice by its value and by its label. @param {string} text @param {Pack["fields"][number]} field */
function namesOf(text, { choices = [], type }) {
  const alike = choices.filter(({ value, label }) => value === text || label === text);
  const names = alike.length > 0 ? [alike[0].value, alike[0].label] : [text];
  return (/** @type {string} */ name) => names.indexOf(name) >= 0 || (type === "boolean" && [YES, NO].some((kind) => kind.test(name) && kind.test(text)));
}

/** @param {HTMLSelectElement} select @param {(name: string) => boolean} said @returns {Answer | null} */
function ofList(select, said) {
  const option = list(select.options).filter(({ value, text }) => value !== "" && (said(text.trim()) || said(value)))[0];
  if (!option) return null;
  const before = select.selectedIndex;
  return { give: () => choose(select, option.index), back: () => choose(select, before) };
}

/** @param {HTMLSelectElement} select @param {number} at */
function choose(select, at) {
  if (select.selectedIndex === at) return;
  select.selectedIndex = at;
  say(select, CHOSEN);
}

/** @param {HTMLInputElement[]} buttons @param {(name: string) => boolean} said @returns {Answer | null} */
function ofButtons(buttons, said) {
  const on = buttons.filter((one) => said(wordsOf(one)) || said(one.value))[0];
  const before = buttons.filter(({ checked }) => checked)[0];
  if (!on) return null;
  return {
    give: () => press(on, true),
    back() {
      if (before) return press(before, true);
      on.checked = false;
      say(on, CHOSEN);
    },
  };
}

/** @param {HTMLInputElement} button */
function wordsOf(button) {
  const label = button.labels ? button.labels[0] : button.closest("label");
  return ((label || button.nextSibling || button).textContent || "").trim();
}

/** @param {HTMLElement} box @param {string} text @returns {Answer | null} */
function ofBox(box, text) {
  const isOn = () => (box.tagName === "BUTTON" ? box.getAttribute("aria-checked") === "true" : /** @type {HTMLInputElement} */ (box).checked);
  const before = isOn();
  if (!isYesOrNo(text)) return null;
  const set = (/** @type {boolean} */ to) => void (isOn() === to || box.click());
  return { give: () => set(YES.test(text)), back: () => set(before) };
}

/** @param {HTMLInputElement} button @param {boolean} to */
function press(button, to) {
  if (button.checked !== to) button.click();
}
