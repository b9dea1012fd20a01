// Element UI 2 on Vue 2, driven from outside. Relied upon, and there in production builds too: `__vue__` on the element of a
// component, a form item's plain data `validateState` and `validateMessage`, `validate` as the form's own writable member,
// and the text of `v-model` in a component's vnode.

import { list } from "../list.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").Stack} Stack */
/** @typedef {import("../types/inner").Wrap} Wrap */
/** What was said at one form item: by us, input by input, and by the host before. @typedef {{ texts: Map<Element, string>, shown: string, state: string, message: string }} Said */

/** @type {WeakMap<object, Said>} */
const spoken = new WeakMap();

/** @type {Stack} */
export const element = { name: "element", detect, prop, enter, say, hook };

/** @param {Element} container */
function detect(container) {
  return forms(container).some((form) => !!component(form, "ElForm"));
}

/** @param {Element} container @returns {Element[]} the form around it, else those inside */
function forms(container) {
  const around = container.closest(".el-form");
  return around ? [around] : list(container.querySelectorAll(".el-form"));
}

/** @param {any} element @param {string} name @returns {any} */
function component(element, name) {
  let found = element && element.__vue__;
  // Where a component consists of another one alone, their common element names the outer.
  while (found && found.$options.componentName !== name) found = found.$children.filter((/** @type {any} */ child) => child.$el === element)[0];
  return found || null;
}

/** @param {Control} control */
function itemOf(control) {
  return component(control.element.closest(".el-form-item"), "ElFormItem");
}

// One item may hold two inputs, this year's and last year's; what each is bound to tells them apart, the item's prop does not.
/** @param {Control} control @returns {string} */
function prop(control) {
  const item = itemOf(control);
  const path = modelOf(control.element, item) || (item && item.prop) || "";
  if (/\brow\b|\$index|query|search/i.test(path)) return "";
  return path.replace(/^\w+\./, "");
}

/** The outermost `v-model` below the form item, as it is written: "form.empTotal". @param {any} element @param {any} item @returns {string} */
function modelOf(element, item) {
  let at = element;
  while (at && !at.__vue__) at = at.parentElement;
  let text = "";
  for (let part = at && at.__vue__; part && part !== item; part = part.$parent) {
    const model = part.$vnode && part.$vnode.data && part.$vnode.data.model;
    if (model && item) text = model.expression || "";
  }
  return text;
}

// A date's input takes a text only once its calendar has been made; before that a change event fails in the library.
/** @param {Control} control @param {string} text */
function enter(control, text) {
  const box = /** @type {any} */ (control.element.closest(".el-date-editor"));
  const date = box && box.__vue__;
  if (!date || !date.mountPicker) return false;
  if (!date.picker) date.mountPicker();
  date.userInput = text;
  date.handleChange();
  return date.userInput === null;
}

/** @param {Control} control @param {string} text */
function say(control, text) {
  const item = itemOf(control);
  if (!item || !item.showMessage || !item.form.showMessage) return false;
  const said = standing(item);
  if (text === "") said.texts.delete(control.element);
  else said.texts.set(control.element, text);
  said.shown = "";
  said.texts.forEach((one) => void (said.shown = said.shown || one));
  spoken.set(item, said);
  item.validateState = said.shown ? "error" : said.state;
  item.validateMessage = said.shown || said.message;
  return true;
}

/** What stands there is ours, or else the host's own word that we have to bring back. @param {any} item @returns {Said} */
function standing(item) {
  const { validateState: state, validateMessage: message } = item;
  const said = spoken.get(item);
  if (said && said.shown && state === "error" && message === said.shown) return said;
  const own = state === "validating" ? "" : state;
  return { texts: said ? said.texts : new Map(), shown: "", state: own, message };
}

/** @param {Element} container @param {Wrap} wrap */
function hook(container, wrap) {
  forms(container).map((form) => component(form, "ElForm")).filter(Boolean).forEach((form) => {
    const validate = form.validate;
    wrap(form, "validate", (callback) => refuse(validate, callback));
  });
}

// The host's own check still runs, so that what it has to say is seen too.
/** @param {Function} validate @param {any} callback */
function refuse(validate, callback) {
  if (typeof callback === "function") return validate((/** @type {boolean} */ _, /** @type {object} */ fields) => callback(false, fields || {}));
  return new Promise((_, reject) => validate((/** @type {boolean} */ _, /** @type {object} */ fields) => reject(fields || {})));
}
