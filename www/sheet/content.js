// What stands on a check sheet, for paper and table alike. Strings of the engine throughout: nothing is worked out here.

import { isFigure } from "../figure.js";
import { fold } from "../list.js";
import { clockOf, dayOf } from "../moment.js";
import { TONES } from "../panel/dom.js";
import { labelOf } from "../panel/labels.js";
import { own } from "../record.js";

/** @typedef {import("../types/inner").Pack} Pack */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {{ number: string, finding: Finding, status: string, mark: string, reason: string }} Check  mark: what else is to be known of it */
/** @typedef {{ id: string, label: string, shown: string, value: string, unit: string, last: string, note: string }} Line  shown: as read, value: as counted */
/** @typedef {Line & { typed: string, isText: boolean }} Figure */
/** @typedef {Line & { change: string }} Metric */
/** @template T @typedef {{ label: string, rows: T[] }} Part */

/** @param {View} view @param {Words} text @param {Date} now */
export function contentOf(view, text, now) {
  const { report, pack, early } = view;
  const spoken = graveFirst(report.findings.filter(({ code }) => code !== "required").concat(early));
  const checks = spoken.map((finding, i) => checkOf(finding, String(i + 1), early.indexOf(finding) < 0 ? "" : text.early, text));
  const blanks = report.findings.filter(({ code }) => code === "required").map(({ fields }) => fields[0]);
  const count = (/** @type {string} */ severity) => spoken.filter((one) => one.severity === severity).length;
  const explained = spoken.filter(({ justified }) => justified).length;
  return {
    title: pack.title,
    about: about(view, text, now),
    // What can no longer pass has to be put right before the blanks are of use.
    outcome: text.status[early.length > 0 ? "mandatory" : report.status],
    counts: text.counts(count("mandatory"), count("verify"), explained, count("hint"), blanks.length),
    checks,
    blanks: blanks.map((field) => labelOf(pack, field)),
    figures: parts(pack, figuresOf(view, text, checks, blanks)),
    metrics: parts(pack, metricsOf(view)),
  };
}

/** @param {Finding[]} findings */
function graveFirst(findings) {
  return fold([...TONES], (/** @type {Finding[]} */ all, tone) => all.concat(findings.filter(({ severity }) => severity === tone)), []);
}

/** @param {View} view @param {Words} text @param {Date} now @returns {[string, string][]} */
function about({ report, locale, pack }, text, now) {
  const { id, version, hash } = report.pack;
  const { engine } = report;
  return [
    [text.time, `${dayOf(now, locale)}${locale === "en" ? ", " : " "}${clockOf(now)}`],
    [text.pack, `${pack.title} · ${id} ${version}`],
    [text.hash, hash],
    [text.engine, `Tianbao ${engine.version} · ${text.kinds[engine.kind]}`],
  ];
}

/** @param {Finding} finding @param {string} number @param {string} mark @param {Words} text @returns {Check} */
function checkOf(finding, number, mark, text) {
  const reason = finding.justified ? finding.justified.reason : "";
  return { number, finding, mark, reason, status: reason === "" ? text.open[finding.severity] : text.explained };
}

/** @param {View} view @param {Words} text @param {Check[]} checks @param {string[]} blanks @returns {(Figure & { section?: string })[]} */
function figuresOf(view, text, checks, blanks) {
  const { pack, report } = view;
  const here = pack.fields.filter(({ id }) => isHere(report.fields, id));
  // Last year's figure stands beside this year's.
  const leading = here.filter(({ lastOf }) => !lastOf || here.every(({ id }) => id !== lastOf));
  return leading.map((field) => {
    const { id, label, section, unit = "" } = field;
    const { typed, value } = report.fields[id];
    const last = pack.fields.filter(({ lastOf }) => lastOf === id)[0];
    const shown = value === null ? typed : spokenValue(field, value, text);
    const other = value !== null && isOther(field, typed, value, shown);
    const notes = [
      value === null && typed !== "" && isFigure(field) ? text.unread : "",
      other ? text.typed(typed) : "",
      blanks.indexOf(id) >= 0 ? text.blank : "",
      numbersOf(checks, id, last ? last.id : "", text),
    ];
    return {
      id, label, section, shown, unit,
      value: value === null ? "" : value,
      last: last ? spokenValue(last, lastValue(view, id, last.id), text) : "",
      typed: value === null || other ? typed : "",
      note: notes.filter((note) => note !== "").join(text.semicolon),
      isText: !isFigure(field),
    };
  });
}

