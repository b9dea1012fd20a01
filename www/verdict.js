// Why a submission may not pass, read off a report.

import { own } from "./record.js";

/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./types/inner").Finding} Finding */
/** @typedef {import("./types/inner").Report} Report */
/** @typedef {import("./types/inner").View["stopped"]} Reason */
/** @typedef {Map<string, string>} Offered  interpretations that a submission was stopped for once */

/** @param {Report} report @param {Finding[]} early @param {Bound[]} bound @param {string} guard @param {Offered} offered @returns {Reason} */
export function reasonToStop(report, early, bound, guard, offered) {
  if (early.length + blockers(report, "mandatory").length > 0) return "mandatory";
  if (guard === "verify" && blockers(report, "verify").length > 0) return "verify";
  return interpreted(report, bound).some((field) => offered.get(field) !== report.fields[field].typed) ? "notice" : "";
}

/** Inputs whose text would be sent as it stands, though it is understood as something else: 1.2万. @param {Report} report @param {Bound[]} bound */
export function interpreted(report, bound) {
  return bound.map(({ field }) => field).filter((field) => {
    const one = own(report.fields, field);
    return one && one.notice && one.value !== null;
  });
}

/** Open findings of a severity that has no reason yet. @param {Report} report @param {string} severity */
export function blockers(report, severity) {
  return report.findings.filter((one) => one.severity === severity && !one.justified);
}
