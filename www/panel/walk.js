// One key walks through everything that is open: what must be fixed, what to check, what to know, what is still blank.

import { openOf } from "./counts.js";
import { TONES } from "./dom.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {{ id: string, field: string }} Stop */
/** @typedef {ReturnType<typeof makeWalk>} Walk */

/** @param {() => View} view @param {Pick<Actions, "focus">} actions @param {() => void} moved */
export function makeWalk(view, actions, moved) {
  let at = "";
  const visit = (/** @type {string} */ id) => {
    at = id;
    moved();
  };
  return {
    /** @param {string} id where the person is now */
    visit,
    at: () => at,
    /** Where that is among all that is open: "3 / 7". */
    position() {
      const stops = stopsOf(view());
      const now = stops.map(({ id }) => id).indexOf(at);
      return now < 0 ? "" : `${now + 1} / ${stops.length}`;
    },
    /** @param {1 | -1} direction @returns {boolean} whether there was somewhere to go */
    step(direction) {
      const stops = stopsOf(view());
      if (stops.length === 0) return false;
      const now = stops.map(({ id }) => id).indexOf(at);
      const from = now < 0 && direction < 0 ? 0 : now;
      const next = stops[(from + direction + stops.length) % stops.length];
      visit(next.id);
      actions.focus(next.field);
      return true;
    },
  };
}

/** @param {View} view @returns {Stop[]} */
function stopsOf(view) {
  const open = openOf(view);
  const graded = TONES.map((severity) => open.filter((one) => one.severity === severity));
  const findings = graded[0].concat(graded[1], graded[2]).map((one) => ({ id: one.id, field: view.anchor(one) }));
  return findings.concat(view.blank.map((field) => ({ id: `${field}:required`, field })));
}
