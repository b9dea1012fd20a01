// What the page says about an input: its label, its row and column, the text before it and the unit behind it.

import { fold, list } from "../list.js";
import { isElement } from "../realm.js";
import { grid } from "./table.js";
import { beyondUnit, endings, grouping, unitIn, unnumbered } from "./wording.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {{ text: string, weight: number }} Evidence */

// Column headers that add nothing to the row's label.
const NEUTRAL = /^(本(年|期|月|季)(度)?(数|数值|实际|完成|完成数)?|今年|数(值|量|据|额)|实绩|完成(数|情况|值)|实际(数|完成|完成数)?|填报(数|值|内容)?|指标值|金额|内容|合计|单位|计量单位|value|figure|thisyear)$/i;
const LAST = /(上年|去年)(同期|末|数)?[:：]?$/;
const ITEM = ".el-form-item,.ant-form-item,.layui-inline,.layui-form-item,.form-group,.weui-cell,.uni-forms-item,.uni-list-cell,.form-item,.fitem,.control-group,.van-cell";
const LABEL = "label,.el-form-item__label,.ant-form-item-label,.layui-form-label,.control-label,.weui-label,.uni-forms-item__label,.uni-label,.title,.label,.van-field__label,dt";

/** @param {Control} control @param {Control[]} controls @param {Set<Element>} inputs every element that is a question @returns {{ texts: Evidence[], unit: string }} */
export function evidence(control, controls, inputs) {
  const element = control.element;
  const table = inTable(element, inputs);
  const near = before(element, inputs);
  const label = sharedLabel(control, controls, inputs);
  // 销售额 [ ] 万元 上年 [ ] 万元: the second is of another year.
  const shared = label !== "" && LAST.test(near) ? `上年${label}` : label;
  const unit = unitIn(after(element, inputs)) || table.unit;
  /** @type {Evidence[]} */
  const texts = [];
  const say = (/** @type {string} */ text, /** @type {number} */ weight) => {
    if (text.trim() !== "") texts.push({ text, weight });
  };
  labelsOf(control, inputs).forEach((text) => say(text, 1));
  table.texts.forEach((text) => say(text, 0.97));
  if (!table.column) [near, beyondUnit(near)].forEach((text) => say(text, 0.95));
  say(shared, 0.94);
  if (shared !== "") endings(unit).forEach((ending) => say(shared.replace(/[:：*\s]+/g, "") + ending, 0.94));
  say(element.getAttribute("placeholder") || "", 0.8);
  say(element.getAttribute("title") || "", 0.78);
  return { texts, unit };
}

/** @param {Control} control @param {Set<Element>} inputs @returns {string[]} */
function labelsOf(control, inputs) {
  const element = /** @type {HTMLInputElement} */ (control.element);
  const group = control.kind === "radio" ? groupLabel(element) : [];
  const labels = control.kind === "radio" ? [] : tied(element);
  const ids = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const named = ids.map((id) => element.ownerDocument.getElementById(id)).filter((found) => found !== null);
  const own = element.getAttribute("aria-label") || "";
  const wrapping = labels.filter((label) => label.contains(element)).map((label) => upTo(label, element, inputs));
  return group.concat(labels.concat(/** @type {any} */ (named)).map((label) => textOf(label, inputs)), wrapping, own);
}

