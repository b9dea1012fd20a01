// On a phone: the keyboard takes half of the window, and which keyboard comes up is the field's to say.

import { windowOf } from "../realm.js";

/** @typedef {import("../types/inner").View} View */

/** A keyboard is at least this high, in px. */
const KEYS = 120;
/** What may be negative needs the whole keyboard: that of figures has no minus on some phones. */
const SIGNED = /[增减变差净盈亏利]|growth|change|net|profit/i;
const TOUCHED = "(max-width:720px),(pointer:coarse)";

/** The highest that a window has been, by its width: some browsers make the window itself smaller. @type {Map<number, number>} */
const highest = new Map();

/** @param {Element} element @returns {{ open: boolean, covered: number }} covered: px of the window from below */
export function keyboardAround(element) {
  const view = windowOf(element);
  const { innerWidth, innerHeight, visualViewport: seen } = view;
  const tall = Math.max(highest.get(innerWidth) || 0, innerHeight);
  highest.set(innerWidth, tall);
  // Two fingers make what is seen smaller too.
  const covered = seen && Math.abs(seen.scale - 1) < 0.05 ? Math.max(0, Math.round(innerHeight - seen.offsetTop - seen.height)) : 0;
  const smaller = tall - innerHeight > KEYS && innerWidth <= 720 && /^(INPUT|TEXTAREA)$/.test((element.ownerDocument.activeElement || element).tagName);
  return { open: covered > KEYS || smaller, covered: covered > KEYS ? covered : 0 };
}

/** Gives number fields that name no keyboard the one of figures, and takes it back. */
export function makeKeypads() {
  /** @type {Map<Element, string>} */
  const given = new Map();
  return {
    /** @param {View} view */
    show({ bound, pack, container }) {
      if (!windowOf(container).matchMedia(TOUCHED).matches) return;
      bound.forEach(({ field, element, control }) => {
        if (control.kind !== "text" || given.has(element) || element.hasAttribute("inputmode") || /^(number|tel)$/.test(control.element.getAttribute("type") || "")) return;
        const { type, label } = pack.fields.filter(({ id }) => id === field)[0];
        const mode = type === "integer" ? "numeric" : type === "decimal" ? "decimal" : "";
        if (mode === "" || SIGNED.test(label)) return;
        given.set(element, mode);
        element.setAttribute("inputmode", mode);
      });
    },
    remove() {
      given.forEach((mode, element) => {
        if (element.getAttribute("inputmode") === mode) element.removeAttribute("inputmode");
      });
      given.clear();
    },
  };
}
