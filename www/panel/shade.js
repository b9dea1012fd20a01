// Whether the page is a dark one: what it shows behind the form decides, not what the device prefers. Few portals have a dark
// theme at all, and a dark panel on a white page would be as strange as the other way round.

import { windowOf } from "../realm.js";

/** @param {Element} home @returns {"" | " dark"} a class to add */
export function shadeOf(home) {
  for (let at = /** @type {Element | null} */ (home); at; at = at.parentElement) {
    const [red, green, blue, alpha] = (windowOf(at).getComputedStyle(at).backgroundColor.match(/[\d.]+/g) || []).map(Number);
    if (blue === undefined || alpha === 0) continue;
    return red * 3 + green * 6 + blue < 900 ? " dark" : "";
  }
  return "";
}
