// What the page says about an input: its label, its row and column, the text before it.

import { grid } from "./table.js";
import { unitIn, unnumbered } from "./wording.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {{ text: string, weight: number }} Evidence */

// Column headers that add nothing to the row's label.
const NEUTRAL = /^(本(年|期|月|季)(度)?(数|数值|实际|完成)?|数(值|量|据)|填报(数|值|内容)?|指标值|金额|内容|合计|单位|计量单位|value|figure|thisyear)$/i;

/** @param {Control} control @param {Set<Element>} inputs every element that is a question @returns {{ texts: Evidence[], unit: string }} */
export function evidence(control, inputs) {
  const element = control.element;
  const table = inTable(element, inputs);
  const near = before(element, inputs);
  /** @type {Evidence[]} */
  const texts = [];
  const say = (/** @type {string} */ text, /** @type {number} */ weight) => {
    if (text.trim() !== "") texts.push({ text, weight });
  };
  labelsOf(control, inputs).forEach((text) => say(text, 1));
  table.texts.forEach((text) => say(text, 0.97));
  if (!table.column) say(near, 0.95);
  say(element.getAttribute("placeholder") || "", 0.8);
  say(element.getAttribute("title") || "", 0.78);
  return { texts, unit: unitIn(after(element, inputs)) || table.unit };
}

/** @param {Control} control @param {Set<Element>} inputs @returns {string[]} */
function labelsOf(control, inputs) {
  const element = /** @type {HTMLInputElement} */ (control.element);
  const group = control.kind === "radio" ? groupLabel(element) : [];
  const labels = control.kind === "radio" ? [] : Array.from(element.labels || []);
  const ids = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const named = ids.map((id) => document.getElementById(id)).filter((found) => found !== null);
  const own = element.getAttribute("aria-label") || "";
  return group.concat(labels.concat(/** @type {any} */ (named)).map((label) => textOf(label, inputs)), own);
}

/** @param {Element} radio */
function groupLabel(radio) {
  const group = radio.closest("fieldset,[role=radiogroup],[role=group]");
  const legend = group && group.querySelector("legend");
  return [legend ? legend.textContent || "" : "", (group && group.getAttribute("aria-label")) || ""];
}

/** @param {Element} element @param {Set<Element>} inputs */
function inTable(element, inputs) {
  const cell = /** @type {HTMLTableCellElement | null} */ (element.closest("td,th"));
  const table = cell && cell.closest("table");
  if (!cell || !table) return { texts: [], unit: "", column: "" };
  const place = grid(table).placeOf(cell);
  const row = place.left.map((left) => textOf(left, inputs).trim());
  const unit = row.concat(place.right.map((right) => textOf(right, inputs))).map(unitIn).filter(Boolean)[0] || "";
  const label = row.filter((text) => text !== "" && !unitIn(text) && !/^[\d.\-()（）]+$/.test(text))[0] || "";
  const column = place.above.map((head) => textOf(head, inputs).trim()).join("");
  return combine(label, column, unit);
}

/** @param {string} label @param {string} column @param {string} unit */
function combine(label, column, unit) {
  const neutral = column === "" || NEUTRAL.test(column.replace(/\s|[（(].*[）)]/g, ""));
  if (neutral) return { texts: [label], unit, column: "" };
  const bare = unnumbered(label);
  return { texts: bare === "" ? [column] : [column + bare, bare + column], unit, column };
}

/** The text between the input and what comes before it, looking outwards a little. @param {Element} element @param {Set<Element>} inputs */
function before(element, inputs) {
  return nearText(element, inputs, "previousSibling");
}

/** @param {Element} element @param {Set<Element>} inputs */
function after(element, inputs) {
  return nearText(element, inputs, "nextSibling");
}

/** @param {Element} element @param {Set<Element>} inputs @param {"previousSibling" | "nextSibling"} step */
function nearText(element, inputs, step) {
  /** @type {Node | null} */
  let node = element;
  for (let level = 0; node && level < 4; level += 1) {
    for (let beside = node[step]; beside; beside = beside[step]) {
      if (holdsInput(beside, inputs)) return "";
      const text = textOf(beside, inputs).trim();
      if (text !== "" && text.length < 80) return text;
    }
    node = node.parentElement;
    if (!node || /^(TD|TH|TR|FORM|TABLE|BODY|FIELDSET|SECTION)$/.test(/** @type {Element} */ (node).tagName)) return "";
  }
  return "";
}

/** @param {Node} node @param {Set<Element>} inputs */
function holdsInput(node, inputs) {
  if (!(node instanceof Element)) return false;
  return inputs.has(node) || Array.from(node.querySelectorAll("input,select,textarea")).some((inner) => inputs.has(inner));
}

/** The text of a node without what is inside inputs. @param {Node} node @param {Set<Element>} inputs @returns {string} */
function textOf(node, inputs) {
  if (node.nodeType === 3) return node.nodeValue || "";
  if (!(node instanceof Element) || inputs.has(node)) return "";
  if (/^(SELECT|TEXTAREA|BUTTON|SCRIPT|STYLE|SVG)$/i.test(node.tagName)) return "";
  return Array.from(node.childNodes).map((child) => textOf(child, inputs)).join("");
}
