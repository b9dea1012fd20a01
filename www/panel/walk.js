// One key walks through everything that is open: what must be fixed, what to check, what to know, what is still blank.

import { TONES } from "./dom.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {{ id: string, field: string }} Stop */

/** @param {() => View} view @param {Actions} actions */
export function makeWalk(view, actions) {
  let at = "";
  return {
    /** @param {string} id where the person is now */
    visit: (id) => void (at = id),
    /** @param {1 | -1} direction @returns {boolean} whether there was somewhere to go */
    step(direction) {
      const stops = stopsOf(view());
      if (stops.length === 0) return false;
      const now = stops.findIndex(({ id }) => id === at);
      const from = now < 0 && direction < 0 ? 0 : now;
      const next = stops[(from + direction + stops.length) % stops.length];
      at = next.id;
      actions.focus(next.field);
      return true;
    },
  };
}

/** @param {View} view @returns {Stop[]} */
function stopsOf(view) {
  const open = view.shown.filter((one) => !one.justified && one.code !== "required");
  const graded = TONES.map((severity) => open.filter((one) => one.severity === severity));
  const findings = graded[0].concat(graded[1], graded[2]).map((one) => ({ id: one.id, field: view.anchor(one) }));
  return findings.concat(view.blank.map((field) => ({ id: `${field}:required`, field })));
}
