// What is asked once nobody types: step by step, each by itself, so that a keystroke in between never waits for an answer.

import { safely } from "../../warn.js";

/** @typedef {{ at: number, needed: () => boolean, ask: () => void }} Step  at: in ms after the last keystroke */

/** In ms: a page that is always busy is not waited for any longer. */
const BUSY = 1000;

/** @param {any} view the window @param {Step[]} steps in their order */
export function makeRest(view, steps) {
  let timer = 0;
  let idle = 0;

  const stop = () => {
    view.clearTimeout(timer);
    if (idle !== 0) view.cancelIdleCallback(idle);
    idle = 0;
  };

  /** @param {Step[]} left @param {number} rested */
  function go(left, rested) {
    const [next] = left.filter(({ needed }) => needed());
    if (!next) return;
    const ask = safely("looking for what may be wrong", () => {
      idle = 0;
      next.ask();
      go(left.slice(left.indexOf(next) + 1), next.at);
    });
    timer = view.setTimeout(() => {
      if (view.requestIdleCallback) idle = view.requestIdleCallback(ask, { timeout: BUSY });
      else ask();
    }, next.at - rested);
  }

  return {
    /** From now on nobody has typed. */
    begin() {
      stop();
      go(steps, 0);
    },
    stop,
  };
}
