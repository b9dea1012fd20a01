// Where the panels stand: at the lower right, on top of the portal's own bar, and never on the last button of a page.

import { windowOf } from "../realm.js";

const STEP = 24;
const PRESSABLE = "a[href],button,input,select,textarea,label,[role=button],[onclick]";

/** @param {HTMLElement} dock @param {boolean} folded */
export function settle(dock, folded) {
  const { innerHeight, innerWidth } = windowOf(dock);
  const { left, right, height } = dock.getBoundingClientRect();
  const under = across(dock, left, right, innerHeight - 4).filter(isBar);
  const gap = innerWidth > 720 || folded ? 12 : 0;
  const lowest = innerHeight - Math.min(innerHeight, ...under.map(topOf)) + gap;
  let bottom = lowest;
  // Elsewhere the page can be scrolled from under the dock; at its end it cannot.
  for (let tries = 0; folded && atEnd(dock, height) && tries < 6; tries += 1) {
    const hidden = within(dock, { left, right, top: innerHeight - bottom - height, bottom: innerHeight - bottom });
    if (hidden.length === 0) break;
    bottom = innerHeight - Math.min(...hidden.map(topOf)) + gap;
  }
  // On a phone all of a page may be pressable; the bar with the page's own button comes first.
  dock.style.setProperty("bottom", `${bottom > innerHeight / 2 ? lowest : bottom}px`);
}

/** @param {Element} panel */
export function coversForm(panel) {
  return within(panel, panel.getBoundingClientRect()).some((element) => element.tagName !== "A");
}

/** @param {Element} element */
function topOf(element) {
  return element.getBoundingClientRect().top;
}

/** @param {Element} dock @param {number} height */
function atEnd(dock, height) {
  const page = dock.ownerDocument.scrollingElement || dock.ownerDocument.documentElement;
  return page.scrollTop + windowOf(dock).innerHeight >= page.scrollHeight - height - STEP;
}

/** What can be pressed on the page inside an area. @param {Element} ours @param {{ left: number, right: number, top: number, bottom: number }} area */
function within(ours, { left, right, top, bottom }) {
  /** @type {Element[]} */
  let found = [];
  for (let y = top + 2; y < bottom + STEP; y += STEP) found = found.concat(across(ours, left, right, Math.min(y, bottom - 2)));
  return found.filter((element) => element.matches(PRESSABLE));
}

/** @param {Element} ours @param {number} left @param {number} right @param {number} y */
function across({ ownerDocument: page }, left, right, y) {
  /** @type {Element[]} */
  let found = [];
  if (!page.elementsFromPoint) return found;
  for (let x = left + 2; x < right + STEP; x += STEP) found = found.concat(page.elementsFromPoint(Math.min(x, right - 2), y));
  return found;
}

/** What the page itself keeps at the lower edge of the window. @param {Element} element */
function isBar(element) {
  const view = windowOf(element);
  const { position } = view.getComputedStyle(element);
  return (position === "fixed" || position === "sticky") && view.innerHeight - topOf(element) < view.innerHeight / 3;
}
