// Ant Design for React (4, 5) and for Vue 2 (1), driven from outside. Relied upon, and there in production builds too: React's
// `__reactFiber$…` on elements, with the props of a form's fields (`name`, `fieldContext`) and of the form (`form`); Vue's
// `__vue__`, with a form item's plain data and the older form's `form` object.

import { list } from "../list.js";
import { safely } from "../warn.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").Stack} Stack */
/** @typedef {import("../types/inner").Wrap} Wrap */
/** One place of a form where messages stand. @typedef {{ path: (string | number)[], errors(): any[], show(errors: any[]): void }} Item */

/** What we said at an input, and what stood there before. @type {WeakMap<Element, { text: string, own: any[] }>} */
const spoken = new WeakMap();
/** What is about to be said. @type {WeakMap<Element, string>} */
const wanted = new WeakMap();

/** @type {Stack} */
export const antd = {
  name: "antd",
  detect: (container) => forms(container).length > 0,
  prop(control) {
    const item = itemOf(control.element);
    return item ? item.path.join(".") : "";
  },
  // A list shows what was chosen beside the box that one types into to look it up.
  read({ element }) {
    const list = element.getAttribute("role") === "combobox" && element.closest(".ant-select");
    const chosen = list && list.querySelector(".ant-select-selection-item");
    return list ? (chosen && chosen.textContent) || "" : undefined;
  },
  formats: ({ element }) => !!element.closest(".ant-input-number"),
  say,
  hook,
};

/** @param {Element} container @returns {Element[]} */
function forms(container) {
  const around = container.closest(".ant-form");
  return around ? [around] : list(container.querySelectorAll(".ant-form"));
}

// We hear of a letter before the form does. Drawn anew in that moment, its controls would put back the text from before it.
/** @param {Control} control @param {string} text */
function say({ element }, text) {
  if (!itemOf(element)) return false;
  const waiting = wanted.has(element);
  wanted.set(element, text);
  if (!waiting) setTimeout(safely("saying a message", () => put(element)), 0);
  return true;
}

/** @param {Element} element */
function put(element) {
  const text = wanted.get(element) || "";
  const item = itemOf(element);
  wanted.delete(element);
  if (!item) return;
  const errors = item.errors();
  const before = spoken.get(element);
  const standing = before && errors[0] === before.text;
  // The form's own check may have spoken since: then that is what has to stand there again.
  const own = standing ? before.own : errors;
  if (standing ? before.text !== text : text !== "") item.show(text === "" ? own : [text]);
  if (text === "") spoken.delete(element);
  else spoken.set(element, { text, own });
}

/** @param {Element} element @returns {Item | null} */
function itemOf(element) {
  return reactItem(element) || vueItem(element) || decorated(element);
}

/** The props of the nearest component around that fit. @param {any} element @param {(props: any) => boolean} fits @returns {any} */
function props(element, fits) {
  const key = Object.keys(element).filter((name) => /^__react(Fiber|InternalInstance)\$/.test(name))[0];
  for (let at = key && element[key]; at; at = at.return) if (at.memoizedProps && fits(at.memoizedProps)) return at.memoizedProps;
  return null;
}

/** @param {Element} element @returns {Item | null} */
function reactItem(element) {
  const field = props(element, ({ name, fieldContext }) => name !== undefined && !!fieldContext && !!fieldContext.setFields);
  if (!field) return null;
  const { fieldContext } = field;
  const path = (fieldContext.prefixName || []).concat(field.name);
  return { path, errors: () => fieldContext.getFieldError(path), show: (errors) => fieldContext.setFields([{ name: path, errors }]) };
}

/** The nearest component around that fits. @param {any} element @param {(part: any) => boolean} fits @returns {any} */
function component(element, fits) {
  let at = element;
  while (at && !at.__vue__) at = at.parentElement;
  for (let part = at && at.__vue__; part; part = part.$parent) if (fits(part)) return part;
  return null;
}

/** @param {Element} element @param {string} name @returns {any} */
function named(element, name) {
  return component(element, (part) => part.$options.name === name);
}

/** @param {Element} element @returns {Item | null} */
function vueItem(element) {
  const item = named(element, "AFormModelItem");
  return item && {
    path: item.prop ? [item.prop] : [],
    errors: () => (item.validateState === "error" ? [item.validateMessage] : []),
    show([message]) {
      item.validateState = message ? "error" : "";
      item.validateMessage = message || "";
    },
  };
}

/** The older form, whose fields are named in `v-decorator`. @param {any} element @returns {Item | null} */
function decorated(element) {
  const owner = named(element, "AForm");
  const input = component(element, ({ $attrs }) => !!$attrs && !!$attrs["data-__meta"]);
  if (!owner || !owner.form || !input) return null;
  const { form } = owner;
  const { name } = input.$attrs["data-__meta"];
  return {
    path: [name],
    errors: () => form.getFieldError(name) || [],
    show: (errors) => form.setFields({ [name]: { value: form.getFieldValue(name), errors: errors.map((message) => ({ message, field: name })) } }),
  };
}

/** @param {Element} _ @param {Wrap} wrap @param {HTMLFormElement[]} forms */
function hook(_, wrap, forms) {
  forms.forEach((form) => {
    const react = props(form, (one) => !!one.form && !!one.form.validateFields);
    const older = named(form, "AForm");
    const model = named(form, "AFormModel");
    if (react) hookReact(react.form, wrap);
    if (model) wrap(model, "validate", refusing(model.validate, () => false));
    if (older && older.form) ["validateFields", "validateFieldsAndScroll"].forEach((name) => wrap(older.form, name, refusing(older.form[name], (errors) => errors || {}), isWhole));
  });
}

/** @param {any} form @param {Wrap} wrap */
function hookReact(form, wrap) {
  const { validateFields } = form;
  wrap(form, "submit", () => void validateFields().catch(() => undefined));
  wrap(form, "validateFields", (...args) => validateFields(...args).then((/** @type {object} */ values) => Promise.reject({ values, errorFields: [], outOfDate: false })), isWhole);
}

/** Some fields by name, or only a look, are no submission. @param {any} names @param {any} [options] */
function isWhole(names, options) {
  return !Array.isArray(names) && typeof names !== "string" && !((options || names || {}).validateOnly);
}

// The form's own check runs all the same, so that what it has to say is seen too.
/** @param {Function} validate @param {(said: any) => any} never what a callback gets to hear in place of "all is well" */
function refusing(validate, never) {
  return (/** @type {any[]} */ ...args) => {
    const callback = args.filter((one) => typeof one === "function")[0];
    if (!callback) return Promise.resolve(validate(...args)).then(() => Promise.reject(never(null)));
    return validate(...args.map((one) => (one === callback ? (/** @type {any} */ said, /** @type {any} */ more) => callback(never(said), more) : one)));
  };
}
