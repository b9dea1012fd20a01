// Where the panels stand: at the lower right, on top of the portal's own bar, and never on the last button of a page.

import { keyboardAround } from "./phone.js";
import { windowOf } from "../realm.js";

const STEP = 24;
const PRESSABLE = "a[href],button,input,select,textarea,label,[role=button],[onclick]";
const BUTTONS = "a[href],button,input[type=submit],input[type=button],[onclick]";

/** @param {HTMLElement} dock @param {boolean} folded @param {Element | null} [used] the input in use, which is never hidden */
export function settle(dock, folded, used) {
  const { innerHeight, innerWidth } = windowOf(dock);
  if (givesWay(dock)) return;
  const { left, right } = dock.getBoundingClientRect();
  const under = across(dock, left, right, innerHeight - 4).filter(isBar);
  const gap = innerWidth > 720 || folded ? 12 : 0;
  const least = innerHeight - Math.min(innerHeight, ...under.map(topOf)) + gap;
  // Where there is no room above all that asks, it is enough to leave the buttons free.
  // On a phone all of a page may be pressable; the bar with the page's own button comes first.
  const places = (folded ? [PRESSABLE, BUTTONS] : []).map((kind) => clear(dock, kind, least, gap)).filter((bottom) => bottom <= innerHeight / 2);
  dock.style.setProperty("bottom", `${places.concat(least)[0]}px`);
  if (!used || !covers(dock, used)) return;
  const above = innerHeight - topOf(used) + gap;
  if (above + dock.offsetHeight <= innerHeight) dock.style.setProperty("bottom", `${above}px`);
}

/** @param {Element} ours @param {Element} element */
export function covers(ours, element) {
  const [a, b] = [ours, element].map((one) => one.getBoundingClientRect());
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** From there upwards nothing of a kind lies under the dock for good; the height of the window where there is no such place. @param {HTMLElement} dock @param {string} kind @param {number} least @param {number} gap */
function clear(dock, kind, least, gap) {
  const { innerHeight } = windowOf(dock);
  const { left, right, height } = dock.getBoundingClientRect();
  let bottom = least;
  // Elsewhere what is under the dock can be scrolled from there; at the end of a page or of a dialog it cannot.
  for (let tries = 0; tries < 6; tries += 1) {
    const area = { left, right, top: innerHeight - bottom - height, bottom: innerHeight - bottom };
    const hidden = within(dock, kind, area).filter((one) => isLast(one, height));
    if (hidden.length === 0) return bottom;
    bottom = innerHeight - Math.min(...hidden.map(topOf)) + gap;
  }
  return innerHeight;
}

/** While someone types into the form the keyboard has the room; while someone writes a reason the sheet stands on it. @param {HTMLElement} dock */
function givesWay(dock) {
  const { open, covered } = keyboardAround(dock);
  const inside = holdsFocus(dock);
  dock.style.setProperty("visibility", open && !inside ? "hidden" : "visible");
  if (covered === 0) dock.style.removeProperty("--room");
  else dock.style.setProperty("--room", `${windowOf(dock).innerHeight - covered - STEP}px`);
  if (open && inside) dock.style.setProperty("bottom", `${covered}px`);
  return open;
}

/** @param {HTMLElement} dock */
function holdsFocus(dock) {
  const { activeElement } = dock.ownerDocument;
  const root = /** @type {any} */ (dock.parentNode);
  return !!activeElement && (activeElement === (root && root.host) || dock.contains(activeElement));
}

/** @param {Element} panel */
export function coversForm(panel) {
  return within(panel, PRESSABLE, panel.getBoundingClientRect()).some((element) => element.tagName !== "A");
}

/** @param {Element} element */
function topOf(element) {
  return element.getBoundingClientRect().top;
}

/** Whether what it is scrolled in goes no further, or does not scroll at all. @param {Element} element @param {number} height */
function isLast(element, height) {
  const page = element.ownerDocument;
  const view = windowOf(element);
  const whole = page.scrollingElement || page.documentElement;
  for (let at = element.parentElement; at && at !== page.body && at !== whole; at = at.parentElement) {
    const { overflowY, position } = view.getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return isAtEnd(at, at.clientHeight, height);
    if (position === "fixed") return true;
  }
  return isAtEnd(whole, view.innerHeight, height);
}

/** @param {Element} scroller @param {number} seen @param {number} height */
function isAtEnd(scroller, seen, height) {
  return scroller.scrollTop + seen >= scroller.scrollHeight - height - STEP;
}

/** What of a kind the page has inside an area. @param {Element} ours @param {string} kind @param {{ left: number, right: number, top: number, bottom: number }} area */
function within(ours, kind, { left, right, top, bottom }) {
  /** @type {Element[]} */
  let found = [];
  for (let y = top + 2; y < bottom + STEP; y += STEP) found = found.concat(across(ours, left, right, Math.min(y, bottom - 2)));
  return found.filter((element) => element.matches(kind));
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
