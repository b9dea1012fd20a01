// Element Plus 2 on Vue 3, driven from outside. A production build leaves nothing on elements but `_vnode` on the one that an
// app was mounted into; from there all components are reached. Relied upon besides: `exposed` of form and form item,
// which template references read at each use, and the form item's `error`, the place meant for a message from elsewhere.

import { list } from "../list.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").Stack} Stack */
/** @typedef {import("../types/inner").Wrap} Wrap */
/** What was said at one form item: by us, input by input, and by the host before. @typedef {{ texts: Map<Element, string>, shown: string, error: any, state: string, message: string }} Said */

/** Components by their element, as far as they were looked for. @type {WeakMap<Element, any>} */
const known = new WeakMap();
/** @type {WeakMap<object, Said>} */
const spoken = new WeakMap();
const WANTED = /^(ElForm|ElFormItem|ElInput|ElSelect)$/;

/** @type {Stack} */
export const elementPlus = { name: "element-plus", detect, prop, read, formats, say, hook };

/** @param {Element} container */
function detect(container) {
  return forms(container).some((form) => !!component(form));
}

/** @param {Element} container @returns {Element[]} the form around it, else those inside */
function forms(container) {
  const around = container.closest(".el-form");
  return around ? [around] : list(container.querySelectorAll(".el-form"));
}

/** @param {Element | null} element the root of a form, a form item or an input @returns {any} */
function component(element) {
  if (!element) return null;
  const found = known.get(element);
  if (found && !found.isUnmounted) return found;
  roots(element).forEach((root) => walk(root._vnode));
  return known.get(element) || null;
}

/** Where apps were mounted: above the element, or elsewhere when a dialog has moved to the body. @param {Element} element @returns {any[]} */
function roots(element) {
  const all = list(element.ownerDocument.querySelectorAll("[data-v-app]"));
  for (let at = element.parentElement; at; at = at.parentElement) if (all.indexOf(at) < 0) all.push(at);
  return all.filter((/** @type {any} */ root) => root._vnode);
}

/** @param {any} vnode */
function walk(vnode) {
  if (!vnode) return;
  const found = vnode.component;
  if (found) {
    if (WANTED.test(found.type.name) && found.subTree) known.set(found.subTree.el, found);
    walk(found.subTree);
  } else if (vnode.suspense) walk(vnode.suspense.activeBranch);
  else if (Array.isArray(vnode.children)) vnode.children.forEach(walk);
}

/** @param {Control} control */
function itemOf(control) {
  return component(control.element.closest(".el-form-item"));
}

// Of two inputs in one item, this year's and last year's, neither is known by the item's prop.
/** @param {Control} control @returns {string} */
function prop(control) {
  const box = control.element.closest(".el-form-item");
  const inputs = box ? list(box.querySelectorAll("input,textarea")) : [];
  const item = inputs.every((input) => control.elements.indexOf(/** @type {HTMLElement} */ (input)) >= 0) && component(box);
  const path = item && item.props.prop;
  return Array.isArray(path) ? path.join(".") : path || "";
}

/** A list keeps its choice in words to itself: its input is empty but for what is being searched. @param {Control} control */
function read(control) {
  const list = component(control.element.closest(".el-select"));
  const { hasModelValue, selectedLabel } = (list && list.setupState) || {};
  if (typeof selectedLabel !== "string") return undefined;
  return hasModelValue ? selectedLabel : "";
}

/** An input with a formatter of its own (1,234) writes anew whatever is put into it. @param {Control} control */
function formats(control) {
  const input = component(control.element.closest(".el-input"));
  return !!input && !!input.props.formatter;
}

/** @param {Control} control @param {string} text */
function say(control, text) {
  const item = itemOf(control);
  if (!item || !item.props.showMessage) return false;
  const said = standing(item);
  if (text === "") said.texts.delete(control.element);
  else said.texts.set(control.element, text);
  said.shown = "";
  said.texts.forEach((one) => void (said.shown = said.shown || one));
  spoken.set(item, said);
  show(item, said);
  return true;
}

// A form puts a field back to its first value when it stands at "error" without `error` after it was found right: the
// message must not go there without it. The item follows `error` a moment later, and forgets what it said before.
/** @param {any} item @param {Said} said */
function show(item, { shown, error, state, message }) {
  item.props.error = shown || error;
  const put = () => {
    item.exposed.validateState.value = shown ? "error" : state;
    item.exposed.validateMessage.value = shown || message;
  };
  Promise.resolve().then(put);
}

/** What stands there is ours, or else the host's own word that we have to bring back. @param {any} item @returns {Said} */
function standing(item) {
  const { error } = item.props;
  const state = item.exposed.validateState.value;
  const message = item.exposed.validateMessage.value;
  const said = spoken.get(item);
  const ours = !!said && said.shown !== "" && error === said.shown;
  if (said && ours && state === "error" && message === said.shown) return said;
  const own = state === "validating" ? "" : state;
  return { texts: said ? said.texts : new Map(), shown: "", error: said && ours ? said.error : error, state: own, message };
}

/** @param {Element} container @param {Wrap} wrap */
function hook(container, wrap) {
  forms(container).map(component).filter((form) => form && form.exposed).forEach(({ exposed }) => {
    const validate = exposed.validate;
    wrap(exposed, "validate", (callback) => refuse(validate, callback));
  });
}

// The host's own check still runs, so that what it has to say is seen too.
/** @param {Function} validate @param {any} callback */
function refuse(validate, callback) {
  let fields = {};
  const checked = validate((/** @type {boolean} */ _, /** @type {object} */ invalid) => void (fields = invalid || {}));
  return checked.then(() => {
    if (typeof callback !== "function") throw fields;
    return Promise.resolve(callback(false, fields)).then(() => false);
  });
}
