// Where things are on the page, and where a bubble disturbs least.

import { fold, list } from "../list.js";
import { windowOf } from "../realm.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area */
/** @typedef {Area & { radius: string }} Box */

const GAP = 8;

/** @param {Control} control @returns {Box} */
export function boxOf(control) {
  if (control.kind !== "radio" || control.face !== control.element) {
    return Object.assign(areaOf(control.face), { radius: windowOf(control.face).getComputedStyle(control.face).borderTopLeftRadius });
  }
  const areas = fold(control.elements, (all, element) => all.concat(labelled(element)), /** @type {Area[]} */ ([]));
  const edge = (/** @type {keyof Area} */ side) => areas.map((area) => area[side]);
  return {
    left: Math.min(...edge("left")) - 4,
    top: Math.min(...edge("top")),
    right: Math.max(...edge("right")) + 4,
    bottom: Math.max(...edge("bottom")),
    radius: "4px",
  };
}

/** A button of a group with its words. @param {HTMLElement} element @returns {Area[]} */
function labelled(element) {
  const labels = list(/** @type {HTMLInputElement} */ (element).labels || []);
  return [element, ...labels].map(areaOf);
}

/** @param {Element} element @returns {Area} */
export function areaOf(element) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

/** Not in a closed tab, nor scrolled away inside a box, nor under a bar of the page. @param {Control} control */
export function isSeen(control) {
  const { left, top, right, bottom } = areaOf(control.face);
  if (right - left < 1 || bottom - top < 1) return false;
  const x = (left + right) / 2;
  return [top + 2, bottom - 2].every((y) => isFree(x, y, control));
}

/** @param {number} x @param {number} y @param {Control} control */
function isFree(x, y, control) {
  const { innerWidth, innerHeight } = windowOf(control.face);
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
  const hit = control.face.ownerDocument.elementFromPoint(x, y);
  return !hit || hit.contains(control.face) || control.face.contains(hit) || isOurs(hit) || labels(hit, control);
}

/** @param {Element} hit */
function isOurs(hit) {
  return (hit.getAttribute("class") || "").indexOf("tianbao-") === 0;
}

/** @param {Element} hit @param {Control} control */
function labels(hit, control) {
  const label = hit.closest("label");
  return !!label && label.control === control.element;
}

/**
 * The spot for a bubble: in the window, over as few inputs as possible, never over the one in use or a panel of ours.
 * @param {Area} at the field
 * @param {{ width: number, height: number }} bubble
 * @param {Area[]} others inputs
 * @param {Area[]} shut
 * @param {Area} view the window
 */
export function spot(at, { width, height }, others, shut, view) {
  const beside = fold(others, (most, { right }) => Math.max(most, right), at.right);
  // The field's own label stands above or to the left of it, so these come last.
  const spots = [
    { left: at.right + GAP, top: at.top - 4, dear: 0 },
    { left: at.left, top: at.bottom + GAP, dear: 0 },
    { left: beside + GAP, top: at.top - 4, dear: 0.2 },
    { left: at.left, top: at.top - GAP - height, dear: 0.4 },
    { left: at.left - GAP - width, top: at.top - 4, dear: 0.8 },
  ].concat(shut.map(({ bottom }) => ({ left: at.left, top: bottom + GAP, dear: 0.9 }))).map(({ left, top, dear }) => Object.assign(within(left, top, width, height, at, view), { dear }));
  const costs = spots.map((area) => size(area) * area.dear + outside(area, view) * 4 + sum(others, area) + overlap(at, area) * 20 + sum(shut, area) * 20);
  return spots[costs.indexOf(Math.min(...costs))];
}

/** Moved into the window, as long as the field itself is there. @param {number} left @param {number} top @param {number} width @param {number} height @param {Area} at @param {Area} view */
function within(left, top, width, height, at, view) {
  const x = clamp(left, width, view.left, view.right);
  const y = at.bottom < view.top || at.top > view.bottom ? top : clamp(top, height, view.top, view.bottom);
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** @param {number} start @param {number} length @param {number} from @param {number} to */
function clamp(start, length, from, to) {
  return Math.max(from + GAP, Math.min(start, to - length - GAP));
}

/** The window of an element, as an area, without what a keyboard covers. @param {Element} element @returns {Area} */
export function viewAround(element) {
  const { innerHeight, visualViewport: seen } = windowOf(element);
  if (!seen) return { left: 0, top: 0, right: element.ownerDocument.documentElement.clientWidth, bottom: innerHeight };
  const { offsetLeft: left, offsetTop: top, width, height } = seen;
  return { left, top, right: left + width, bottom: top + height };
}

/** How much of an area lies outside the window. @param {Area} area @param {Area} view */
function outside(area, view) {
  return size(area) - overlap(area, view);
}

/** @param {Area[]} areas @param {Area} area */
function sum(areas, area) {
  return fold(areas, (total, one) => total + overlap(one, area), 0);
}

/** @param {Area} a @param {Area} b */
function overlap(a, b) {
  return size({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
}

/** @param {Area} area */
function size({ left, top, right, bottom }) {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/** Sets what is new: to set a style again costs a layout. @param {HTMLElement} element @param {Record<string, string>} style */
export function move(element, style) {
  Object.keys(style).forEach((name) => {
    if (element.style.getPropertyValue(name) !== style[name]) element.style.setProperty(name, style[name]);
  });
}
