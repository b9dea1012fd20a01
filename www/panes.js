// Tabs and steps: which pane is open, and how to open the one that hides a field.

import { list } from "./list.js";
import { windowOf } from "./realm.js";

const ACTIVE = [
  "[role=tab][aria-selected=true],.layui-tab-title .layui-this,.tabs-selected,.nav-tabs .active,.nav-pills .active,.ant-tabs-tab-active",
  ".el-step .is-process,.ant-steps-item-active,.layui-step-active,[aria-current=step]",
].join();
/** Panes that name no tab: theirs has the same place among its kind. */
const PLACES = [[".layui-tab", ".layui-tab-title li"], [".tabs-container", ".tabs li"], [".ant-tabs", "[role=tab]"], [".el-tabs", "[role=tab]"], [".uni-tabs", ".uni-tab"]];

/** The tabs and steps that are open around or inside a form. @param {Element} container @returns {HTMLElement[]} */
export function openTabs(container) {
  const around = container.closest("[role=dialog],dialog,.modal,.window,.el-tabs,.ant-tabs,.layui-tab") || container.parentElement || container;
  return list(around.querySelectorAll(ACTIVE));
}

/** @param {HTMLElement[]} tabs */
export function namesOf(tabs) {
  return tabs.map((tab) => tab.textContent || "").join("\n");
}

/** Opens the panes that hide an element, the outermost first. @param {Element} element */
export function reveal(element) {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") /** @type {HTMLDetailsElement} */ (at).open = true;
  }
  if (element.getClientRects().length > 0) return;
  /** @type {Element[]} */
  const hidden = [];
  for (let at = element.parentElement; at; at = at.parentElement) if (windowOf(at).getComputedStyle(at).display === "none") hidden.unshift(at);
  hidden.forEach((pane) => {
    const tab = tabOf(pane);
    if (tab) tab.click();
  });
}

/** @param {Element} pane @returns {HTMLElement | null} */
function tabOf(pane) {
  const page = pane.ownerDocument;
  const named = page.getElementById(pane.getAttribute("aria-labelledby") || "");
  if (named) return named;
  const mark = pane.id === "" ? null : pane.id.replace(/["\\]/g, "\\$&");
  return mark && page.querySelector(`[aria-controls="${mark}"],[href="#${mark}"],[data-target="#${mark}"],[data-bs-target="#${mark}"]`) || sameplaced(pane);
}

/** @param {Element} pane @returns {HTMLElement | null} */
function sameplaced(pane) {
  const at = pane.parentElement ? list(pane.parentElement.children).indexOf(pane) : -1;
  const tabs = PLACES.map(([around, tab]) => {
    const group = pane.closest(around);
    return group ? list(group.querySelectorAll(tab)).filter((one) => one.closest(around) === group) : [];
  }).filter((found) => found.length > at)[0];
  return tabs ? /** @type {HTMLElement} */ (tabs[at]) : null;
}

/** Opens the tabs again that were open once. @param {Element} container @param {string} names */
export function openAgain(container, names) {
  const wanted = names.split("\n");
  const around = container.closest("[role=dialog],dialog,.modal,.window") || container;
  const tabs = /** @type {HTMLElement[]} */ (list(around.querySelectorAll("[role=tab],.layui-tab-title li,.tabs li,.nav-tabs a,.nav-pills a")));
  tabs.filter((tab) => wanted.indexOf(tab.textContent || "") >= 0 && !tab.matches(ACTIVE)).forEach((tab) => tab.click());
}
