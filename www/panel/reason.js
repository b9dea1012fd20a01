// 核实性审核说明: a written reason for a finding that may be the real situation.

import { safely } from "../warn.js";
import { arrange, attribute, button, dress, fill, make, say } from "./dom.js";
import { intoView } from "./scroll.js";

/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./item.js").Around} Around */
/** @typedef {import("./text.js").Words} Words */

let next = 0;

/** @param {string} rule @param {HTMLElement} asks the finding's row of buttons; what they open stands below it @param {Around} around */
export function makeReason(rule, asks, { text, actions, memory, trial }) {
  const box = makeBox(text);
  const toggle = button("ask reason-toggle", text.reason, () => open(!opened));
  const given = make("p", "away");
  const lapsed = make("span", "lapsed-words");
  const reuse = fill(make("div", "away"), lapsed, button("reuse", text.reuse, () => write(old)));
  const remove = button("reason-remove", text.reasonRemove, () => give(""));
  const save = button("reason-save", text.reasonSave, () => give(box.area.value));
  const form = fill(make("div", "away"), box.hint, box.area, box.state, save, remove, box.offered);
  asks.insertBefore(toggle, asks.children[1] || null);
  asks.appendChild(form);
  let opened = false;
  let old = "";
  let view = /** @type {View | null} */ (null);

  /** @param {boolean} to */
  function open(to) {
    opened = to;
    attribute(toggle, "aria-expanded", String(opened));
    dress(toggle, opened ? "ask reason-toggle opened" : "ask reason-toggle");
    dress(form, opened ? "reason-form" : "away");
    if (!opened) return trial.end();
    box.area.focus();
    intoView(form);
  }

  /** @param {string} reason */
  function write(reason) {
    box.area.value = reason;
    if (!opened) open(true);
    box.area.focus();
    count();
  }

  function count() {
    const { area } = box;
    box.tell(view && area.value !== "" ? lackOf(text, trial.lack(rule, area.value, view)) : "", false);
  }

  /** @param {string} reason */
  function give(reason) {
    try {
      actions.justify(rule, reason);
      if (reason === "") box.area.value = "";
      box.tell("", false);
      open(false);
      toggle.focus();
    } catch (error) {
      const refused = /** @type {any} */ (error);
      if (refused.name !== "ReasonError") throw refused;
      box.tell(/** @type {any} */ (text.reasonErrors)[refused.code], true);
      box.area.focus();
    }
  }

  const counts = safely("counting a reason", (/** @type {any} */ event) => event.isComposing || count());
  box.area.addEventListener("input", counts);
  box.area.addEventListener("compositionend", counts);
  box.take(write);
  open(false);
  return {
    /** What was written, and what was written before. */
    said: [given, reuse],
    /** @param {Finding} finding @param {View} now */
    paint(finding, now) {
      view = now;
      const reason = finding.justified ? finding.justified.reason : "";
      old = memory.lapsed(finding);
      say(given, reason && `${text.reasonGiven}${text.colon}${reason}`);
      dress(given, reason === "" ? "away" : "reason-given");
      say(lapsed, old && `${text.reasonLapsed}${text.colon}${old}`);
      dress(reuse, old === "" ? "away" : "reason-lapsed");
      say(toggle, reason === "" ? text.reason : text.reasonChange);
      dress(remove, reason === "" ? "away" : "reason-remove");
      if (reason !== "" && box.area.value === "") box.area.value = reason;
      box.paint(now);
    },
  };
}

/** @param {Words} text @param {import("./trial.js").Lack} lack */
function lackOf(text, { code, missing }) {
  if (code === "too-short") return text.reasonMissing.join(String(missing));
  return code === "" ? text.reasonEnough : text.reasonErrors[code];
}

/** Where it is written: the policy in words, what it lacks, and the pack's ready reasons to begin with. @param {Words} text */
function makeBox(text) {
  const area = /** @type {HTMLTextAreaElement} */ (make("textarea", "reason-text"));
  const hint = make("p", "reason-hint");
  const state = make("p", "reason-state");
  const offers = make("div", "choices");
  const offered = fill(make("div", "away"), make("p", "reason-hint", text.reasonOffers), offers);
  next += 1;
  hint.id = `tianbao-hint-${next}`;
  state.id = `tianbao-lack-${next}`;
  area.rows = 3;
  area.setAttribute("aria-label", text.reasonLabel);
  area.setAttribute("aria-describedby", hint.id);
  let policy = "";
  let take = (/** @type {string} */ _reason) => {};
  return {
    area, hint, state, offered,
    /** @param {(reason: string) => void} to */
    take: (to) => void (take = to),
    /** @param {string} sentence @param {boolean} refused */
    tell(sentence, refused) {
      say(state, sentence);
      dress(state, refused ? "reason-state reason-error" : "reason-state");
      attribute(area, "aria-invalid", refused ? "true" : null);
      // What is lacking changes at every key: it is read out where it was refused, and not under the fingers.
      attribute(area, "aria-describedby", refused ? `${hint.id} ${state.id}` : hint.id);
    },
    /** @param {View} view */
    paint({ pack: { reasons } }) {
      const wanted = JSON.stringify(reasons || null);
      if (wanted === policy) return;
      policy = wanted;
      say(hint, text.reasonHint + (reasons ? text.reasonLeast.join(String(reasons.minCharacters)) : ""));
      const ready = (reasons && reasons.offers) || [];
      arrange(offers, ready.map((offer) => button("offer", offer, () => take(offer))));
      dress(offered, ready.length > 0 ? "reason-offers" : "away");
    },
  };
}
