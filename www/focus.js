// Taking the person to a field, on their command only.

/** @typedef {import("./types/inner").Bound} Bound */

// A portal's sticky bars cover what the browser takes for visible.
const EDGE = 120;

/** @param {Bound} bound */
export function focusOn({ control }) {
  const on = control.elements.filter((element) => /** @type {HTMLInputElement} */ (element).checked)[0];
  const element = on || control.element;
  element.focus();
  const { top, bottom } = element.getBoundingClientRect();
  if (top < EDGE || bottom > innerHeight - EDGE) element.scrollIntoView({ block: "center" });
}

/** @param {Bound} bound */
export function holdsFocus({ control }) {
  return control.elements.indexOf(/** @type {any} */ (document.activeElement)) >= 0;
}
