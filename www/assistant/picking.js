// The next click on the page names an input instead of doing what it does.

import { listen } from "../events.js";
import { controls } from "../host/native.js";

/**
 * @param {Element} container
 * @param {(element: Element | null) => void} picked null: cancelled
 * @returns {() => void} ends it
 */
export function pick(container, picked) {
  const page = container.ownerDocument;
  const end = (/** @type {Event} */ event, /** @type {Element | null} */ element) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
    picked(element);
  };
  const swallow = (/** @type {Event} */ event) => {
    if (inputAt(container, event.target)) event.preventDefault();
  };
  const stop = listen(page, {
    mousedown: swallow,
    click: (/** @type {MouseEvent} */ event) => {
      const element = inputAt(container, event.target);
      if (element) end(event, element);
    },
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") end(event, null);
    },
  }, true);
  return stop;
}

/** The input under the pointer, or the one whose cell, item or face was meant. @param {Element} container @param {EventTarget | null} target */
function inputAt(container, target) {
  const all = controls(container.ownerDocument.body);
  for (let at = /** @type {Element | null} */ (target), level = 0; at && level < 4; at = at.parentElement, level += 1) {
    const around = at;
    const inside = all.filter(({ element, face, elements }) => around.contains(element) || around === face || elements.some((one) => around.contains(one)));
    if (inside.length === 1) return inside[0].element;
    if (inside.length > 1) return null;
  }
  return null;
}
