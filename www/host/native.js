// The general way, for plain HTML and whatever ends in it: which elements are questions, what stands in them.

import { list } from "../list.js";
import { isForm } from "../realm.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Input */

const NEVER = /^(hidden|submit|button|reset|image|file|password|search|range|color)$/;
const QUESTIONS = "input,select,textarea,button[role=switch]";
/** A list that one types into to look a choice up. */
const LOOKUP = ".ant-select-single [role=combobox]";
/** What stacks draw for themselves beside or inside the real input. */
const DRAWN = ".layui-form-select,.el-pagination,.layui-laypage,.ant-pagination,.pagination,[class*=laydate],.el-color-picker";
/** The frame that a stack draws around an input without one. */
const BOX = ".el-input__wrapper,.el-select__wrapper";
const GROUP = "[role=radiogroup],.el-radio-group,.ant-radio-group,fieldset,uni-radio-group,.weui-cells_radio";
// The browser holds a text that is no number and does not tell it. The mark for a character that could not be read
// stands for it: the engine asks to type it again.
const UNREADABLE = "\ufffd";
const PROMPT = /^[\s\-—=]*(请选择|please select|select…|choose)/i;

/** @param {Element} container @returns {Control[]} */
export function controls(container) {
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
export function inputs(container) {
  /** @type {Input[]} */
  const within = list(container.querySelectorAll(QUESTIONS));
  // A form named by an input called `elements` gives that input; Array.from takes neither amiss.
  const tied = isForm(container) ? list(/** @type {any} */ (container.elements)) : [];
  const outside = tied.filter((element) => !container.contains(element) && "value" in element);
  return within.concat(outside).filter(isQuestion);
}

/** @param {Input} input */
function isQuestion(input) {
  if (input.tagName === "BUTTON") return input.getAttribute("role") === "switch";
  return (!NEVER.test(input.type) || input.matches(LOOKUP)) && !(input.tagName === "SELECT" && /** @type {HTMLSelectElement} */ (input).multiple)
    && !/^(output|fieldset|object)$/i.test(input.tagName) && !input.closest(DRAWN) && !isPutAway(input);
}

/** A text box that a stack hid to draw another one. Lists and buttons that it hid still hold the answer. @param {Input} input */
function isPutAway(input) {
  return /^(text|number|tel|)$/.test(input.type) && input.tagName === "INPUT" && input.style.display === "none";
}

/** @param {Input} input @returns {Control} */
function control(input) {
  const kind = input.tagName === "BUTTON" ? "checkbox" : input.type === "radio" || input.type === "checkbox" ? input.type : input.tagName === "SELECT" ? "select" : "text";
  return { element: input, face: faceOf(input), elements: [input], kind, name: input.name || twinName(input), id: input.id };
}

/** Some stacks move the name to a hidden input beside the one that is typed in. @param {Input} input */
function twinName(input) {
  const beside = input.parentElement ? list(input.parentElement.children) : [];
  const twins = beside.filter((other) => other.tagName === "INPUT" && /** @type {HTMLInputElement} */ (other).type === "hidden" && /** @type {HTMLInputElement} */ (other).name !== "");
  const typed = beside.filter((other) => other.tagName === "INPUT" && /** @type {HTMLInputElement} */ (other).type !== "hidden");
  return input.type === "text" && twins.length === 1 && typed.length === 1 ? /** @type {HTMLInputElement} */ (twins[0]).name : "";
}

/** A list that a stack hid stands beside what it drew. @param {Input} input @returns {HTMLElement} */
function faceOf(input) {
  const box = input.closest(BOX);
  if (box) return /** @type {HTMLElement} */ (box);
  const next = /** @type {HTMLElement | null} */ (input.nextElementSibling);
  if (input.matches(LOOKUP)) return /** @type {HTMLElement} */ (input.closest(".ant-select-selector") || input);
  return next && /^layui-(form|unselect)/.test(next.getAttribute("class") || "") ? next : input;
}

/** @param {Element} input */
function isRadio(input) {
  return /** @type {HTMLInputElement} */ (input).type === "radio";
}

/** @param {Control} control @param {Input} input */
function sameGroup(control, input) {
  if (control.kind !== "radio" || control.element.ownerDocument !== input.ownerDocument) return false;
  if (control.name !== "" || input.name !== "") return control.name === input.name && /** @type {Input} */ (control.element).form === input.form;
  const group = input.closest(GROUP);
  return group !== null && group === control.element.closest(GROUP);
}

/** @param {Control} control @returns {string} */
export function read(control) {
  const input = /** @type {HTMLInputElement} */ (control.element);
  if (control.kind === "checkbox") return (input.tagName === "BUTTON" ? input.getAttribute("aria-checked") === "true" : input.checked) ? "true" : "false";
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
  const label = on && (on.labels ? on.labels[0] : on.closest("label"));
  return { value: on ? on.value : "", label: label ? (label.textContent || "").trim() : on ? on.title || bareText(on) : "" };
}

/** The words behind a button that has no label. @param {Element} button */
function bareText(button) {
  const next = button.nextSibling;
  return ((next && next.textContent) || "").trim();
}

/** @param {Control} control */
function option(control) {
  const select = /** @type {HTMLSelectElement} */ (control.element);
  const chosen = select.options[select.selectedIndex];
  const label = chosen ? chosen.text : "";
  return !chosen || PROMPT.test(label) ? { value: "", label: "" } : { value: chosen.value, label };
}

/** @param {Control} control */
export function writable(control) {
  const input = /** @type {HTMLInputElement} */ (control.element);
  return control.kind === "text" && !input.readOnly && !input.disabled;
}
