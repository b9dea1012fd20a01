// Hand-written JavaScript that checks the whole record, on binary floats.
import { checkFields, checkRules } from "generated:plain";
import { recheck } from "./recheck.mjs";

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
