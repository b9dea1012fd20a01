// What is done for the person in the fields: tidying typography, and what they ask for by a press.

import { boundOf } from "./bound.js";
import { holdsFigure } from "./figure.js";
import { focusOn } from "./focus.js";
import { fetchBack } from "./follow.js";
import { writable } from "./host/native.js";
import { plainDigits } from "./normalise.js";
import { own } from "./record.js";
import { sheetPart } from "./parts.js";
import { announce, foresee, show, sync } from "./state.js";
import { warnOnce } from "./warn.js";

/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./state.js").Form} Form */

/** Typography alone is written back plainly. @param {Form} form @param {Bound} bound */
export function tidy(form, bound) {
  if (form.settings.normalise === "off" || !writable(bound.control)) return;
  const report = own(form.view.report.fields, bound.field);
  const typed = form.typed.get(bound.field);
  if (!report || report.state !== "ok" || report.notice || report.value === null || typed !== report.typed) return;
  const plain = holdsFigure(form.pack, bound.field) ? plainDigits(report.typed, report.value) : "";
  // Where the stack groups the digits by itself, grouping is its own and only the rest is ours.
  const grouping = form.host.formats(bound.control) && report.typed.replace(/[,\s]/g, "") === plain;
  if (plain !== "" && !grouping) enter(form, bound, plain);
}

/** @param {Form} form @param {Bound} bound @param {string} text */
function enter(form, bound, text) {
  form.host.enter(bound.control, text);
  if (!form.deaf) sync(form, [bound]);
}

/** The page hears of every field that is written; we look once, at the end. @template T @param {Form} form @param {() => T} write */
function deafly(form, write) {
  form.deaf = true;
  try {
    return write();
  } finally {
    form.deaf = false;
  }
}

/** @param {Form} form @returns {import("./types/inner").Actions} */
export function actions(form) {
  return {
    focus: (field) => {
      const bound = boundOf(form.bound, field);
      if (bound) focusOn(bound);
      else fetchBack(form, field);
    },
    enter: (field, text) => {
      const bound = boundOf(form.bound, field);
      if (!bound) return;
      focusOn(bound);
      enter(form, bound, text);
      form.timing.commit(field);
      show(form);
    },
    enterAll: (values, neatly) => {
      const some = form.bound.filter(({ field, control }) => own(values, field) !== undefined && writable(control));
      const took = deafly(form, () => some.filter(({ field, control }) => form.host.enter(control, values[field])));
      sync(form, form.bound);
      took.forEach(({ field }) => form.timing.commit(field));
      show(form);
      if (neatly) {
        deafly(form, () => took.forEach((bound) => tidy(form, bound)));
        sync(form, took);
      }
      return took.map(({ field }) => field);
    },
    sheet: () => {
      sheetPart().then(({ openSheet }) => openSheet(form.view)).catch((error) => warnOnce("the check sheet could not be opened.", error));
    },
    foresee: () => {
      foresee(form);
      show(form);
    },
    justify: (rule, reason) => {
      announce(form, form.session.justify(rule, reason));
      show(form);
    },
  };
}
