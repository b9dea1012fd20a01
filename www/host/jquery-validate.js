// jQuery Validation (1.9 to 1.21): the validator hangs on its form as jQuery data, and is asked as the page would ask it.

import { safely } from "../warn.js";
import { jqueryOf } from "./jquery.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").Stack} Stack */
/**
 * @typedef {object} Said
 * @property {string} text
 * @property {any} label  in jQuery's hands
 * @property {boolean} made  the label is ours alone
 * @property {[Element, string | null][]} classes  of the input, and of what the page's way of marking it changed around it
 */
/** @typedef {{ said: Map<HTMLInputElement, Said>, unfit: Map<HTMLInputElement, string>, repeat: () => void }} Voice */

/** @type {Stack} */
export const jqueryValidate = { name: "jquery-validate", detect, say, hook };

// The validator clears a field's place at each of its own looks, so ours is said again behind it.
const LOOKS = ["keyup", "focusin", "focusout", "click"];

/** What we say in one validator's place. @type {WeakMap<object, Voice>} */
const voices = new WeakMap();

/** @param {Element} container */
function detect(container) {
  const jquery = jqueryOf(container);
  return !!jquery && typeof jquery.validator === "function" && (container.closest("form") !== null || container.querySelector("form") !== null);
}

/** @param {HTMLFormElement | null} form */
function validatorOf(form) {
  const jquery = form && jqueryOf(form);
  return jquery && jquery.data(form, "validator");
}

/** @type {NonNullable<Stack["hook"]>} */
function hook(_, wrap, forms) {
  forms.forEach((form) => {
    const validator = validatorOf(form);
    // The page's own findings are shown as well: the person mends all at once.
    if (validator) wrap(validator, "form", () => {
      jqueryOf(form).validator.prototype.form.call(validator);
      again(validator);
      return false;
    });
  });
}

/** @param {Control} control @param {string} text */
function say(control, text) {
  const input = /** @type {HTMLInputElement} */ (control.element);
  const validator = validatorOf(input.form);
  // A page with a way of its own (tips, a list above the form) would be asked about all of its fields again.
  if (!validator || validator.settings.showErrors || validator.containers.length > 0) return false;
  if (text === "") return take(validator, input);
  const { unfit } = voiceOf(validator);
  if (unfit.get(input) === text || validator.findByName(input.name)[0] !== input) return false;
  return put(validator, input, text);
}

/** @param {any} validator @param {HTMLInputElement} input @param {string} text */
function put(validator, input, text) {
  const { said, unfit, repeat } = voiceOf(validator);
  const before = said.get(input);
  if (isHosts(validator, input, before)) return forget(validator, input);
  LOOKS.forEach((type) => input.ownerDocument.addEventListener(type, repeat));
  if (!before || before.text !== text || !isShown(before.label)) said.set(input, draw(validator, input, text, before));
  const { label } = /** @type {Said} */ (said.get(input));
  if (label.length > 0 && !covers(label[0], input)) return true;
  // No place at all, or one for two words beside the figure: ours would hide what it is about.
  unfit.set(input, text);
  return take(validator, input);
}

/** @param {any} validator @param {HTMLInputElement} input @param {string} text @param {Said | undefined} before @returns {Said} */
function draw(validator, input, text, before) {
  const { settings } = validator;
  const made = before ? before.made : validator.errorsFor(input).length === 0;
  const around = [input, input.parentElement, input.closest(".form-group,.control-group,td,li")];
  const old = around.map((element) => element && element.getAttribute("class"));
  if (settings.highlight) settings.highlight.call(validator, input, settings.errorClass, settings.validClass);
  validator.showLabel(input, settings.escapeHtml ? text : escaped(text));
  const label = validator.errorsFor(input);
  validator.addWrapper(label).show();
  const classes = /** @type {Said["classes"]} */ (around.map((element, i) => [element, old[i]]).filter(([element, was], i) =>
    i === 0 || (element && /** @type {Element} */ (element).getAttribute("class") !== was)));
  return { text, label, made, classes: before ? before.classes : classes };
}

/** Whether what is to be read there is the host's own word. @param {any} validator @param {HTMLInputElement} input @param {Said | undefined} said */
function isHosts(validator, input, said) {
  const label = validator.errorsFor(input);
  return isShown(label) && !(said && said.text === label.text());
}

/** @param {any} label */
function isShown(label) {
  return label.length > 0 && label.css("display") !== "none" && label.text() !== "";
}

/** @param {Element} label @param {Element} input */
function covers(label, input) {
  const a = label.getBoundingClientRect();
  const b = input.getBoundingClientRect();
  const x = (b.left + b.right) / 2;
  const y = (b.top + b.bottom) / 2;
  return a.width > 0 && a.left < x && x < a.right && a.top < y && y < a.bottom;
}

/** The host has taken the place and will clear it, too; or nothing is said there any more. @param {any} validator @param {HTMLInputElement} input */
function forget(validator, input) {
  const { said, repeat } = voiceOf(validator);
  said.delete(input);
  if (said.size === 0) LOOKS.forEach((type) => input.ownerDocument.removeEventListener(type, repeat));
  return false;
}

/** @param {any} validator @param {HTMLInputElement} input */
function take(validator, input) {
  const { settings } = validator;
  const one = voiceOf(validator).said.get(input);
  if (!one || isHosts(validator, input, one)) return forget(validator, input);
  if (settings.unhighlight) settings.unhighlight.call(validator, input, settings.errorClass, settings.validClass);
  if (one.made) remove(validator, input, one.label);
  else validator.hideThese(one.label);
  // Some ways of unmarking a field call it right, which nobody has found it to be.
  one.classes.forEach(([element, was]) => (was === null ? element.removeAttribute("class") : element.setAttribute("class", was)));
  return forget(validator, input);
}

/** @param {any} validator @param {HTMLInputElement} input @param {any} label */
function remove(validator, input, label) {
  const id = label.attr("id");
  const left = (input.getAttribute("aria-describedby") || "").split(/\s+/).filter((one) => one !== "" && one !== id);
  if (left.length > 0) input.setAttribute("aria-describedby", left.join(" "));
  else input.removeAttribute("aria-describedby");
  validator.addWrapper(label).remove();
}

/** @param {any} validator @returns {Voice} */
function voiceOf(validator) {
  const voice = voices.get(validator) || { said: new Map(), unfit: new Map(), repeat: safely("saying it again", () => again(validator)) };
  voices.set(validator, voice);
  return voice;
}

/** @param {any} validator */
function again(validator) {
  const voice = voices.get(validator);
  if (voice) voice.said.forEach((one, input) => put(validator, input, one.text));
}

/** Error texts of older versions are written as HTML. @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
