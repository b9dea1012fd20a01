// The figures that follow from the form, by section, live. Made when they are first looked at: there may be a hundred.

import { arrange, fill, make } from "../dom.js";
import { labelsOf } from "../labels.js";
import { makeBar } from "./bar.js";
import { layout } from "./layout.js";
import { makeRow } from "./row.js";
import { makeSum } from "./sums.js";
import { words } from "./text.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").Pack} Pack */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("./layout.js").Block} Block */
/** @typedef {import("./row.js").Tools} Tools */
/** @typedef {{ element: HTMLElement, present(view: View): boolean, paint(view: View): void }} Part */

/** @param {import("../text.js").Words} asked @param {Pack} pack @param {Actions} actions */
export function makeMetrics(asked, pack, actions) {
  const element = make("div", "page");
  /** @type {Part[] | null} */
  let groups = null;
  return {
    element,
    /** @param {View} view */
    paint(view) {
      const all = groups || makeGroups(pack, { text: words(view.locale), asked, labels: labelsOf(pack), actions });
      groups = all;
      all.forEach((group) => group.paint(view));
      arrange(element, all.filter((group) => group.present(view)).map((group) => group.element));
    },
  };
}

/** @param {Pack} pack @param {Tools} tools @returns {Part[]} */
function makeGroups(pack, tools) {
  return layout(pack, tools.text.other).map(({ label, sums, blocks }) => {
    const closing = /** @type {Part[]} */ (sums.map((sum) => makeSum(sum, tools.text, tools.actions)));
    return makeGroup(label, closing.concat(blocks.map((block) => makeBlock(block, tools))));
  });
}

/** @param {string} label @param {Part[]} parts @returns {Part} */
function makeGroup(label, parts) {
  const title = make("h3", "title", label);
  const element = make("div", "group");
  return {
    element,
    present: (view) => parts.some((part) => part.present(view)),
    paint(view) {
      parts.forEach((part) => part.paint(view));
      arrange(element, [title].concat(parts.filter((part) => part.present(view)).map((part) => part.element)));
    },
  };
}

/** @param {Block} block @param {Tools} tools @returns {Part} */
function makeBlock({ bar, figures }, tools) {
  if (bar) return makeBar(figures, tools);
  const rows = figures.map((figure) => makeRow(figure, tools));
  return {
    element: fill(make("dl", "figures"), ...rows.map((row) => row.element)),
    present: (view) => rows.some((row) => row.present(view)),
    paint: (view) => rows.forEach((row) => row.paint(view)),
  };
}
