// What stands beside the field that is being filled in: answers, never reproaches. The lines are the same elements as long as
// nothing changed, and the first stands still while one types.

import { warnOnce } from "../../warn.js";
import { windowOf } from "../../realm.js";
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
 * @returns {import("../furnish.js").Piece}
 */
export function makeAside(first, actions, stage, overlay) {
  const text = words(first.locale);
  const phone = windowOf(first.container).matchMedia(PHONE);
  const brief = () => phone.matches;
  const facts = makeFacts(text, actions, brief);
  const reading = makeReading(text);
  const closing = makeClosing(text, first.pack, brief);
  const fields = new Map(first.pack.fields.map((field) => /** @type {[string, typeof field]} */ ([field.id, field])));
  /** @param {View} view */
  const lines = (view) => {
    const field = fields.get(view.focused);
    if (!field) return [];
    const still = facts(field, view);
    const live = closing(field.id, view).concat(reading(field, view));
    // A phone has room for one: the answer, where there is one.
    return brief() ? live.concat(still).slice(0, 1) : still.concat(live);
  };
  stage.wear(ASIDE_SHEET);
  overlay.besides(once(quietly(lines)));
  return { show: () => undefined, remove: () => undefined };
}

/** Drawn again for another reason, such as the pointer, the form is as it was. @param {(view: View) => HTMLElement[]} lines */
function once(lines) {
  let seen = /** @type {View | null} */ (null);
  /** @type {HTMLElement[]} */
  let said = [];
  return (/** @type {View} */ view) => {
    // A view is made anew at each change, but for the focus.
    if (view !== seen) said = lines(view);
    seen = view;
    return said;
  };
}

/** What fails here takes no message along. @param {(view: View) => HTMLElement[]} lines */
function quietly(lines) {
  return (/** @type {View} */ view) => {
    try {
      return lines(view);
    } catch (error) {
      warnOnce("what stands beside a field could not be drawn.", error);
      return [];
    }
  };
}
