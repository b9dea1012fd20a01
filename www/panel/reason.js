// 核实性审核说明: a written reason for a finding that may be the real situation.

import { arrange, button, dress, fill, make, say } from "./dom.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */

let next = 0;

/** @param {string} rule @param {Words} text @param {Actions} actions */
export function makeReason(rule, text, actions) {
  const toggle = button("reason-toggle", text.reason, () => open(!opened));
  const area = /** @type {HTMLTextAreaElement} */ (make("textarea", "reason-text"));
  const hint = make("p", "reason-hint");
  const error = make("p", "away");
  const offers = make("div", "choices");
  const save = button("reason-save", text.reasonSave, () => give(area.value));
  const remove = button("reason-remove", text.reasonRemove, () => give(""));
  const form = fill(make("div", "away"), hint, area, error, offers, save, remove);
  const given = make("p", "away");
  const element = fill(make("div", "reason"), given, toggle, form);
  next += 1;
  hint.id = `tianbao-hint-${next}`;
  area.rows = 3;
  area.setAttribute("aria-label", text.reasonLabel);
  area.setAttribute("aria-describedby", hint.id);
  error.setAttribute("role", "alert");
  let opened = false;

  /** @param {boolean} to */
  function open(to) {
    opened = to;
    toggle.setAttribute("aria-expanded", String(opened));
    dress(form, opened ? "reason-form" : "away");
    if (opened) area.focus();
  }

  /** @param {string} reason */
  function give(reason) {
    try {
      actions.justify(rule, reason);
      complain("");
      open(false);
      toggle.focus();
    } catch (error) {
      const refused = /** @type {any} */ (error);
      if (refused.name !== "ReasonError") throw refused;
      complain(/** @type {any} */ (text.reasonErrors)[refused.code]);
      area.focus();
    }
  }

  /** @param {string} sentence */
  function complain(sentence) {
    say(error, sentence);
    dress(error, sentence === "" ? "away" : "reason-error");
  }

  open(false);
  let policy = "";
  return {
    element,
    /** @param {Finding} finding @param {View} view */
    paint(finding, view) {
      const reason = finding.justified ? finding.justified.reason : "";
      say(given, reason === "" ? "" : `${text.reasonGiven}${view.locale === "en" ? ": " : "："}${reason}`);
      dress(given, reason === "" ? "away" : "reason-given");
      dress(remove, reason === "" ? "away" : "reason-remove");
      if (reason !== "" && area.value === "") area.value = reason;
      const { reasons } = view.pack;
      const wanted = JSON.stringify(reasons || null);
      if (wanted === policy) return;
      policy = wanted;
      say(hint, text.reasonHint + (reasons ? text.reasonLeast.join(String(reasons.minCharacters)) : ""));
      arrange(offers, ((reasons && reasons.offers) || []).map((offer) => button("offer", offer, () => {
        area.value = offer;
        area.focus();
      })));
    },
  };
}
