// Keys that are ours: one that we took is ours until it comes up again, because many portals hand in at the keyup of Enter,
// wherever the focus is by then; and while our dialog is open, all are.

import { listen } from "../../events.js";
import { safely } from "../../warn.js";

const NONE = -1;

/** WebKit knew keys by their codes alone for long. */
const CODES = { Enter: 13, Escape: 27, Tab: 9, F2: 113, z: 90 };

/** @param {KeyboardEvent} event @param {keyof typeof CODES} name */
export function isKey(event, name) {
  return event.key === name || event.keyCode === CODES[name];
}

/** @param {Document} page */
export function makeKeys(page) {
  let taken = NONE;
  /** @type {((event: KeyboardEvent) => void) | null} */
  let seized = null;
  const down = safely("a key", (/** @type {KeyboardEvent} */ event) => {
    taken = NONE;
    if (!seized) return;
    taken = event.keyCode;
    event.stopImmediatePropagation();
    seized(event);
  });
  const up = (/** @type {KeyboardEvent} */ event) => {
    if (!seized && event.keyCode !== taken) return;
    taken = NONE;
    event.stopImmediatePropagation();
  };
  const stop = listen(page, { keydown: down, keyup: up }, true);
  return {
    /** Nobody else hears of this key. @param {KeyboardEvent} event */
    take(event) {
      taken = event.keyCode;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    /** From now on every key comes here alone; null gives them back. @param {typeof seized} hear */
    seize: (hear) => void (seized = hear),
    remove: stop,
  };
}

/** Letters that an input method is still making up; WebKit tells of the last of them by the code alone. @param {KeyboardEvent} event */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}
