// The figures that follow from the form, by section, live.

import { arrange, attribute, dress, fill, make, say } from "./dom.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").Pack} Pack */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */

/** @param {Words} text @param {Pack} pack @param {Actions} actions */
export function makeMetrics(text, pack, actions) {
  const element = make("div", "page");
  const rows = pack.metrics.map((metric) => makeRow(metric, text, pack));
  const groups = sections(pack, text).map(({ id, label }) => {
    const mine = rows.filter(({ section }) => section === id);
    const title = make("h3", "title", label);
    return { mine, element: fill(make("div", "group"), title, fill(make("dl", "figures"), ...mine.map((row) => row.element))) };
  });
  return {
    element,
    /** @param {View} view */
    paint(view) {
      rows.forEach((row) => row.paint(view));
      const present = groups.filter(({ mine }) => mine.some((row) => row.present(view)));
      arrange(element, present.map((group) => group.element));
    },
  };
}

/** @param {Pack} pack @param {Words} text */
function sections(pack, text) {
  const named = pack.sections.map(({ id, label }) => ({ id, label }));
  return named.concat({ id: "", label: text.other }).filter(({ id }) => pack.metrics.some(({ section }) => (section || "") === id));
}

/** @param {Pack["metrics"][number]} metric @param {Words} text @param {Pack} pack */
function makeRow(metric, text, pack) {
  const value = make("dd", "figure");
  const why = make("dd", "away");
  const element = fill(make("div", "row"), make("dt", "name", metric.label), value, why);
  const labels = new Map(pack.fields.map(({ id, label }) => /** @type {[string, string]} */ ([id, label])));
  const stateOf = (/** @type {View} */ view) => view.report.metrics[metric.id];
  element.setAttribute("data-tianbao-metric", metric.id);
  return {
    element,
    section: metric.section || "",
    /** @param {View} view */
    present: (view) => stateOf(view).state !== "absent",
    /** @param {View} view */
    paint(view) {
      const { state, display, why: cause, waitingFor } = stateOf(view);
      say(value, display);
      dress(value, state === "ok" ? "figure" : "figure none");
      dress(element, state === "absent" ? "away" : "row");
      say(why, state === "undefined" && cause ? cause.text : "");
      dress(why, state === "undefined" && cause ? "why" : "away");
      const missing = (waitingFor || []).map((id) => labels.get(id) || id);
      attribute(element, "title", state === "waiting" ? text.waitingFor + missing.join(view.locale === "en" ? ", " : "、") : null);
    },
  };
}
