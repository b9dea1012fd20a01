// A key that we took is ours until it comes up again: many portals hand in at the keyup of Enter, wherever the focus is by then.

import { listen } from "../../events.js";

/** @param {Document} page */
export function makeKeys(page) {
  let taken = "";
  const stop = listen(page, {
    keyup: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== taken) return;
      taken = "";
      event.stopImmediatePropagation();
    },
    keydown: () => void (taken = ""),
  }, true);
  return {
    /** Nobody else hears of this key. @param {KeyboardEvent} event */
    take(event) {
      taken = event.key;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    remove: stop,
  };
}

/** Letters that an input method is still making up; WebKit tells of the last of them by the code alone. @param {KeyboardEvent} event */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}
