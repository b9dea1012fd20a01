// One attached form: what the engine was told, what it said, what is shown of it.

import { tell } from "./events.js";
import { readAll, readOne } from "./reading.js";
import { put } from "./record.js";
import { fillTargets } from "./targets.js";
import { interpreted, reasonToStop } from "./verdict.js";
import { safely, warnOnce } from "./warn.js";

/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./types/inner").Changes} Changes */
/** @typedef {import("./types/inner").Control} Control */
/** @typedef {import("./types/inner").View} View */

/**
 * @typedef {object} Form
 * @property {Element} container
 * @property {import("./types/inner").Pack} pack
 * @property {import("./types/inner").Settings} settings
 * @property {Record<string, string>} map
 * @property {import("./types/inner").Host} host
 * @property {import("./types/inner").Session} session
 * @property {Control[]} controls  all questions that the page asked when it was last looked at
 * @property {Bound[]} bound  in page order
 * @property {Map<string, string>} away  fields in a pane that the page took out, and which tabs were open then
 * @property {string} tabs  which are open now
 * @property {boolean} hidden  the page put the whole form away
 * @property {import("./targets.js").Target[]} targets
 * @property {Control | undefined} remarks  where the portal wants the written reasons
 * @property {import("./types/inner").Unbound[]} unbound
 * @property {Map<Element, Bound>} byElement
 * @property {Map<string, string>} typed  what the engine was last told
 * @property {Map<string, string>} offered  interpretations that a submission was stopped for once
 * @property {import("./types/inner").Report | null} report  of now; null where it must be asked for
 * @property {(import("./types/inner").Finding & { typed: Record<string, string> })[]} early  what can no longer pass, as last asked, and of what: a keystroke does not wait for that
 * @property {(report: import("./types/inner").Report) => void} passed  told when a submission may go
 * @property {number} faults  how often the engine failed since it last answered; its report holds only at 0
 * @property {boolean} deaf  while several fields are written at once
 * @property {ReturnType<typeof import("./timing.js").makeTiming>} timing
 * @property {View} view
 * @property {ReturnType<typeof import("./panel/overlay.js").makeOverlay>} overlay
 * @property {Pick<ReturnType<typeof import("./panel/furnish.js").furnish>, "show" | "look" | "remove"> | null} panel  null once the form is let go
 * @property {Pick<ReturnType<typeof import("./draft/draft.js").makeDraft>, "show" | "sent" | "remove">} draft
 */

/** @param {Form} form @param {Pick<View, "stopped" | "focused">} last @returns {View} */
export function viewOf(form, last) {
  const { container, pack, session, bound, settings, timing, host, remarks } = form;
  const report = reportOf(form);
  const fields = new Set(bound.map(({ field }) => field));
  // What fails by now is told by the report itself; what was typed anew is looked at again at rest.
  const early = form.early.filter(({ id, typed }) =>
    !report.findings.some((one) => one.id === id) && Object.keys(typed).every((field) => report.fields[field].typed === typed[field]));
  const shown = timing.show(report.findings.concat(early), fields);
  const missing = new Set(report.findings.filter(({ code }) => code === "required").map(({ fields }) => fields[0]));
  const blank = bound.map(({ field }) => field).filter((field) => missing.has(field));
  return {
    container, pack, session, report, early, shown, bound, blank, host, remarks,
    locale: settings.locale,
    tried: timing.tried(),
    editing: timing.editing(),
    left: timing.left(),
    focused: last.focused,
    stopped: stillStopped(form, report, early, last.stopped),
    anchor: timing.anchor,
  };
}

/** The report as it stands, asked for once between two changes. @param {Form} form */
export function reportOf(form) {
  if (!form.report) form.report = form.session.report();
  return form.report;
}

/** Asks what can no longer pass whatever the blanks become: at rest, and when the report is handed in. @param {Form} form */
export function foresee(form) {
  const report = reportOf(form);
  safely("looking ahead", () => {
    form.early = (report.early || []).filter(({ severity }) => severity === "mandatory").map((one) => atWhatIsTyped(one, report));
  })();
}

/** What is still blank is not what must be looked at. @param {import("./types/inner").Finding} finding @param {View["report"]} report */
function atWhatIsTyped(finding, report) {
  const known = finding.fields.filter((field) => report.fields[field].state !== "blank");
  /** @type {Record<string, string>} */
  const typed = {};
  known.forEach((field) => put(typed, field, report.fields[field].typed));
  return Object.assign({}, finding, { fields: known.length > 0 ? known : finding.fields, typed });
}

/** @param {Form} form @param {View["report"]} report @param {View["early"]} early @param {View["stopped"]} stopped */
function stillStopped(form, report, early, stopped) {
  if (stopped === "notice") return interpreted(report, form.bound).length > 0 ? stopped : "";
  return stopped !== "" && reasonToStop(report, early, form.bound, form.settings.guard, form.offered) === stopped ? stopped : "";
}

/** @param {Form} form */
export function show(form) {
  // What was still to come when the form was let go, after a reset or a press on a tab.
  if (!form.panel) return;
  form.view = viewOf(form, form.view);
  form.overlay.show(form.view);
  form.panel.show(form.view);
  form.draft.show(form.view);
  if (form.targets.length > 0) fillTargets(form.host, form.targets, form.view.report);
}

/** Tells the engine what stands in these inputs now. @param {Form} form @param {Bound[]} some @returns {boolean} whether anything was new */
export function sync(form, some) {
  const news = some.filter((one) => isNew(form, one));
  if (news.length === 0 && form.faults === 0) return false;
  try {
    announce(form, send(form, form.faults === 0 ? news : form.bound));
    form.faults = 0;
  } catch (error) {
    fail(form, error);
  }
  return true;
}

/** @param {Form} form @param {Bound} bound */
export function isNew(form, bound) {
  return readOne(form.pack, form.host, bound) !== form.typed.get(bound.field);
}

/** @param {Form} form @param {Changes} changes */
export function announce(form, changes) {
  form.report = null;
  tell(form.container, "change", changes);
}

/** @param {Form} form @param {Bound[]} some @returns {Changes} */
function send(form, some) {
  const values = readAll(form.pack, form.host, some);
  const changes = some.length === 1 ? form.session.set(some[0].field, values[some[0].field]) : form.session.setMany(values);
  some.forEach(({ field }) => form.typed.set(field, values[field]));
  return changes;
}

/** @param {Form} form @param {unknown} error */
function fail(form, error) {
  form.report = null;
  form.faults += 1;
  if (form.faults > 1) return;
  warnOnce("the engine could not follow the form; submissions pass unchecked until it can.", error);
  tell(form.container, "error", { error });
}
