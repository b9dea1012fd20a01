// layui 2.6 to 2.9: what it finds wrong turns red by a class and speaks in a tip; what it hands in leaves by one event.

import { isElement, windowOf } from "../realm.js";
import { safely } from "../warn.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").Stack} Stack */
/** @typedef {{ element: Element, text: string, index: number, scrolled: (event: Event) => void }} Tip  index: layer's own number for it */

/** @type {Stack} */
export const layui = { name: "layui", detect, say, hook };

const FORM = ".layui-form";
const DANGER = "layui-form-danger";

/** The text of each field that we made red. @type {WeakMap<Element, string>} */
const said = new WeakMap();
/** One tip a window, as layui itself has it. @type {WeakMap<Window, Tip>} */
const tips = new WeakMap();
/** Which field asked for the next one. @type {WeakMap<Window, Control>} */
const wanted = new WeakMap();

/** @param {Element} container */
function detect(container) {
  return !!libraryOf(container) && (container.closest(FORM) !== null || container.querySelector(FORM) !== null);
}

/** @param {Element} element */
function libraryOf(element) {
  return /** @type {any} */ (windowOf(element)).layui;
}

// Every way that layui itself knows ends in `layui.event("form", "submit(filter)")`, and each looks it up anew; since 2.8
// a page may also ask form.validate, or give form.submit a function of its own. All three serve the search form, too.
/** @type {NonNullable<Stack["hook"]>} */
function hook(container, wrap) {
  const library = libraryOf(container);
  const { form } = library;
  if (!form) return;
  const isOurs = (/** @type {any} */ part) => isElement(part) && (container.contains(part) || part.contains(container));
  const no = () => false;
  wrap(library, "event", no, (name, event, detail) => name === "form" && /^submit\(/.test(event) && !!detail && isOurs(partOf(detail)));
  wrap(form, "validate", no, (part) => library.$(part).toArray().some(isOurs));
  wrap(form, "submit", no, (filter) => library.$(`${FORM}[lay-filter="${filter}"]`).toArray().some(isOurs));
}

/** The form of a submission: its button tells best, because a page may have one <form> around all. @param {any} detail */
function partOf({ elem, form }) {
  return (isElement(elem) && elem.hasAttribute("lay-submit") && elem.closest(FORM)) || form;
}

/** @param {Control} control @param {string} text */
function say(control, text) {
  if (text === "") return hush(control);
  const { element, face } = control;
  // layui's own red: it says why by itself.
  if (!said.has(element) && element.classList.contains(DANGER)) return false;
  const fresh = said.get(element) !== text;
  element.classList.add(DANGER);
  said.set(element, text);
  const focused = element === element.ownerDocument.activeElement || face.contains(element.ownerDocument.activeElement);
  if (fresh || focused) ask(control, focused);
  if (face.getClientRects().length === 0) close(control);
  return true;
}

/** @param {Control} control */
function hush(control) {
  if (said.delete(control.element)) control.element.classList.remove(DANGER);
  close(control);
  return true;
}

// One tip at a time: of many fields that are found wrong at once, the first, unless the person stands in another.
/** @param {Control} control @param {boolean} focused */
function ask(control, focused) {
  const view = windowOf(control.element);
  const waits = wanted.has(view);
  if (!waits || focused) wanted.set(view, control);
  if (!waits) view.setTimeout(safely("showing a tip", () => tell(view)), 0);
}

/** @param {Window} view */
function tell(view) {
  const control = /** @type {Control} */ (wanted.get(view));
  wanted.delete(view);
  const text = said.get(control.element);
  const open = tips.get(view);
  const stands = open && open.element === control.element && open.text === text && isOpen(open, view);
  if (text === undefined || stands || control.face.getClientRects().length === 0) return;
  shut(view);
  // It stays until another field speaks: three seconds, layer's own measure, are short for a sentence with figures.
  const index = libraryOf(control.element).layer.tips(escaped(text), control.face, { tips: 1, time: 0, maxWidth: 360 });
  // layer leaves it where it is when the dialog's content is scrolled away below it.
  const scrolled = (/** @type {Event} */ { target }) => void (target === view.document || shut(view));
  tips.set(view, { element: control.element, text, index, scrolled });
  view.addEventListener("scroll", scrolled, true);
}

/** @param {Tip} tip @param {Window} view */
function isOpen(tip, view) {
  return view.document.getElementById(`layui-layer${tip.index}`) !== null;
}

/** @param {Control} control */
function close({ element }) {
  const tip = tips.get(windowOf(element));
  if (tip && tip.element === element) shut(windowOf(element));
}

/** @param {Window} view */
function shut(view) {
  const tip = tips.get(view);
  if (!tip) return;
  tips.delete(view);
  view.removeEventListener("scroll", tip.scrolled, true);
  libraryOf(tip.element).layer.close(tip.index);
}

/** layer takes its text as HTML. @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
