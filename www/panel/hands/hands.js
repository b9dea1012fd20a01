// What helps the hands: Enter goes on, a block from Excel spreads over the fields, one undo takes it back.

import { makeKeys } from "./keys.js";
import { makeOnward } from "./onward.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").View} View */

/** @param {View} first @param {Actions} actions @param {import("../stage.js").Stage} stage */
export function makeHands(first, actions, stage) {
  let view = first;
  const keys = makeKeys(first.container.ownerDocument);
  const onward = makeOnward(() => view, actions, keys);
  return {
    /** @param {View} now */
    show: (now) => void (view = now),
    remove() {
      onward.remove();
      keys.remove();
    },
  };
}
