// 强制 2 · 核实 3 · 提示 1 · 待填 17, always in view, with a thin line that fills as the form does.

import { svg } from "./svg.js";
import { TONES, attribute, dress, fill, make, say } from "./dom.js";

/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */

/** @param {Words} text */
export function makeCounts(text) {
  const element = make("span", "counts");
  const cells = TONES.map((tone) => ({ tone, cell: make("span", "count") }));
  const blank = make("span", "count");
  cells.map(({ cell }) => cell).concat(blank).forEach((cell, i) => {
    if (i > 0) element.appendChild(make("span", "dot", " · "));
    element.appendChild(cell);
  });
  return {
    element,
    /** @param {View} view */
    paint(view) {
      cells.forEach(({ tone, cell }) => {
        const open = openOf(view).filter(({ severity }) => severity === tone).length;
        say(cell, `${text.severity[tone]} ${open}`);
        dress(cell, open === 0 ? "count none" : `count ${tone}`);
      });
      say(blank, `${text.toFill} ${view.blank.length}`);
      dress(blank, view.blank.length === 0 ? "count none" : "count");
    },
  };
}

/** What asks for something: neither explained nor only blank. @param {Pick<View, "shown">} view */
export function openOf({ shown }) {
  return shown.filter(({ code, justified }) => code !== "required" && !justified);
}

/** How much of what is required is filled in. The numbers stand beside it in words, so that it need not be read out. */
export function makeMeter() {
  const bar = svg("rect", { x: "0", y: "0", height: "1", fill: "currentColor" });
  const drawn = svg("svg", { preserveAspectRatio: "none", width: "100%", height: "100%", "aria-hidden": "true", focusable: "false" }, bar);
  return {
    element: fill(make("div", "meter"), drawn),
    /** @param {View} view */
    paint({ report: { progress }, blank }) {
      attribute(drawn, "viewBox", `0 0 ${progress.required || 1} 1`);
      attribute(bar, "width", String(progress.required - blank.length));
    },
  };
}
