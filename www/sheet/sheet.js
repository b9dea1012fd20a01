// 审核表: the form, its figures, findings and reasons on paper.

/** @typedef {import("../types/inner").View} View */

/** @param {View} view */
export function openSheet(view) {
  return view.report;
}
