// The CSS selector that a map would name an input by: short, the only one of its kind, and likely to be true tomorrow.

import { list } from "../list.js";

/** Ids that components count up: another one tomorrow. */
const COUNTED = /^(el-id|rc_|rc-|:r|v-|layui|LAY|_easyui|ext-|gen|auto|uid|input-?\d)|\d{3,}/i;

/** @param {Element} element @param {Element} container @returns {string} */
export function selectorFor(element, container) {
  const name = element.getAttribute("name");
  const id = element.id;
  const ways = [
    name ? `[name="${quoted(name)}"]` : "",
    id && !COUNTED.test(id) ? `#${escaped(id)}` : "",
  ].filter((selector) => selector !== "" && isOnly(selector, element, container));
  return ways[0] || path(element, container);
}

/** @param {string} selector @param {Element} element @param {Element} container */
function isOnly(selector, element, container) {
  // In another form than the first, the whole page is looked through, as a map is.
  const inside = (container.contains(element) ? container : element.ownerDocument).querySelectorAll(selector);
  return inside.length === 1 && inside[0] === element;
}

/** From the nearest element of a lasting id down to the input, by its place among its like. @param {Element} element @param {Element} container */
function path(element, container) {
  let selector = "";
  for (let at = element; at !== container && at.parentElement; at = at.parentElement) {
    selector = step(at) + (selector === "" ? "" : ` > ${selector}`);
    if (isOnly(selector, element, container)) return selector;
  }
  return selector;
}

/** @param {Element} at */
function step(at) {
  if (at.id && !COUNTED.test(at.id)) return `#${escaped(at.id)}`;
  const like = list((at.parentElement || at).children).filter(({ tagName }) => tagName === at.tagName);
  const tag = at.tagName.toLowerCase();
  return like.length > 1 ? `${tag}:nth-of-type(${like.indexOf(at) + 1})` : tag;
}

/** @param {string} text */
function quoted(text) {
  return text.replace(/["\\]/g, "\\$&");
}

/** @param {string} id */
function escaped(id) {
  return id.replace(/^\d/, (digit) => `\\3${digit} `).replace(/[^\w\u0080-\uffff-]/g, "\\$&").replace(/^\\\\3/, "\\3");
}
