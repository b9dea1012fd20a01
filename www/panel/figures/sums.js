// A total and its parts: what is still missing between them, and how they are shown in a larger unit.

import { button, dress, fill, make, say } from "../dom.js";
import { grouped } from "../grouped.js";

/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("../../types/tianbao").Explanation} Explanation */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {Explanation["operands"][number]} Operand */

/** @param {import("./layout.js").Rule} rule @param {Words} text @param {import("../../types/inner").Actions} actions */
export function makeSum({ id, sum }, text, actions) {
  const fields = sum ? [sum.total].concat(sum.parts) : [];
  const lines = fields.map((field, i) => makeLine(() => actions.focus(field), i === 0 ? "sum-line total" : "sum-line"));
  const state = make("p", "sum-state");
  const shown = make("p", "away");
  const element = fill(make("div", "sum"), ...lines.map((line) => line.element), state, shown);
  let painted = "";
  let present = true;

  /** @param {View} view */
  function paint(view) {
    const now = JSON.stringify(fields.map((field) => [view.report.fields[field].state, view.report.fields[field].value]));
    if (now === painted) return;
    painted = now;
    const { sum: told, operands } = view.session.explain(id);
    present = !!told;
    if (!told) return;
    const found = new Map(operands.map((operand) => /** @type {[string, Operand]} */ ([operand.id, operand])));
    lines.forEach((line, i) => line.paint(found.get(fields[i]), text));
    say(state, told.parts.some((field) => (found.get(field) || { value: null }).value !== null) ? told.text : "");
    dress(state, told.difference !== null && /^0*$/.test(told.difference) ? "sum-state even" : "sum-state");
    say(shown, told.shown ? text.shown.join(told.shown.unit) + `${told.shown.parts.map(grouped).join(" + ")} = ${grouped(told.shown.total)}` : "");
    dress(shown, told.shown ? "sum-shown" : "away");
  }

  return { element, paint, present: () => present };
}

/** @param {() => void} action @param {string} name */
function makeLine(action, name) {
  const link = button("sum-link", "", action);
  const value = make("span", "figure-value");
  return {
    element: fill(make("div", name), link, value),
    /** @param {Operand | undefined} operand @param {Words} text */
    paint(operand, text) {
      if (!operand) return;
      const { label, value: known, unit } = operand;
      say(link, label);
      say(value, known === null ? text.blank : `${grouped(known)} ${unit || ""}`.trim());
      dress(value, known === null ? "figure-value none" : "figure-value");
    },
  };
}
