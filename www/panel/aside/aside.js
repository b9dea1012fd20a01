// What stands beside the field that is being filled in: answers, never reproaches. The lines are the same elements as long as
// nothing changed, and the first stands still while one types.

import { warnOnce } from "../../warn.js";
import { windowOf } from "../../realm.js";
import { hearKey, keyedIn } from "../repair/key.js";
import { makeBeside } from "../repair/beside.js";
import { makeRange } from "../repair/range.js";
import { REPAIR_SHEET } from "../repair/style.js";
import { words as mendsIn } from "../repair/text.js";
import { PHONE } from "../style.js";
import { makeClosing } from "./closing.js";
import { makeFacts } from "./facts.js";
import { makeReading } from "./reading.js";
import { ASIDE_SHEET } from "./style.js";
import { words } from "./text.js";

/** @typedef {import("../../types/inner").View} View */

/**
 * @param {View} first
 * @param {import("../../types/inner").Actions} actions
 * @param {import("../stage.js").Stage} stage
 * @param {ReturnType<typeof import("../overlay.js").makeOverlay>} overlay
 * @param {import("../panel.js").Help} help
 * @returns {import("../furnish.js").Piece}
 */
export function makeAside(first, actions, stage, overlay, { mending, taking }) {
  const text = words(first.locale);
  const phone = windowOf(first.container).matchMedia(PHONE);
  const brief = () => phone.matches;
  const facts = makeFacts(text, actions, brief);
  const reading = makeReading(text);
  const closing = makeClosing(text, first.pack, brief);
  const mends = mendsIn(first.locale);
  const ways = makeBeside(mending, mends, taking, brief);
  const range = makeRange(mends, taking, brief);
  const fields = new Map(first.pack.fields.map((field) => /** @type {[string, typeof field]} */ ([field.id, field])));
  /** @param {View} view @param {string} at */
  const lines = (view, at) => {
    const field = fields.get(at);
    if (!field) return [];
    const mended = ways(at, view);
    // Where one only looks there is nothing to fill in.
    if (at !== view.focused) return mended;
    const still = facts(field, view);
    const left = mended.some(isPressed) ? [] : range(field, mending.range(at, view), view);
    const live = closing(at, view).concat(reading(field, view));
    if (!brief()) return mended.concat(still, live, left);
    // A phone has room for one: what can be pressed, else the answer, where there is one.
    return mended.concat(left.filter(isPressed), live, left, still).slice(0, 1);
  };
  let offered = /** @type {HTMLElement | null} */ (null);
  let told = "";
  /** What a key takes is also heard, once, and never while someone types. @param {View} view @param {string} at */
  const heard = (view, at) => {
    const said = lines(view, at);
    const one = at === view.focused ? keyedIn(said) : null;
    const now = one ? at + one.name : "";
    offered = one && one.button;
    if (one && now !== told && view.editing === "") stage.say(one.name + mends.stop + mends.key + mends.stop);
    if (!one || view.editing === "") told = now;
    return said;
  };
  stage.wear(ASIDE_SHEET);
  stage.wear(REPAIR_SHEET);
  overlay.besides(once(quietly(heard)));
  return { show: () => undefined, remove: hearKey(first.container.ownerDocument, () => offered) };
}

/** @param {HTMLElement} line */
function isPressed(line) {
  return line.querySelector("button") !== null;
}

/** Drawn again for another reason, such as the pointer, the form is as it was. @param {import("../bubble.js").Aside} lines */
function once(lines) {
  let seen = /** @type {View | null} */ (null);
  let seenAt = "";
  /** @type {HTMLElement[]} */
  let said = [];
  return (/** @type {View} */ view, /** @type {string} */ at) => {
    // A view is made anew at each change, but for the focus.
    if (view !== seen || at !== seenAt) said = lines(view, at);
    seen = view;
    seenAt = at;
    return said;
  };
}

/** What fails here takes no message along. @param {import("../bubble.js").Aside} lines */
function quietly(lines) {
  return (/** @type {View} */ view, /** @type {string} */ at) => {
    try {
      return lines(view, at);
    } catch (error) {
      warnOnce("what stands beside a field could not be drawn.", error);
      return [];
    }
  };
}
