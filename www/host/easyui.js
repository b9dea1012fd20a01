// EasyUI 1.3 to 1.5 on jQuery: the input of the page is hidden or has lost its name; a visible one stands for it, and a hidden
// twin is what is sent.
//
// Relied upon: the attributes textboxname, numberboxname, comboname (EasyUI finds its own fields by them), the jQuery data
// "numberbox", "textbox", "combobox" and "validatebox", the methods setValue and validate, and $.fn.form.methods.

import { jqueryOf } from "./jquery.js";
import { keep, keptAt, release } from "./keep.js";

/** @typedef {import("../types/inner").Control} Control */

/** @type {import("../types/inner").Stack} */
export const easyui = { name: "easyui", detect, prop, read, formats, enter, say, hook };

const NAMES = ["textboxname", "numberboxname", "comboname"];
/** Those that take a value, the most special first: a numberbox is a textbox too. */
const TYPES = ["combobox", "numberbox", "textbox"];

/** @param {Element} container */
function detect(container) {
  const jquery = jqueryOf(container);
  return !!jquery && !!jquery.fn.validatebox && container.querySelector(".validatebox-text,.textbox-f,.numberbox-f,.combo-f") !== null;
}

/** The input that the page itself has: up to 1.3 a numberbox is shown itself. @param {Element} input @returns {Element} */
function ownOf(input) {
  const drawn = input.closest(".textbox,.combo");
  const before = drawn && drawn.previousElementSibling;
  return before && nameOf(before) ? before : input;
}

/** @param {Element} input */
function nameOf(input) {
  return NAMES.map((name) => input.getAttribute(name)).filter(Boolean)[0] || "";
}

/** @param {Control} control */
function prop({ element }) {
  return nameOf(ownOf(element));
}

/** What EasyUI made of the page's input, and how to call it. @param {Element} input */
function boxOf(input) {
  const jquery = jqueryOf(input);
  const own = ownOf(input);
  const type = jquery && TYPES.filter((name) => jquery.data(own, name))[0];
  return type ? { type, options: jquery.data(own, type).options, call: jquery(own) } : undefined;
}

// A prompt is written into the input as if it were typed; a number in the input has its thousands, its prefix and its suffix.
/** @param {Control} control */
function read({ element }) {
  const { className, value } = /** @type {HTMLInputElement} */ (element);
  if (/\btextbox-prompt\b/.test(className) && value === element.getAttribute("placeholder")) return "";
  const box = element.ownerDocument.activeElement === element ? undefined : boxOf(element);
  return box && dresses(box) ? String(box.call.numberbox("getValue")) : undefined;
}

/** @param {{ type: string, options: any }} box */
function dresses({ type, options }) {
  return type === "numberbox" && !!(options.groupSeparator || options.prefix || options.suffix);
}

/** @param {Control} control */
function formats({ element }) {
  const box = boxOf(element);
  return !!box && (box.type === "combobox" || dresses(box));
}

/** @param {Control} control @param {string} text */
function enter({ element }, text) {
  const box = boxOf(element);
  if (!box) return false;
  box.call[box.type]("setValue", text);
  return true;
}

/** @param {Control} control @param {string} text */
function say({ element }, text) {
  const jquery = jqueryOf(element);
  const state = jquery && jquery.data(element, "validatebox");
  if (!state) return false;
  if (text === "") return release(element);
  if (keptAt(element) === text) return true;
  keep(element, text, () => redden(element, state, text), () => jquery(element).validatebox("validate"));
  return true;
}

// The message is the tooltip's, which EasyUI shows by itself under the mouse and with the focus.
/** @param {Element} element @param {any} state @param {string} text */
function redden(element, state, text) {
  const drawn = element.closest(".textbox");
  state.message = text;
  element.classList.add("validatebox-invalid");
  if (drawn) drawn.classList.add("textbox-invalid");
  if (element.ownerDocument.activeElement === element && state.options.err) state.options.err(element, text);
}

/** @param {Element} container @param {import("../types/inner").Wrap} wrap @param {HTMLFormElement[]} forms */
function hook(container, wrap, forms) {
  const jquery = jqueryOf(container);
  const methods = jquery && jquery.fn.form && jquery.fn.form.methods;
  if (!methods) return;
  const concerns = (/** @type {any} */ asked) => forms.indexOf(asked[0]) >= 0;
  wrap(methods, "submit", (/** @type {any} */ asked) => asked, concerns);
  wrap(methods, "validate", () => false, (/** @type {any} */ asked) => !filling && concerns(asked));
  ["load", "clear", "reset"].forEach((name) => wrap(methods, name, () => undefined, fills));
}

/** Loading, clearing and resetting validate at the end, which hands nothing in. */
let filling = false;

function fills() {
  filling = true;
  setTimeout(() => void (filling = false), 0);
  return false;
}
