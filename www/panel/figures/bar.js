// Shares of a whole as one bar; its parts are told apart by their pattern, which stands before each label below.

import { dress, fill, make } from "../dom.js";
import { move } from "../place.js";
import { describe, drawable } from "./pictures.js";
import { makeRow } from "./row.js";

/** @typedef {import("../../types/inner").View} View */

/** How many patterns there are. */
const PATTERNS = 6;

/** @param {import("./layout.js").Figure[]} figures @param {import("./row.js").Tools} tools */
export function makeBar(figures, tools) {
  const parts = figures.map((figure, i) => {
    const pattern = `pattern p${i % PATTERNS}`;
    const { id, label } = figure.metric;
    return { id, label, pattern, segment: make("span", "away"), row: makeRow(figure, tools, make("span", `swatch ${pattern}`)) };
  });
  const bar = fill(make("div", "share-bar picture"), ...parts.map(({ segment }) => segment));
  let painted = "";
  const element = fill(make("div", "shares"), bar, fill(make("dl", "figures"), ...parts.map(({ row }) => row.element)));
  return {
    element,
    /** @param {View} view */
    present: (view) => parts.some(({ row }) => row.present(view)),
    /** @param {View} view */
    paint(view) {
      parts.forEach(({ row }) => row.paint(view));
      const now = parts.map(({ id }) => view.report.metrics[id].display).join();
      if (now === painted) return;
      painted = now;
      const known = parts.filter(({ id }) => view.report.metrics[id].value !== null);
      parts.forEach(({ id, segment, pattern }) => {
        const width = drawable(view.report.metrics[id].value || "0");
        dress(segment, /[1-9]/.test(width) ? `segment ${pattern}` : "away");
        move(segment, { width: `${width}%` });
      });
      describe(bar, known.length === 0 ? "" : tools.text.shares + known.map(({ id, label }) => `${label} ${view.report.metrics[id].display}`).join(tools.text.and));
    },
  };
}
