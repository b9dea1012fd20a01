// Questions about the inputs of a form that are bound.

/** @typedef {import("./types/inner").Bound} Bound */

/** @param {Bound[]} all @param {string} field @returns {Bound | undefined} */
export function boundOf(all, field) {
  return all.filter((one) => one.field === field)[0];
}

/** Nothing of the form is to be seen: it is in a closed dialog or tab of the page. @param {Element} container @param {Bound[]} bound */
export function isPutAway(container, bound) {
  return container.getClientRects().length === 0 && bound.every(({ control }) => control.face.getClientRects().length === 0);
}
