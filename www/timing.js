// When may a message appear? Not while the person is still typing the figure: first on leaving the field, then live.

import { list } from "./list.js";

/** @typedef {import("./types/inner").Finding} Finding */
/** @typedef {"hybrid" | "on-submit" | "on-change"} Mode */

/** @param {Mode} mode */
export function makeTiming(mode) {
  /** Findings that were shown once: from then on they come and go with every keystroke. @type {Set<string>} */
  const live = new Set();
  /** Which input a finding speaks at. @type {Map<string, string>} */
  const anchors = new Map();
  let editing = "";
  let left = "";
  let tried = false;

  /** @param {Finding} finding */
  function due(finding) {
    if (finding.code === "required") return tried && (live.has(finding.id) || finding.fields.indexOf(editing) < 0);
    if (mode === "on-change" || live.has(finding.id)) return true;
    if (mode === "on-submit") return tried;
    return finding.fields.indexOf(editing) < 0;
  }

  /** A cross-check speaks at the field just left. @param {Finding} finding @param {Set<string>} bound */
  function settle(finding, bound) {
    live.add(finding.id);
    const recent = [left, editing].filter((field) => field !== "" && finding.fields.indexOf(field) >= 0)[0];
    const known = anchors.get(finding.id);
    if (recent || known === undefined || !bound.has(known)) anchors.set(finding.id, recent || latest(finding, bound));
  }

  /** Of loaded values, the one furthest down: totals and rates stand below what they are made of. @param {Finding} finding @param {Set<string>} bound in page order */
  function latest(finding, bound) {
    return list(bound).filter((field) => finding.fields.indexOf(field) >= 0).pop() || "";
  }

  return {
    typing: (/** @type {string} */ field) => void (editing = field),
    /** @param {string} field the field that was left or committed */
    commit(field) {
      left = field;
      if (editing === field) editing = "";
    },
    submitted: () => void (tried = true),
    tried: () => tried,
    editing: () => editing,
    left: () => left,
    /** @param {Finding[]} findings @param {Set<string>} bound */
    show(findings, bound) {
      const shown = findings.filter(due);
      shown.forEach((finding) => settle(finding, bound));
      return shown;
    },
    anchor: (/** @type {Finding} */ finding) => anchors.get(finding.id) || "",
    reset() {
      live.clear();
      anchors.clear();
      editing = "";
      left = "";
      tried = false;
    },
  };
}
