// Validform 5 on jQuery: a red input and a line of text beside it or in the next cell.
//
// Relied upon: `form.settings` (the options, read at each submission; beforeSubmit that gives false stops it), the attribute
// `datatype`, and the classes Validform_error, Validform_checktip, Validform_wrong and Validform_right.

import { list } from "../list.js";
import { jqueryOf } from "./jquery.js";
import { keep, keptAt, release } from "./keep.js";

/** @typedef {import("../types/inner").Control} Control */

/** @type {import("../types/inner").Stack} */
export const validform = { name: "validform", detect, say, hook };

/** @param {Element} container */
function detect(container) {
  const jquery = jqueryOf(container);
  return !!jquery && !!jquery.fn.Validform && container.querySelector("[datatype]") !== null;
}

/** @param {Control} control @param {string} text */
function say({ element }, text) {
  const tip = tipOf(element);
  if (!tip) return false;
  if (text === "") return release(tip);
  if (keptAt(tip) === text) return true;
  release(tip);
  let own = seen(tip, element);
  const show = () => {
    if (tip.textContent !== text) own = seen(tip, element);
    put(tip, element, { text, classes: wrong(own.classes), red: true });
  };
  keep(tip, text, show, () => put(tip, element, own));
  return true;
}

/** Beside the input, or in the cell after its own. @param {Element} input */
function tipOf(input) {
  const cell = input.parentElement;
  const next = cell && cell.nextElementSibling;
  const beside = cell && list(cell.children).filter((one) => /\bValidform_checktip\b/.test(one.className))[0];
  return beside || (next && next.querySelector(".Validform_checktip"));
}

/** What Validform itself says. @param {Element} tip @param {Element} input */
function seen(tip, input) {
  return { text: tip.textContent, classes: tip.className, red: input.classList.contains("Validform_error") };
}

/** @param {Element} tip @param {Element} input @param {ReturnType<typeof seen>} state */
function put(tip, input, { text, classes, red }) {
  tip.textContent = text;
  tip.className = classes;
  if (red) input.classList.add("Validform_error");
  else input.classList.remove("Validform_error");
}

/** @param {string} classes */
function wrong(classes) {
  return `${classes.replace(/\s*\bValidform_(right|wrong|loading)\b/g, "")} Validform_wrong`;
}

/** @param {Element} container @param {import("../types/inner").Wrap} wrap @param {HTMLFormElement[]} forms */
function hook(container, wrap, forms) {
  forms.forEach((form) => wrap(/** @type {any} */ (form).settings, "beforeSubmit", () => false, undefined, () => undefined));
}
