// Hand-written JavaScript that checks the whole record, on binary floats.
import { checkFields, checkRules } from "generated:plain";
import { recheck } from "./recheck.mjs";

export const peer = { label: { en: "by hand, whole re-check", "zh-CN": "手写，整表重查" } };

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
