// Hears what happens to the inputs of one form: events in the capture phase, because some frameworks stop them, and a
// cheap look now and then, because every portal also loads and resets values without any event.

import { listen } from "./events.js";
import { safely } from "./warn.js";

/** @typedef {import("./types/inner").Bound} Bound */
/**
 * @typedef {object} Ears
 * @property {(target: EventTarget | null) => Bound | undefined} find
 * @property {(bound: Bound) => void} typed
 * @property {(bound: Bound) => void} committed  chosen or entered
 * @property {(bound: Bound) => void} focused
 * @property {(bound: Bound) => void} leaving  the focus is about to go, and still there
 * @property {(bound: Bound) => void} left
 * @property {(form: EventTarget | null) => void} reset
 * @property {() => void} look
 */

const EVERY = 500;

/** @param {Ears} ears @returns {() => void} stops it */
export function watch(ears) {
  const state = { composing: false, focus: /** @type {Bound | undefined} */ (undefined) };
  const stop = listen(document, listenersOf(ears, state), true);
  const look = safely("looking at the form", () => {
    if (!document.hidden && !state.composing) ears.look();
  });
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    stop();
  };
}

/**
 * @param {Ears} ears
 * @param {{ composing: boolean, focus: Bound | undefined }} state
 * @returns {Record<string, (event: any) => void>}
 */
function listenersOf(ears, state) {
  const on = (/** @type {(bound: Bound, event: any) => void} */ hear) => safely("following the form", (/** @type {Event} */ event) => {
    const bound = ears.find(event.target);
    if (bound) hear(bound, event);
  });
  const leave = () => {
    if (state.focus && !state.composing) ears.leaving(state.focus);
  };
  return {
    input: on((bound, event) => {
      // The letters of an input method are no figure yet.
      if (!state.composing && !event.isComposing) ears.typed(bound);
    }),
    change: on((bound) => ears.committed(bound)),
    focusin: on((bound) => ears.focused((state.focus = bound))),
    focusout: on((bound) => {
      state.composing = false;
      state.focus = undefined;
      ears.left(bound);
    }),
    compositionstart: on(() => void (state.composing = true)),
    compositionend: on((bound) => {
      state.composing = false;
      ears.typed(bound);
    }),
    keydown: on((bound, event) => {
      if (state.composing || event.isComposing || event.keyCode === 229) return;
      if (event.key === "Tab" || event.key === "Enter") leave();
    }),
    mousedown: safely("following the form", (event) => {
      if (state.focus && ears.find(event.target) !== state.focus) leave();
    }),
    reset: safely("following a reset", (event) => ears.reset(event.target)),
  };
}
