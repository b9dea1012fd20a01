// What is asked once nobody types: step by step, each by itself, so that a keystroke in between never waits for an answer.

import { listen } from "../../events.js";
import { windowOf } from "../../realm.js";
import { safely } from "../../warn.js";

/** @typedef {{ at: number, needed: () => boolean, ask: () => void }} Step  at: in ms after the last keystroke */

/** In ms: a page that is always busy is not waited for any longer. */
const BUSY = 1000;

/** @param {Document} page @param {Step[]} steps in their order */
export function makeRest(page, steps) {
  const view = /** @type {any} */ (windowOf(page));
  let timer = 0;
  let idle = 0;

  const pause = () => {
    view.clearTimeout(timer);
    if (idle !== 0) view.cancelIdleCallback(idle);
    timer = 0;
    idle = 0;
  };

  /** @param {Step[]} left @param {number} rested */
  function go(left, rested) {
    const [next] = left.filter(({ needed }) => needed());
    if (!next) return;
    const ask = safely("looking for what may be wrong", () => {
      timer = 0;
      idle = 0;
      next.ask();
      go(left.slice(left.indexOf(next) + 1), next.at);
    });
    timer = view.setTimeout(() => {
      if (view.requestIdleCallback) idle = view.requestIdleCallback(ask, { timeout: BUSY });
      else ask();
    }, next.at - rested);
  }

  /** From now on nobody has typed. */
  const begin = () => {
    pause();
    go(steps, 0);
  };
  // Of most keys the form is told; not of the letters of an input method, nor of those that only move about.
  const deaf = listen(page, { keydown: () => timer !== 0 && begin() }, true);
  return {
    begin,
    stop() {
      deaf();
      pause();
    },
  };
}
