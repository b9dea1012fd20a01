// How many checks that hold a field has a part in: what speaks for its figure where another check fails.

import { own, put } from "../../record.js";

/** @typedef {import("../../types/inner").Finding} Finding */
/** @typedef {import("../../types/inner").View} View */

export function makeProofs() {
  /** The rules that read a field: as the pack has them, found once. @type {Map<string, string[]> | null} */
  let readers = null;
  /** @type {Record<string, number>} */
  let counted = {};
  return {
    /** @param {Finding[]} open @param {View} view */
    look(open, view) {
      const known = readers || (readers = readersOf(view));
      counted = {};
      /** @type {Map<string, boolean>} */
      const held = new Map();
      const holds = (/** @type {string} */ rule) => {
        if (!held.has(rule)) held.set(rule, view.session.explain(rule).passes === true);
        return held.get(rule);
      };
      open.filter(({ code }) => code === "rule").forEach(({ fields }) => fields.forEach((field) => {
        if (own(counted, field) === undefined) put(counted, field, (known.get(field) || []).filter(holds).length);
      }));
    },
    /** As last looked at: it does not come and go while someone types. @param {string} field @returns {number} */
    of: (field) => own(counted, field) || 0,
  };
}

/** @param {View} view */
function readersOf({ pack, session }) {
  /** @type {Map<string, string[]>} */
  const readers = new Map();
  pack.rules.filter(({ severity }) => severity !== "hint").forEach(({ id }) => session.explain(id).operands.forEach((operand) => {
    readers.set(operand.id, (readers.get(operand.id) || []).concat(id));
  }));
  return readers;
}
