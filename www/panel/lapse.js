// Reasons that were given: one holds for the numbers that it was given for, and is kept here to be used again when they change.

import { own } from "../record.js";

/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("../types/inner").View} View */

export function makeMemory() {
  /** @type {Map<string, { reason: string, numbers: string }>} */
  const given = new Map();
  return {
    /** @param {View} view */
    notice({ report }) {
      report.findings.forEach((finding) => {
        const known = given.get(finding.id);
        if (!known && !finding.justified) return;
        const numbers = numbersOf(finding, report);
        if (finding.justified) given.set(finding.id, { reason: finding.justified.reason, numbers });
        // With the same numbers it did not lapse: it was taken back.
        else if (known && known.numbers === numbers) given.delete(finding.id);
      });
    },
    /** The reason that no longer holds, or "". @param {Finding} finding */
    lapsed({ id, justified }) {
      const known = given.get(id);
      return known && !justified ? known.reason : "";
    },
  };
}

/** @param {Finding} finding @param {View["report"]} report */
function numbersOf({ fields }, report) {
  return JSON.stringify(fields.map((field) => own(report.fields, field).value));
}
