// What helps the hands: Enter goes on, a block from a sheet spreads over the fields, one undo takes it back.

import { own } from "../../record.js";
import { makeKeys } from "./keys.js";
import { makeOnward } from "./onward.js";
import { makePaste } from "./paste.js";
import { stepOf } from "./plan.js";
import { HANDS_SHEET } from "./style.js";
import { makeTaken } from "./taken.js";
import { words } from "./text.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").View} View */

/** @param {View} first @param {Actions} actions @param {import("../stage.js").Stage} stage @param {(sentence: string) => void} aloud */
export function makeHands(first, actions, stage, aloud) {
  let view = first;
  const now = () => view;
  const text = words(first.locale);
  stage.wear(HANDS_SHEET);
  const keys = makeKeys(first.container.ownerDocument);
  const onward = makeOnward(now, actions, keys);
  const taken = makeTaken(now, actions, stage.dock, keys, text, aloud);
  const paste = makePaste(now, stage.dock, keys, text, taken);
  return {
    /** @param {View} next */
    show: (next) => void (view = next),
    /** Writes several fields, to be taken back as one. @param {Record<string, string>} values */
    fill(values) {
      const steps = view.bound.filter(({ field }) => own(values, field) !== undefined).map((bound) => stepOf(bound, values[bound.field], view));
      taken.fill(steps, view.focused);
    },
    remove: () => [paste, taken, onward, keys].forEach((one) => one.remove()),
  };
}
