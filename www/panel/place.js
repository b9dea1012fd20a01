// Where things are on the page, and where a bubble disturbs least.

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area */
/** @typedef {Area & { radius: string }} Box */

const GAP = 8;

/** @param {Control} control @returns {Box} */
export function boxOf(control) {
  const areas = control.elements.map((element) => element.getBoundingClientRect());
  const radius = control.kind === "radio" ? "4px" : getComputedStyle(control.element).borderTopLeftRadius;
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    radius,
  };
}

/** Not in a closed tab, nor scrolled away inside a box, nor under a bar of the page. @param {Control} control */
export function isSeen(control) {
  const { left, top, right, bottom } = control.element.getBoundingClientRect();
  if (right - left < 1 || bottom - top < 1) return false;
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
  const hit = document.elementFromPoint(x, y);
  return !hit || hit.contains(control.element) || control.element.contains(hit) || isOurs(hit) || labels(hit, control);
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
 * The spot for a bubble of this size: in the window, over as few inputs as possible, never over the one in use.
 * @param {Area} at the field
 * @param {number} width
 * @param {number} height
 * @param {Area[]} avoid other inputs
 * @param {Area | null} use the input in use
 */
export function spot(at, width, height, avoid, use) {
  const across = clamp(at.left, width, document.documentElement.clientWidth);
  const spots = [
    { left: at.right + GAP, top: at.top - 4 },
    { left: across, top: at.bottom + GAP },
    { left: across, top: at.top - GAP - height },
    { left: at.left - GAP - width, top: at.top - 4 },
  ].map(({ left, top }) => ({ left, top, right: left + width, bottom: top + height }));
  const cost = (/** @type {Area} */ area) => outside(area) * 4 + sum(avoid, area) + (use ? overlap(use, area) * 20 : 0);
  const costs = spots.map(cost);
  return spots[costs.indexOf(Math.min(...costs))];
}

/** @param {number} left @param {number} width @param {number} room */
function clamp(left, width, room) {
  return Math.max(GAP, Math.min(left, room - width - GAP));
}

/** How much of an area lies outside the window. @param {Area} area */
function outside(area) {
  const view = { left: 0, top: 0, right: document.documentElement.clientWidth, bottom: innerHeight };
  return size(area) - overlap(area, view);
}

/** @param {Area[]} areas @param {Area} area */
function sum(areas, area) {
  return areas.reduce((total, one) => total + overlap(one, area), 0);
}

/** @param {Area} a @param {Area} b */
function overlap(a, b) {
  return size({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
}

/** @param {Area} area */
function size({ left, top, right, bottom }) {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
