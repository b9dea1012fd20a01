// Where the panels stand: at the lower right, on top of the portal's own bar, and never on the last button of a page.

const STEP = 24;
const PRESSABLE = "a[href],button,input,select,textarea,label,[role=button],[onclick]";

/** @param {HTMLElement} dock @param {boolean} folded */
export function settle(dock, folded) {
  const { left, right, height } = dock.getBoundingClientRect();
  const bars = across(left, right, innerHeight - 4, isBar).map((bar) => bar.getBoundingClientRect().top);
  const gap = innerWidth > 720 || folded ? 12 : 0;
  let bottom = innerHeight - Math.min(innerHeight, ...bars) + gap;
  // Elsewhere the page can be scrolled from under the dock; at its end it cannot.
  for (let tries = 0; folded && atEnd(height) && tries < 6; tries += 1) {
    const hidden = within({ left, right, top: innerHeight - bottom - height, bottom: innerHeight - bottom });
    if (hidden.length === 0) break;
    bottom = innerHeight - Math.min(...hidden.map((element) => element.getBoundingClientRect().top)) + gap;
  }
  dock.style.setProperty("bottom", `${bottom > innerHeight / 2 ? gap : bottom}px`);
}

/** @param {Element} panel */
export function coversForm(panel) {
  return within(panel.getBoundingClientRect()).some((element) => element.tagName !== "A");
}

/** @param {number} height */
function atEnd(height) {
  const page = document.scrollingElement || document.documentElement;
  return page.scrollTop + innerHeight >= page.scrollHeight - height - STEP;
}

/** What can be pressed on the page inside an area. @param {{ left: number, right: number, top: number, bottom: number }} area */
function within({ left, right, top, bottom }) {
  /** @type {Element[]} */
  let found = [];
  for (let y = top + 2; y < bottom + STEP; y += STEP) found = found.concat(across(left, right, Math.min(y, bottom - 2), isPressable));
  return found;
}

/** @param {number} left @param {number} right @param {number} y @param {(element: Element) => boolean} wanted */
function across(left, right, y, wanted) {
  /** @type {Element[]} */
  let found = [];
  for (let x = left + 2; x < right + STEP; x += STEP) found = found.concat(under(Math.min(x, right - 2), y).filter(wanted));
  return found;
}

/** @param {number} x @param {number} y */
function under(x, y) {
  return document.elementsFromPoint ? document.elementsFromPoint(x, y) : [];
}

/** What the page itself keeps at the lower edge of the window. @param {Element} element */
function isBar(element) {
  const { position } = getComputedStyle(element);
  const { top } = element.getBoundingClientRect();
  return (position === "fixed" || position === "sticky") && innerHeight - top < innerHeight / 3;
}

/** @param {Element} element */
function isPressable(element) {
  return element.matches(PRESSABLE);
}
