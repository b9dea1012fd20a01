// The ways to mend a finding, each a button with its reason; the person alone presses it.

import { writable } from "../../host/native.js";
import { own } from "../../record.js";
import { arrange, button, dress, fill, make } from "../dom.js";
import { grouped } from "../grouped.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("../../types/tianbao").Repair} Repair */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {(values: Record<string, string>) => void} Together  writes several fields, to be taken back as one */

const MOST = 3;
/** More that cannot be told apart are no choice any longer; their fields are named by the finding. */
const MOST_EQUAL = 6;

/** What is less likely than that would only distract from the first. */
const LIKELY = 0.1;

/** @param {Words} text @param {Actions} actions @param {Together} together */
export function makeWays(text, actions, together) {
  const element = make("div", "away");
  let written = "";
  return {
    element,
    /** @param {Repair[]} ways those to choose from @param {Repair[]} all in their order @param {View} view @param {boolean} reasons */
    paint(ways, all, view, reasons) {
      const now = JSON.stringify([ways, all.length, reasons]);
      if (now === written) return;
      written = now;
      arrange(element, ways.length === 0 ? [] : drawn(ways, all, view, reasons));
      dress(element, ways.length === 0 ? "away" : "ways");
    },
  };

  /** @param {Repair[]} ways @param {Repair[]} all @param {View} view @param {boolean} reasons */
  function drawn(ways, all, view, reasons) {
    if (!all[0].proven) return [make("p", "ways-lead", all[0].message)];
    const equal = equals(all);
    const best = ways.filter((one) => equal.indexOf(one) >= 0);
    const others = ways.filter((one) => equal.indexOf(one) < 0 && one.confidence >= LIKELY).slice(0, Math.max(0, MOST - best.length));
    const tied = fieldsOf(equal).length > 1;
    const told = reasons && best.length <= MOST;
    if (best.length > MOST_EQUAL) return [make("p", "ways-lead", leadOf(equal, text))];
    return group(best, leadOf(equal, text), told, view)
      .concat(tied ? [] : group(others, best.length > 0 ? text.others : text.perhaps, told, view));
  }

  /** @param {Repair[]} some @param {string} lead @param {boolean} reasons @param {View} view */
  function group(some, lead, reasons, view) {
    if (some.length === 0) return [];
    const items = some.map((repair) => {
      const item = fill(make("li", "way"), button("offer mend", nameOf(repair, view, text), () => take(repair, view, actions, together)));
      return reasons ? fill(item, make("p", "way-reason", repair.message)) : item;
    });
    return [make("p", "ways-lead", lead), fill(make("ul", "way-list"), ...items)];
  }
}

/** Those that nothing tells apart from the first. @param {Repair[]} all */
function equals(all) {
  return all.filter(({ confidence }) => confidence === all[0].confidence);
}

/** @param {Repair[]} equal @param {Words} text */
function leadOf(equal, text) {
  const [{ fields, confidence }] = equal;
  if (fieldsOf(equal).length > 1) return fields.length > 1 ? text.someOf : text.oneOf;
  if (fields.length > 1) return text.together;
  return confidence * equal.length >= 0.5 ? text.most : text.perhaps;
}

/** The sets of fields that they change. @param {Repair[]} some */
function fieldsOf(some) {
  const sets = some.map(({ fields }) => fields.join("\n"));
  return sets.filter((one, i) => sets.indexOf(one) === i);
}

/** 就业人数 753 → 735 @param {Repair} repair @param {View} view @param {Words} text */
function nameOf({ fields, values }, view, text) {
  return fields.map((id) => {
    const field = view.pack.fields.filter((one) => one.id === id)[0];
    const { typed, value } = view.report.fields[id];
    const meant = own(values, id);
    const now = value === null ? typed : display(value, field, text);
    if (meant === undefined) return field.label;
    return `${field.label}${now === "" ? text.colon : ` ${now} → `}${display(meant, field, text)}`;
  }).join(text.and);
}

/** @param {string} value @param {import("../../types/tianbao").PackField} field @param {Words} text */
function display(value, { type, choices, unit }, text) {
  const choice = (choices || []).filter((one) => one.value === value)[0];
  if (type === "boolean") return value === "true" ? text.yes : text.no;
  if (choice) return choice.label;
  return unit !== "年" && (type === "integer" || type === "decimal") ? grouped(value) : value;
}

/** What cannot be written is gone to. @param {Repair} repair @param {View} view @param {Actions} actions @param {Together} together */
function take({ fields, values }, view, actions, together) {
  const ready = fields.every((id) => own(values, id) !== undefined && view.bound.some(({ field, control }) => field === id && writable(control)));
  if (ready && fields.length === 1) return actions.enter(fields[0], values[fields[0]]);
  actions.focus(fields[0]);
  if (ready) together(values);
}
