// The one live region of a page. It lies in our shadow root, where no portal's style or script reaches it, in the layer, which is
// always rendered (the dock is not while a phone's keyboard has the room); screen readers see through an open root.

import { attribute, make } from "../dom.js";
import { LIVE_SHEET } from "./style.js";

/** @typedef {import("../stage.js").Stage} Stage */
/** @typedef {{ say(text: string): void, clear(): void, last: number }} Region */

/** Several forms of one page share their stage, and the region with it. @type {WeakMap<Stage, { region: Region, element: HTMLElement, users: number }>} */
const regions = new WeakMap();

/** @param {Stage} stage @returns {Region} */
export function regionOf(stage) {
  const one = regions.get(stage) || build(stage);
  regions.set(stage, one);
  one.users += 1;
  return one.region;
}

/** @param {Stage} stage */
export function leaveRegion(stage) {
  const one = regions.get(stage);
  if (!one) return;
  one.users -= 1;
  if (one.users > 0) return;
  one.element.remove();
  regions.delete(stage);
}

/** @param {Stage} stage */
function build(stage) {
  const element = make("div", "live");
  attribute(element, "role", "status");
  attribute(element, "aria-live", "polite");
  attribute(element, "aria-atomic", "true");
  stage.wear(LIVE_SHEET);
  stage.layer.appendChild(element);
  const region = {
    last: 0,
    /** @param {string} text */
    say(text) {
      region.last = Date.now();
      // The same words again are no change, and would not be read.
      element.textContent = element.textContent === text ? `${text}\u00a0` : text;
    },
    clear: () => void (element.textContent = ""),
  };
  return { region, element, users: 0 };
}