/** @param {Record<string, { state: string }>} reports @param {string} id */
function isHere(reports, id) {
  const report = own(reports, id);
  return !!report && report.state !== "absent";
}

/** What the portal loaded of last period counts too, where the form does not have it. @param {View} view @param {string} field @param {string} last */
function lastValue({ report, session }, field, last) {
  const { value, typed } = /** @type {{ value: string | null, typed: string }} */ (own(report.fields, last) || { value: null, typed: "" });
  if (value !== null || typed !== "") return value === null ? typed : value;
  const operand = session.explain(field).operands.filter(({ id }) => id === last)[0];
  return (operand && operand.value) || "";
}

/** @param {Pack["fields"][number]} field @param {string} value @param {Words} text */
function spokenValue(field, value, text) {
  const { type, choices, unit } = field;
  if (value === "") return "";
  if (type === "boolean") return value === "true" ? text.yes : text.no;
  const chosen = (choices || []).filter((one) => one.value === value)[0];
  if (chosen) return chosen.label;
  // A year is no amount.
  return isFigure(field) && unit && unit !== "年" ? grouped(value) : value;
}

/** @param {string} value */
function grouped(value) {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  const [whole, rest] = value.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`);
}

/** Whether the person wrote it in another way than it is shown. @param {Pack["fields"][number]} field @param {string} typed @param {string} value @param {string} shown */
function isOther(field, typed, value, shown) {
  if (!isFigure(field)) return field.type === "text" && typed.trim() !== value;
  return typed.replace(/[,，\s]/g, "").replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") !== value && typed.trim() !== shown;
}

/** @param {Check[]} checks @param {string} field @param {string} last @param {Words} text */
function numbersOf(checks, field, last, text) {
  const some = checks.filter(({ finding: { fields } }) => fields.indexOf(field) >= 0 || (last !== "" && fields.indexOf(last) >= 0));
  return some.length === 0 ? "" : text.see(some.map(({ number }) => number).join(text.comma));
}

/** @param {View} view @returns {(Metric & { section?: string })[]} */
function metricsOf({ pack, report }) {
  const here = pack.metrics.filter(({ id }) => isHere(report.metrics, id));
  const has = (/** @type {string | undefined} */ id) => here.some((one) => one.id === id);
  const shownOf = (/** @type {{ id: string }[]} */ [metric]) => (metric && report.metrics[metric.id].state === "ok" ? report.metrics[metric.id].display : "");
  return here.filter(({ lastOf, changeOf }) => !has(lastOf) && !has(changeOf)).map(({ id, label, section, unit }) => {
    const { value, display, state, why } = report.metrics[id];
    return {
      id, label, section, unit: unit || "", value: value === null ? "" : value,
      shown: state === "ok" ? display : "",
      last: shownOf(here.filter(({ lastOf }) => lastOf === id)),
      change: shownOf(here.filter(({ changeOf }) => changeOf === id)),
      note: why ? why.text : "",
    };
  });
}

/** By section, in the pack's order. @template {{ section?: string }} T @param {Pack} pack @param {T[]} rows @returns {Part<T>[]} */
function parts({ sections }, rows) {
  const named = sections.map(({ id, label }) => ({ label, rows: rows.filter(({ section }) => section === id) }));
  const rest = rows.filter(({ section }) => sections.every(({ id }) => id !== section));
  return named.concat({ label: "", rows: rest }).filter((part) => part.rows.length > 0);
}
