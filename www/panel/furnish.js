// What stands around a form that is attached: the panel, and what helps the hands. Comes as a part of its own after the form is
// checked already; each thing by itself, so that one that fails takes nothing else along.

import { makeAside } from "./aside/aside.js";
import { makeHands } from "./hands/hands.js";
import { makeLive } from "./live/live.js";
import { makePanel } from "./panel.js";
import { makeMending } from "./repair/mending.js";
import { makeTaking } from "./repair/take.js";
import { makeRemarks } from "../remarks.js";
import { safely } from "../warn.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {{ show(view: View): void, look?(): void, remove(): void }} Piece */

/**
 * @param {View} view
 * @param {Actions} actions
 * @param {import("./stage.js").Stage} stage
 * @param {ReturnType<typeof import("./overlay.js").makeOverlay>} overlay
 */
export function furnish(view, actions, stage, overlay) {
  const hands = { fill: (/** @type {Record<string, string>} */ values) => void actions.enterAll(values) };
  const mending = makeMending(view, actions);
  const help = { mending, taking: makeTaking(actions, (values) => hands.fill(values), (said) => stage.say(said)) };
  const pieces = [
    piece("looking for what may be wrong", () => mending),
    piece("the panel", () => makePanel(view, actions, stage, help)),
    piece("what stands beside a field", () => makeAside(view, actions, stage, overlay, help)),
    piece("helping the hands", () => Object.assign(hands, makeHands(view, actions, stage, (said) => stage.say(said)))),
    piece("reading aloud", () => makeLive(view, stage)),
    piece("the portal's remarks", makeRemarks),
  ];
  return {
    show: (/** @type {View} */ now) => pieces.forEach((one) => one.show(now)),
    look: () => pieces.forEach((one) => one.look()),
    remove: () => pieces.forEach((one) => one.remove()),
  };
}

/** What cannot be made is left out, and what fails later fails alone. @param {string} what @param {() => Piece} make */
function piece(what, make) {
  let made = /** @type {Piece | null} */ (null);
  safely(what, () => void (made = make()))();
  const whole = /** @type {Piece} */ (made || { show: () => undefined, remove: () => undefined });
  return {
    show: safely(what, (/** @type {View} */ now) => whole.show(now)),
    look: safely(what, () => whole.look && whole.look()),
    remove: safely(what, () => whole.remove()),
  };
}
