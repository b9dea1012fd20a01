// On any page with jQuery: $(form).submit() calls jQuery's own list of handlers first, and the browser raises no event for it.

import { list } from "../list.js";
import { windowOf } from "../realm.js";

/** @typedef {import("../types/inner").Wrap} Wrap */

/** The jQuery of a form's own window, whatever its version. @param {Node} node @returns {any} */
export function jqueryOf(node) {
  const view = /** @type {any} */ (windowOf(node));
  const found = view.jQuery || view.$;
  return found && found.fn ? found : undefined;
}

/**
 * Every handler that jQuery would call for a submission of these forms, delegated ones included. What is relied upon: the lists
 * in `_data(element, "events")` and their `handler`, as from jQuery 1.5 to 3.
 * @param {any} jquery
 * @param {HTMLFormElement[]} forms
 * @param {Wrap} wrap
 */
export function hookSubmit(jquery, forms, wrap) {
  if (!jquery || !jquery._data) return;
  const concerns = (/** @type {any} */ event) => forms.indexOf(event.target) >= 0;
  forms.forEach((form) => {
    for (let at = /** @type {Node | null} */ (form); at; at = at.parentNode) {
      handlersAt(jquery, at).forEach((one) => wrap(one, "handler", refuse, concerns));
    }
  });
}

/** @param {any} jquery @param {Node} node @returns {any[]} */
function handlersAt(jquery, node) {
  const events = jquery._data(node, "events");
  return list((events && events.submit) || []);
}

/** @param {any} event jQuery's */
function refuse(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
  return false;
}
