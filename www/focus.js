// Taking the person to a field, on their command only.

import { reveal } from "./panes.js";
import { windowOf } from "./realm.js";

/** @typedef {import("./types/inner").Bound} Bound */

// A portal's sticky bars cover what the browser takes for visible.
const EDGE = 120;

/** @param {Bound} bound */
export function focusOn({ control }) {
  const on = control.elements.filter((element) => /** @type {HTMLInputElement} */ (element).checked)[0];
  const element = on || control.element;
  reveal(control.face);
  element.focus();
  const { top, bottom } = control.face.getBoundingClientRect();
  if (top < EDGE || bottom > windowOf(element).innerHeight - EDGE) control.face.scrollIntoView({ block: "center" });
}

/** @param {Bound} bound */
export function holdsFocus({ control }) {
  return control.elements.indexOf(/** @type {any} */ (control.element.ownerDocument.activeElement)) >= 0;
}
