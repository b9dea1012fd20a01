// Why the report cannot be handed in yet, in one breath.

import { openOf } from "../counts.js";

/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */

/** @param {View} view @param {Words} text */
export function stoppedText(view, text) {
  if (view.stopped === "") return "";
  const why = view.stopped === "notice" ? text.blockedNotice : counts(view, text) + text.stop;
  return `${text.blockedTitle}${text.colon}${why}`.trim();
}

/** @param {View} view @param {Words} text */
function counts(view, text) {
  const open = openOf({ shown: view.report.findings.concat(view.early) });
  const of = (/** @type {string} */ tone) => open.filter(({ severity }) => severity === tone).length;
  const counted = view.stopped === "verify" ? [count(of("verify"), text.toExplain)] : [count(of("mandatory"), text.toFix), count(view.blank.length, text.blanks)];
  return counted.filter(Boolean).join(text.comma);
}

/** @param {number} many @param {string[]} around */
function count(many, around) {
  return many === 0 ? "" : around.join(String(many));
}
