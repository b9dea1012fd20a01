// What is to be said at each input: the findings that it has a part in, how grave they are, how a text was read.

import { boundOf } from "../bound.js";
import { TONES } from "./dom.js";

/** @typedef {import("../types/inner").Bound} Bound */
/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("../types/inner").View} View */
/**
 * @typedef {object} Flag  what is to be said at one input
 * @property {Bound} bound
 * @property {Finding[]} findings
 * @property {boolean} speaks  some finding speaks here and not at a partner
 * @property {string} tone  of the gravest finding; "notice" where there is none
 * @property {{ text: string, value: string } | null} notice
 */

/** @param {View} view @returns {Map<string, Flag>} */
export function flagsOf(view) {
  const open = byField(view.shown);
  /** @type {Map<string, Flag>} */
  const flags = new Map();
  view.bound.forEach((bound) => {
    const findings = open.get(bound.field) || [];
    const notice = noticeOf(view, bound.field);
    if (findings.length === 0 && !notice) return;
    const speaks = !!notice || findings.some((one) => view.anchor(one) === bound.field);
    flags.set(bound.field, { bound, findings, speaks, tone: toneOf(findings), notice });
  });
  return flags;
}

/** What stands open at each field. @param {Finding[]} shown */
function byField(shown) {
  /** @type {Map<string, Finding[]>} */
  const open = new Map();
  shown.filter(({ justified }) => !justified).forEach((finding) => finding.fields.forEach((field) => {
    open.set(field, (open.get(field) || []).concat(finding));
  }));
  return open;
}

/** A field of which nothing is to be said but what stands beside it. @param {View} view @param {string} field @returns {Flag | null} */
export function plain(view, field) {
  const bound = boundOf(view.bound, field);
  return bound ? { bound, findings: [], speaks: false, tone: "aside", notice: null } : null;
}

/** @param {View} view @param {string} field */
function noticeOf(view, field) {
  const { notice, value } = view.report.fields[field];
  return notice && value !== null && view.editing !== field ? { text: notice.text, value } : null;
}

/** A blank is no mistake yet and is marked more lightly. @param {Finding[]} findings */
function toneOf(findings) {
  if (findings.length > 0 && findings.every(({ code }) => code === "required")) return "required";
  return TONES.filter((severity) => findings.some((one) => one.severity === severity))[0] || "notice";
}

/** @param {Map<string, Flag>} flags @param {string} editing */
export function saidOf(flags, editing) {
  /** @type {Map<Element, import("./marks.js").Said>} */
  const said = new Map();
  flags.forEach(({ bound, findings, notice }) => {
    const text = findings.map(({ message }) => message).concat(notice ? notice.text : []).join(" ");
    const invalid = findings.some(({ severity }) => severity !== "hint");
    const ids = findings.map(({ id }) => id).join();
    const typing = bound.field === editing;
    bound.control.elements.forEach((element) => said.set(element, { invalid, text, ids, typing }));
  });
  return said;
}

/** What is said elsewhere than in the overlay, where the page wants that: what must be mended, at the field where it speaks. @param {Map<string, Flag>} flags */
export function toSay(flags) {
  /** @type {Map<import("../types/inner").Control, string>} */
  const wanted = new Map();
  flags.forEach(({ bound, findings, speaks }) => {
    const grave = findings.filter(({ severity }) => severity !== "hint")[0];
    if (grave && speaks) wanted.set(bound.control, grave.message);
  });
  return wanted;
}
