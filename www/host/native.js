// Plain HTML forms: which elements are questions, what stands in them, how to put text in.

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").Host} Host */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Input */

/** @type {Host} */
export const native = { name: "native", controls, read, enter, writable };

const NEVER = /^(hidden|submit|button|reset|image|file|password|search|range|color)$/;
// The browser holds a text that is no number and does not tell it. The mark for a character that could not be read
// stands for it: the engine asks to type it again.
const UNREADABLE = "\ufffd";
const PROMPT = /^[\s\-—=]*(请选择|please select|select…|choose)/i;

/** @param {Element} container @returns {Control[]} */
function controls(container) {
  /** @type {Control[]} */
  const found = [];
  inputs(container).forEach((input) => {
    const group = isRadio(input) && found.filter((control) => sameGroup(control, input))[0];
    if (group) group.elements.push(input);
    else found.push(control(input));
  });
  return found;
}

/** @param {Element} container @returns {Input[]} */
function inputs(container) {
  /** @type {Input[]} */
  const within = Array.from(container.querySelectorAll("input,select,textarea"));
  const tied = container instanceof HTMLFormElement ? Array.from(container.elements) : [];
  const outside = /** @type {Input[]} */ (tied.filter((element) => !container.contains(element) && "value" in element));
  return within.concat(outside).filter(isQuestion);
}

/** @param {Input} input */
function isQuestion(input) {
  return !NEVER.test(input.type) && !(input instanceof HTMLSelectElement && input.multiple) && !/^(button|output|fieldset|object)$/i.test(input.tagName);
}

/** @param {Input} input @returns {Control} */
function control(input) {
  const kind = input.type === "radio" || input.type === "checkbox" ? input.type : input.tagName === "SELECT" ? "select" : "text";
  return { element: input, elements: [input], kind, name: input.name, id: input.id };
}

/** @param {Element} input */
function isRadio(input) {
  return input instanceof HTMLInputElement && input.type === "radio" && input.name !== "";
}

/** @param {Control} control @param {Input} input */
function sameGroup(control, input) {
  return control.kind === "radio" && control.name === input.name && /** @type {Input} */ (control.element).form === input.form;
}

/** @param {Control} control @returns {string} */
function read(control) {
  const input = /** @type {HTMLInputElement} */ (control.element);
  if (control.kind === "checkbox") return input.checked ? "true" : "false";
  if (control.kind === "radio") return radio(control).value;
  if (control.kind === "select") return option(control).value;
  return input.validity && input.validity.badInput ? UNREADABLE : input.value;
}

/**
 * What a list or radio group says in words beside its code: portals send 1 and show 平原.
 * @param {Control} control
 * @returns {string}
 */
export function spoken(control) {
  return control.kind === "radio" ? radio(control).label : control.kind === "select" ? option(control).label : "";
}

/** @param {Control} control */
function radio(control) {
  const on = /** @type {HTMLInputElement[]} */ (control.elements).filter((input) => input.checked)[0];
  const label = on && on.labels && on.labels[0];
  return { value: on ? on.value : "", label: label ? (label.textContent || "").trim() : "" };
}

/** @param {Control} control */
function option(control) {
  const select = /** @type {HTMLSelectElement} */ (control.element);
  const chosen = select.options[select.selectedIndex];
  const label = chosen ? chosen.text : "";
  return !chosen || PROMPT.test(label) ? { value: "", label: "" } : { value: chosen.value, label };
}

/** @param {Control} control */
function writable(control) {
  const input = /** @type {HTMLInputElement} */ (control.element);
  return control.kind === "text" && !input.readOnly && !input.disabled;
}

/** @param {Control} control @param {string} text */
function enter(control, text) {
  const input = /** @type {HTMLInputElement} */ (control.element);
  if (!writable(control) || input.value === text) return;
  if (!typeInto(input, text)) setValue(input, text);
}

// Typing for the person keeps the browser's own undo: one step takes it back. It needs the focus.
/** @param {HTMLInputElement} input @param {string} text */
function typeInto(input, text) {
  if (document.activeElement !== input) return false;
  input.select();
  return document.execCommand("insertText", false, text) && input.value === text;
}

// The prototype's setter, because frameworks shadow `value` on the element to learn of changes by events alone.
/** @param {HTMLInputElement} input @param {string} text */
function setValue(input, text) {
  const prototype = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  const property = Object.getOwnPropertyDescriptor(prototype, "value");
  if (property && property.set) property.set.call(input, text);
  else input.value = text;
  ["input", "change"].forEach((type) => input.dispatchEvent(new Event(type, { bubbles: true })));
}
