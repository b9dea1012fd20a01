// The moment of handing in: may it pass, and if not, where must the person look?

import { tell } from "./events.js";
import { focusOn } from "./focus.js";
import { foresee, reportOf, show, sync } from "./state.js";
import { blockers, interpreted, reasonToStop } from "./verdict.js";

/** @typedef {import("./state.js").Form} Form */
/** @typedef {import("./guard.js").Judgement} Judgement */

/** @param {Form} form @returns {Judgement} */
export function judge(form) {
  const news = sync(form, form.bound);
  if (form.faults > 0) return { verdict: "unchecked", reason: "failed" };
  const report = reportOf(form);
  foresee(form);
  const why = reasonToStop(report, form.early, form.bound, form.settings.guard, form.offered);
  if (why !== "") stop(form, report, why);
  else {
    if (news) show(form);
    form.passed(report);
    form.draft.sent();
  }
  return { verdict: why === "" ? "pass" : "stop" };
}

/** @param {Form} form @param {import("./types/inner").Report} report @param {import("./verdict.js").Reason} why */
function stop(form, report, why) {
  form.timing.commit(form.timing.editing());
  form.timing.submitted();
  // An interpretation stops a submission once: the person has seen the offer and may insist.
  if (why === "notice") interpreted(report, form.bound).forEach((field) => form.offered.set(field, report.fields[field].typed));
  form.view.stopped = why;
  show(form);
  // Where the messages speak, in page order: the first of them.
  const fields = why === "notice" ? interpreted(report, form.bound) : blockers(report, why).concat(form.early).map(form.timing.anchor);
  const first = form.bound.filter(({ field }) => fields.indexOf(field) >= 0)[0];
  if (first) focusOn(first);
  tell(form.container, "blocked", report);
}
