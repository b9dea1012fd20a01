// Hand-written JavaScript that is exact: whole re-check with fixed-point BigInts.
import { checkRules } from "generated:bigint";
import { checkFields } from "generated:plain";
import { recheck } from "./recheck.mjs";

/** @param {bigint | null} value @param {number} places */
export const textOf = (value, places) => {
  if (value === null) return "";
  const digits = String(value < 0n ? -value : value).padStart(places + 1, "0");
  const sign = value < 0n ? "-" : "";
  return places ? `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}` : sign + digits;
};

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  const check = (/** @type {any} */ record) => {
    /** @type {string[]} */
    const findings = [];
    checkFields(record, findings);
    return { metrics: checkRules(record, findings), findings };
  };
  return { check, open: recheck(workload, check) };
}
