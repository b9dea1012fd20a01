// Inputs that stand inside a form and are none of its questions: those of searches, of tables with many rows, of templates.

import { list } from "../list.js";
import { handsIn, searches } from "../submitters.js";

/** @typedef {import("../types/inner").Control} Control */

const SEARCH = /(^|[-_\s])(search|query|filter|condition)([-_\s]|$|form|bar|box|area|panel)|(search|query|filter)-?form|select-list/i;
/** Looking a choice up in a list is no search of the page. */
const LOOKUP = /\bant-select-\S+/g;
const TEMPLATE = /\[#|\{\{|\$\{|<%|__(index|prefix|name)__|#index#/;
const REGION = "form,.layui-form,.el-form,.ant-form,[role=form]";
const ROW = "tr,.el-table__row,.ant-table-row,.datagrid-row,[class*=table-row],li";
const REMOVES = /^(删除?|移除|清除|去除|[×✕x－-]|remove|delete|del)(本?行)?$/i;

/** @param {Control} control @param {Element} container */
export function isElsewhere(control, container) {
  if (TEMPLATE.test(control.name + control.id)) return true;
  const around = ancestors(control.element, container);
  return around.some((at) => at.getAttribute("role") === "search" || SEARCH.test(`${at.id} ${(at.getAttribute("class") || "").replace(LOOKUP, "")}`) || at.tagName === "TEMPLATE")
    || around.some((at) => at.matches(REGION) && searches(at) && !handsIn(at))
    || inRowTable(around);
}

/** @param {Element} element @param {Element} container */
function ancestors(element, container) {
  /** @type {Element[]} */
  const all = [];
  for (let at = element.parentElement; at && at !== container; at = at.parentElement) all.push(at);
  return all;
}

/** A row that can be deleted is one of many. @param {Element[]} around */
function inRowTable(around) {
  const row = around.filter((at) => at.matches(ROW))[0];
  return !!row && list(row.querySelectorAll("a,button,[onclick],input[type=button]")).some((one) =>
    REMOVES.test(((one.textContent || /** @type {HTMLInputElement} */ (one).value || "") || one.getAttribute("title") || "").replace(/\s/g, "")));
}
