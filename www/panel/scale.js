// Whether the panel takes more or less room than before.

import { windowOf } from "../realm.js";

/**
 * Reading a size at each keystroke would lay out the whole page, so that is done only where the browser cannot tell.
 * @param {HTMLElement} element @param {() => void} told
 */
export function makeScale(element, told) {
  const { ResizeObserver } = /** @type {any} */ (windowOf(element));
  if (ResizeObserver) {
    const observer = new ResizeObserver(told);
    observer.observe(element);
    return { look: () => undefined, stop: () => observer.disconnect() };
  }
  let width = 0;
  const look = () => {
    if (element.offsetWidth !== width) told();
    width = element.offsetWidth;
  };
  return { look, stop: () => undefined };
}
