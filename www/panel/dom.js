// Elements of ours. Text goes in as text; classes all carry the prefix.

import { list } from "../list.js";

/** The severities, the gravest first. */
export const TONES = /** @type {const} */ (["mandatory", "verify", "hint"]);

/**
 * @param {string} tag
 * @param {string} names class names without the prefix
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function make(tag, names, text) {
  const element = document.createElement(tag);
  dress(element, names);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** @param {Element} element @param {string} names */
export function dress(element, names) {
  const dressed = names.split(" ").filter(Boolean).map((name) => `tianbao-${name}`).join(" ");
  attribute(element, "class", dressed);
}

/** @param {string} names @param {string} text @param {() => void} action */
export function button(names, text, action) {
  const element = /** @type {HTMLButtonElement} */ (make("button", names, text));
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}

/** @param {Node} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {string} name @param {string | null} value null takes the attribute away */
export function attribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Brings children into this order and moves no more than it must: a moved element loses the focus. @param {Element} parent @param {Element[]} wanted */
export function arrange(parent, wanted) {
  list(parent.children).forEach((child) => {
    if (wanted.indexOf(child) < 0) parent.removeChild(child);
  });
  wanted.forEach((child, i) => {
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] || null);
  });
}

/**
 * @template {Element} E
 * @param {E} parent
 * @param {...Node} children
 */
export function fill(parent, ...children) {
  children.forEach((child) => parent.appendChild(child));
  return parent;
}
