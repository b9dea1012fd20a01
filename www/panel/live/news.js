// What opened and what was mended since it was last heard, at fields that were left.

import { keysOf } from "../../list.js";
import { labelOf } from "../labels.js";
import { words } from "./text.js";

/** @typedef {import("../../types/inner").Finding} Finding */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {{ finding: Finding, speaks: string }} Known  speaks: the field at which it does */

const MOST = 3;

/** @param {View} first @param {Words} text */
export function listenFor(first, text) {
  // What stood there when the form came is read at its field, not all at once.
  let known = knownOf(first);
  /** Findings to be read, each with the field that had the focus when it opened. @type {Map<string, string>} */
  const due = new Map();
  /** Findings that were read. @type {Set<string>} */
  const heard = new Set();
  /** Fields of which it is to be said that they are mended, explained. @type {Map<string, string>} */
  const settled = new Map();

  /** Where the focus has come to one of its fields, a finding is read with that. @param {View} view */
  function readThere(view) {
    view.shown.forEach(({ id, fields }) => {
      if (!due.has(id) || due.get(id) === view.focused || fields.indexOf(view.focused) < 0) return;
      due.delete(id);
      heard.add(id);
    });
  }

  return {
    any: () => due.size + settled.size > 0,
    /** @param {View} view */
    hear(view) {
      const now = knownOf(view);
      view.shown.forEach((finding) => {
        const before = known.get(finding.id);
        const news = !before || before.finding.message !== finding.message;
        if (!finding.justified && news && view.anchor(finding) === view.left) due.set(finding.id, view.focused);
        if (finding.justified && before && !before.finding.justified) settled.set(labelOf(view.pack, before.speaks), text.explained);
      });
      known.forEach(({ finding, speaks }, id) => {
        // Named by the field that was just put right, where it is one of them.
        const field = finding.fields.indexOf(view.left) < 0 ? speaks : view.left;
        if (!now.has(id) && heard.delete(id) && view.left !== "") settled.set(labelOf(view.pack, field), text.mended);
      });
      known = now;
      readThere(view);
    },
    /** @param {View} view @returns {string} what is to be read now; it counts as read then */
    take(view) {
      const open = view.shown.filter(({ justified }) => !justified);
      const aloud = open.filter(({ id }) => due.has(id));
      aloud.forEach(({ id }) => heard.add(id));
      const labels = open.map((finding) => labelOf(view.pack, view.anchor(finding)));
      const mended = keysOf(settled).filter((label) => settled.get(label) !== text.mended || labels.indexOf(label) < 0);
      const sentences = mended.map((label) => label + text.colon + settled.get(label)).concat(sentencesOf(aloud, text));
      due.clear();
      settled.clear();
      return sentences.join(" ");
    },
    /** @param {View} view what was to be read has been said in other words */
    forget(view) {
      view.shown.forEach(({ id }) => due.has(id) && heard.add(id));
      due.clear();
      settled.clear();
    },
  };
}

/** What stands open at a field, for whoever is sent to where they are already: nothing is read then of itself. @param {View} view @param {string} field */
export function sentencesAt(view, field) {
  return sentencesOf(view.shown.filter(({ justified, fields }) => !justified && fields.indexOf(field) >= 0), words(view.locale)).join(" ");
}

/** @param {Finding[]} findings @param {Words} text */
function sentencesOf(findings, text) {
  const shown = findings.slice(0, MOST).map(({ code, severity, message }) =>
    (code === "required" ? text.toFill : text.severity[severity]) + text.colon + message);
  const more = findings.length - shown.length;
  return more > 0 ? shown.concat(text.others.join(String(more))) : shown;
}

/** @param {View} view @returns {Map<string, Known>} */
function knownOf(view) {
  return new Map(view.shown.map((finding) => /** @type {[string, Known]} */ ([finding.id, { finding, speaks: view.anchor(finding) || finding.fields[0] }])));
}
