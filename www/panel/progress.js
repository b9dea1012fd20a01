// How far each section is. A section is a way to what is still open in it.

import { own } from "../record.js";
import { openOf } from "./counts.js";
import { button, dress, fill, make, say } from "./dom.js";
import { tick } from "./svg.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").Pack} Pack */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {{ label: string, depth: number, fields: Pack["fields"][number][] }} Section  fields: those of the sections within it too */

/** @param {Words} text @param {Pack} pack @param {Pick<Actions, "focus" | "sheet" | "foresee">} actions */
export function makeProgress(text, pack, actions) {
  const rows = sectionsOf(pack, text).map((section) => makeRow(section, text, actions));
  // What was typed a moment ago stands on the sheet with all that it comes to.
  const sheet = button("step", text.sheet, () => {
    actions.foresee();
    actions.sheet();
  });
  return {
    element: fill(make("div", "page"), fill(make("ul", "list"), ...rows.map((row) => row.element)), fill(make("div", "foot"), sheet)),
    /** @param {View} view */
    paint(view) {
      const missing = new Set(view.report.findings.filter(({ code }) => code === "required").map(({ fields }) => fields[0]));
      rows.forEach((row) => row.paint(view, missing));
    },
  };
}

/** @param {Pack} pack @param {Words} text @returns {Section[]} */
function sectionsOf({ sections, fields }, text) {
  const above = new Map(sections.map(({ id, within }) => /** @type {[string, string]} */ ([id, within || ""])));
  const chain = (/** @type {string} */ id) => {
    const all = [];
    // The engine refuses a pack whose sections go round in a circle.
    for (let at = id; at; at = above.get(at) || "") all.push(at);
    return all;
  };
  const known = sections.map(({ id, label }) => ({ label, depth: chain(id).length - 1, fields: fields.filter(({ section }) => chain(section || "").indexOf(id) >= 0) }));
  return known.concat({ label: text.other, depth: 0, fields: fields.filter(({ section }) => !section) });
}

/** @param {Section} section @param {Words} text @param {Pick<Actions, "focus">} actions */
function makeRow({ label, depth, fields }, text, actions) {
  const mark = fill(make("span", "done-mark"), tick());
  const open = make("span", "away");
  const count = make("span", "amount");
  const words = make("span", "unseen");
  const go = fill(button("section", "", () => actions.focus(target)), mark, make("span", "section-name", label), words, open, count);
  const element = fill(make("li", "away"), go);
  let target = "";
  // Read out in words instead.
  [open, count].forEach((one) => one.setAttribute("aria-hidden", "true"));
  return {
    element,
    /** @param {View} view @param {Set<string>} missing required and blank */
    paint(view, missing) {
      const here = fields.filter(({ id }) => own(view.report.fields, id).state !== "absent");
      dress(element, here.length === 0 ? "away" : `section-item deep${Math.min(depth, 2)}`);
      if (here.length === 0) return;
      const ids = here.map(({ id }) => id);
      const state = stateOf(here, view, missing);
      const asks = openOf(view).filter((one) => one.severity !== "hint" && ids.indexOf(view.anchor(one)) >= 0);
      const complete = state.filled === state.all && asks.length === 0;
      target = targetOf(ids, view, missing, asks);
      dress(mark, complete ? "done-mark" : "done-mark none");
      say(open, asks.length > 0 ? `${text.findings} ${asks.length}` : "");
      dress(open, asks.length > 0 ? `section-open ${asks.some(({ severity }) => severity === "mandatory") ? "mandatory" : "verify"}` : "away");
      say(count, `${state.filled} / ${state.all}`);
      say(words, text.sectionState(state.filled, state.all, asks.length, complete));
    },
  };
}

/** Where nothing is required, whatever is filled in counts. @param {Section["fields"]} here @param {View} view @param {Set<string>} missing */
function stateOf(here, view, missing) {
  const required = here.filter((field) => field.required);
  const some = required.length > 0 ? required : here;
  const filled = some.filter(({ id }) => (required.length > 0 ? !missing.has(id) : view.report.fields[id].state !== "blank"));
  return { filled: filled.length, all: some.length };
}

/** The first that is still blank, else the first that something is said of, else the first. @param {string[]} ids @param {View} view @param {Set<string>} missing @param {View["shown"]} asks */
function targetOf(ids, view, missing, asks) {
  const onPage = view.bound.map(({ field }) => field).filter((field) => ids.indexOf(field) >= 0);
  const inOrder = onPage.concat(ids.filter((id) => onPage.indexOf(id) < 0));
  return inOrder.filter((id) => missing.has(id))[0] || (asks[0] ? view.anchor(asks[0]) : inOrder[0]);
}
