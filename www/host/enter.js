// Puts a text in as a person would, so that what is shown is what is sent: portals learn of it by focus, input, change and
// blur, and some take only the last of them.

import { windowOf } from "../realm.js";

/** @typedef {import("../types/inner").Control} Control */

/** What a page hears when an answer is given. */
export const CHOSEN = ["input", "change"];

/**
 * @param {Control} control
 * @param {string} text
 * @returns {boolean} whether it stands there afterwards
 */
export function enter(control, text) {
  const input = /** @type {HTMLInputElement} */ (control.element);
  if (control.kind !== "text") return false;
  if (input.value === text) return true;
  if (!typeInto(input, text)) announce(input, text);
  return plain(input.value) === plain(text);
}

/** A stack may show 1,234 for 1234. @param {string} text */
function plain(text) {
  return text.replace(/[,\s]/g, "");
}

// Typing for the person keeps the browser's own undo: one step takes it back. It needs the focus, and the blur follows
// when the person goes on.
/** @param {HTMLInputElement} input @param {string} text */
function typeInto(input, text) {
  const page = input.ownerDocument;
  if (page.activeElement !== input || input.readOnly || input.disabled) return false;
  input.select();
  return page.execCommand("insertText", false, text) && input.value === text;
}

// A person who types elsewhere keeps the focus, so it is only said to have come and gone.
/** @param {HTMLInputElement} input @param {string} text */
function announce(input, text) {
  const here = input.ownerDocument.activeElement === input;
  if (!here) say(input, ["focus", "focusin"]);
  setValue(input, text);
  say(input, CHOSEN);
  if (!here) say(input, ["blur", "focusout"]);
}

// The prototype's setter, because frameworks shadow `value` on the element to learn of changes by events alone.
/** @param {HTMLInputElement} input @param {string} text */
function setValue(input, text) {
  const view = windowOf(input);
  const { prototype } = input.tagName === "TEXTAREA" ? view.HTMLTextAreaElement : view.HTMLInputElement;
  const property = Object.getOwnPropertyDescriptor(prototype, "value");
  if (property && property.set) property.set.call(input, text);
  else input.value = text;
}

/** What a page hears of an input. @param {HTMLElement} input @param {string[]} types */
export function say(input, types) {
  const view = windowOf(input);
  types.forEach((type) => {
    const bubbles = type !== "focus" && type !== "blur";
    input.dispatchEvent(/focus|blur/.test(type) ? new view.FocusEvent(type, { bubbles }) : new view.Event(type, { bubbles }));
  });
}
