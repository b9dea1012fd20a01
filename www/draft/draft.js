// What was typed and not handed in, kept on this device where the portal asks for that.

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */

/**
 * @param {View} view
 * @param {Actions} actions
 * @param {import("../panel/stage.js").Stage} stage
 * @param {number} hours
 */
export function makeDraft(view, actions, stage, hours) {
  return { show: (/** @type {View} */ now) => void (view = now), sent: () => undefined, remove: () => undefined };
}
