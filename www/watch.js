// Hears what happens to the inputs of one form: events in the capture phase, because some frameworks stop them, and a
// cheap look now and then, because every portal also loads and resets values without any event.

import { listen } from "./events.js";
import { list } from "./list.js";
import { isElement } from "./realm.js";
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
const SOON = 30;

/** @param {Element} container @param {Ears} ears @returns {() => void} stops it */
export function watch(container, ears) {
  const page = container.ownerDocument;
  const state = { composing: false, focus: /** @type {Bound | undefined} */ (undefined) };
  const stop = listen(page, listenersOf(ears, state), true);
  const look = safely("looking at the form", () => {
    if (!page.hidden && !state.composing) ears.look();
  });
  const deaf = nowAndThen(look, [container]);
  return () => {
    deaf();
    stop();
  };
}

/**
 * Calls now and then, and soon after inputs came, went or were renamed.
 * @param {() => void} look
 * @param {Node[]} roots
 * @returns {() => void} stops it
 */
export function nowAndThen(look, roots) {
  let soon = 0;
  const observer = new MutationObserver((changes) => {
    if (soon !== 0 || !changes.some(isOfInputs)) return;
    soon = setTimeout(() => {
      soon = 0;
      look();
    }, SOON);
  });
  roots.forEach((root) => observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["name", "id"] }));
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    clearTimeout(soon);
    observer.disconnect();
  };
}

const INPUTS = "input,select,textarea,iframe,frame";

/** @param {MutationRecord} change */
function isOfInputs(change) {
  if (change.type === "attributes") return /** @type {Element} */ (change.target).matches(INPUTS);
  return [change.addedNodes, change.removedNodes].some((nodes) =>
    list(nodes).some((node) => isElement(node) && (node.matches(INPUTS) || node.querySelector(INPUTS) !== null)));
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
      const under = ears.find(event.target);
      if (state.focus && (!under || under.field !== state.focus.field)) leave();
    }),
    reset: safely("following a reset", (event) => ears.reset(event.target)),
  };
}