/** @param {HTMLInputElement} element @returns {Element[]} */
function tied(element) {
  if (element.labels) return list(element.labels);
  const around = element.closest("label");
  const mark = element.id.replace(/["\\]/g, "\\$&");
  const named = mark === "" ? [] : list(element.ownerDocument.querySelectorAll(`label[for="${mark}"]`));
  return around ? named.concat(around) : named;
}

/** What a label says before the input that it wraps. @param {Node} label @param {Element} element @param {Set<Element>} inputs @returns {string} */
function upTo(label, element, inputs) {
  let text = "";
  for (let child = label.firstChild; child && child !== element; child = child.nextSibling) {
    if (child.contains(element)) return text + upTo(child, element, inputs);
    text += textOf(child, inputs);
  }
  return text;
}

/** @param {Element} radio */
function groupLabel(radio) {
  const group = radio.closest("fieldset,[role=radiogroup],[role=group]");
  const legend = group && group.querySelector("legend");
  return [legend ? legend.textContent || "" : "", (group && group.getAttribute("aria-label")) || ""];
}

/** The label of the form item that an input stands in: the last one before it. @param {Control} control @param {Control[]} controls @param {Set<Element>} inputs */
function sharedLabel({ element, elements }, controls, inputs) {
  for (let item = element.closest(ITEM); item; item = item.parentElement && item.parentElement.closest(ITEM)) {
    const labels = list(item.querySelectorAll(LABEL)).filter((label) =>
      !elements.some((one) => label.contains(one)) && (label.compareDocumentPosition(element) & 4) !== 0 && !answers(label, controls));
    const text = labels.length > 0 ? textOf(labels[labels.length - 1], inputs).trim() : "";
    if (text !== "") return text;
  }
  return "";
}

/** The word beside a button, or the label of another input. @param {Element} label @param {Control[]} controls */
function answers(label, controls) {
  return controls.some(({ elements }) => elements.some((one) => label.contains(one)));
}

/** @param {Element} element @param {Set<Element>} inputs */
function inTable(element, inputs) {
  const cell = /** @type {HTMLTableCellElement | null} */ (element.closest("td,th"));
  const table = cell && cell.closest("table");
  if (!cell || !table) return { texts: [], unit: "", column: "" };
  const place = grid(table).placeOf(cell);
  const heads = place.above.map((head) => textOf(head, inputs).trim()).filter((head) => !isNeutral(head));
  const column = heads.join("");
  const left = until(place.left, (one) => holdsInput(one, inputs), column !== "");
  const right = until(place.right, (one) => holdsInput(one, inputs), false);
  const row = left.map((one) => textOf(one, inputs).trim());
  const unit = row.concat(right.map((one) => textOf(one, inputs))).map(unitIn).filter(Boolean)[0] || "";
  const labels = row.filter((text) => text !== "" && !unitIn(text) && !/^[\d.\-()（）]+$/.test(text));
  return combine(labels, heads, unit, place.alone);
}

/** @param {string} head */
function isNeutral(head) {
  return NEUTRAL.test(head.replace(/\s|[（(].*[）)]/g, ""));
}

/** The cells up to the first that asks; where columns have headers, that one is skipped. @template T @param {T[]} cells @param {(cell: T) => boolean} asks @param {boolean} skip */
function until(cells, asks, skip) {
  const end = skip ? -1 : cells.findIndex(asks);
  return (end < 0 ? cells : cells.slice(0, end)).filter((cell) => !asks(cell));
}

/** @param {string[]} labels from the nearest outwards @param {string[]} heads from the top @param {string} unit @param {boolean} alone the only row of its table that asks */
function combine(labels, heads, unit, alone) {
  const column = heads.join("");
  const label = unnumbered(labels[0] || "");
  const group = grouping(labels[1] || "");
  const rows = [label].concat(group === "" ? [] : [group + label, label + group]);
  if (column === "") return { texts: rows, unit, column };
  // One of many rows is told by its label alone, and a column says nothing of it.
  if (label === "") return { texts: alone ? [column].concat(heads.slice(-1)) : [], unit, column };
  return { texts: fold(rows.slice(0, 2), (all, text) => all.concat(column + text, text + column), /** @type {string[]} */ ([])), unit, column };
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
  for (let level = 0; node && level < 5; level += 1) {
    for (let beside = node[step]; beside; beside = beside[step]) {
      if (holdsInput(beside, inputs)) return "";
      const text = textOf(beside, inputs).trim();
      if (text !== "" && text.length < 80) return step === "previousSibling" && unitIn(text) ? "" : text;
    }
    node = node.parentElement;
    if (!node || /^(TD|TH|TR|FORM|TABLE|BODY|FIELDSET|SECTION)$/.test(/** @type {Element} */ (node).tagName)) return "";
  }
  return "";
}

/** @param {Node} node @param {Set<Element>} inputs */
function holdsInput(node, inputs) {
  if (!isElement(node)) return false;
  return inputs.has(node) || list(node.querySelectorAll("input,select,textarea")).some((inner) => inputs.has(inner));
}

/** The text of a node without what is inside inputs. @param {Node} node @param {Set<Element>} inputs @returns {string} */
function textOf(node, inputs) {
  if (node.nodeType === 3) return node.nodeValue || "";
  if (!isElement(node) || inputs.has(node)) return "";
  if (/^(SELECT|TEXTAREA|BUTTON|SCRIPT|STYLE|SVG)$/i.test(node.tagName)) return "";
  return list(node.childNodes).map((child) => textOf(child, inputs)).join("");
}
