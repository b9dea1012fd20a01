// What stands around a form that is attached: the panel, and what helps the hands. Comes as a part of its own after the form is
// checked already; each thing by itself, so that one that fails takes nothing else along.

import { makePanel } from "./panel.js";

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
  /** @type {Piece[]} */
  const pieces = [makePanel(view, actions, stage)];
  return {
    show: (/** @type {View} */ now) => pieces.forEach((piece) => piece.show(now)),
    look: () => pieces.forEach((piece) => piece.look && piece.look()),
    remove: () => pieces.forEach((piece) => piece.remove()),
  };
}
