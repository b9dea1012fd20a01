// What is known of a field before anything is typed: its unit, its usual range, last period's value.

import { arrange, button, make } from "../dom.js";
import { groupedEnds } from "../grouped.js";
import { capital, periodIn } from "../period.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/tianbao").PackField} PackField */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {{ text: string, goal: string }} Fact  goal: the field that it is read from, where that is on the form */

/** @param {Words} text @param {Actions} actions @param {() => boolean} brief no links: what they lead to is in sight, and a finger needs more room */
export function makeFacts(text, actions, brief) {
  const element = make("div", "beside");
  let written = "";
  /** @param {PackField} field @param {View} view @returns {HTMLElement[]} */
  return (field, view) => {
    const facts = [unitOf(field, text), rangeOf(field, text), lastOf(field, view, brief())].filter(({ text: said }) => said !== "");
    const now = JSON.stringify(facts);
    if (now !== written) arrange(element, drawn(facts, actions));
    written = now;
    return facts.length > 0 ? [element] : [];
  };
}

/** @param {Fact[]} facts @param {Actions} actions */
function drawn(facts, actions) {
  /** @type {HTMLElement[]} */
  const parts = [];
  facts.forEach(({ text, goal }) => {
    if (parts.length > 0) parts.push(make("span", "beside-dot", " · "));
    parts.push(goal === "" ? make("span", "beside-fact", text) : link(text, () => actions.focus(goal)));
  });
  return parts;
}

/** By the pointer only: on the way of Tab the field itself comes anyway. @param {string} text @param {() => void} action */
function link(text, action) {
  const one = button("beside-link", text, action);
  one.tabIndex = -1;
  return one;
}

/** @param {PackField} field @param {Words} text @returns {Fact} */
function unitOf({ unit }, text) {
  return { text: unit ? text.unit + unit : "", goal: "" };
}

/** @param {PackField} field @param {Words} text @returns {Fact} */
function rangeOf({ plausible, min, max, unit }, text) {
  const ends = plausible || (min !== undefined && max !== undefined ? [min, max] : null);
  return { text: ends ? (plausible ? text.usual : text.allowed) + groupedEnds(ends, unit).join(text.to) : "", goal: "" };
}

/** Last period's value, typed into this form or accepted then. @param {PackField} field @param {View} view @param {boolean} brief @returns {Fact} */
function lastOf({ id, unit }, view, brief) {
  const last = view.pack.fields.filter((one) => one.lastOf === id)[0];
  if (!last) return { text: "", goal: "" };
  const [operand] = view.session.explain(id).operands;
  const value = operand && operand.id === last.id ? operand.value : view.report.fields[last.id].value;
  if (value === null) return { text: "", goal: "" };
  const word = capital(periodIn(last.label, view.locale));
  const onForm = !brief && view.bound.some(({ field }) => field === last.id);
  return { text: `${word} ${groupedEnds([value], unit)[0]}`, goal: onForm ? last.id : "" };
}
