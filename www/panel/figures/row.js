// One figure: its label and value, how it stands to last period, its picture where looking beats reading.

import { attribute, dress, fill, make, say } from "../dom.js";
import { capital, periodIn } from "../period.js";
import { unfolding } from "../why.js";
import { describe, makePicture } from "./pictures.js";

/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("./layout.js").Figure} Figure */
/** @typedef {import("./layout.js").Metric} Metric */
/** @typedef {import("./text.js").Words} Words */

/**
 * @typedef {object} Tools
 * @property {Words} text
 * @property {import("../text.js").Words} asked  the words of an explanation
 * @property {Map<string, string>} labels  of the fields
 * @property {import("../../types/inner").Actions} actions
 */

/** @param {Figure} figure @param {Tools} tools @param {HTMLElement} [swatch] how it is drawn in the bar above */
export function makeRow({ metric, last, change }, tools, swatch) {
  const { text, labels } = tools;
  const [value, compared, reason] = [make("dd", "figure-value"), make("dd", "away"), make("dd", "away")];
  const picture = makePicture(metric.picture);
  const place = make("dd", picture ? `picture-place at-${metric.picture}` : "away");
  if (picture) place.appendChild(picture.element);
  const why = makeName(metric, tools, swatch);
  const element = fill(make("div", "figure-row"), why.name, value, place, compared, reason, why.told);
  element.setAttribute("data-tianbao-metric", metric.id);
  let painted = "";

  /** @param {View} view */
  function paint(view) {
    why.paint(view);
    const sign = signOf(view, metric) + signOf(view, last) + signOf(view, change);
    if (sign === painted) return;
    painted = sign;
    const now = view.report.metrics[metric.id];
    const before = last && stateOf(view, last);
    const since = change && stateOf(view, change);
    dress(element, now.state === "absent" ? "away" : "figure-row");
    say(value, now.display);
    dress(value, now.state === "ok" ? "figure-value" : "figure-value none");
    tell(reason, "figure-why", now.state === "undefined" && now.why ? now.why.text : "");
    attribute(element, "title", missing(now.waitingFor || [], text, labels));
    const then = before ? `${before.word} ${before.display}` : "";
    const changed = since ? text.since((before || since).word, signed(since)) : "";
    tell(compared, "compared", now.value === null ? "" : capital(joined([then, changed], text)));
    if (!picture) return;
    picture.paint(now.value, before ? before.value : null);
    describe(picture.element, now.value === null ? "" : joined([`${metric.label} ${now.display}`, then], text));
  }

  return { element, paint, present: (/** @type {View} */ view) => view.report.metrics[metric.id].state !== "absent" };
}

/** What is drawn of a figure follows from this. @param {View} view @param {Metric | undefined} metric */
function signOf(view, metric) {
  if (!metric) return "";
  const { state, display, waitingFor, why } = view.report.metrics[metric.id];
  return `${state} ${display} ${waitingFor ? waitingFor.join() : ""}${state === "undefined" && why ? why.text : ""};`;
}

/** The label opens how the figure is worked out. @param {Metric} metric @param {Tools} tools @param {HTMLElement} [swatch] */
function makeName({ id, label }, { asked, actions }, swatch) {
  const toggle = make("button", "");
  const { region, paint } = unfolding(toggle, "figure-name", id, asked, actions);
  if (swatch) toggle.appendChild(swatch);
  toggle.appendChild(document.createTextNode(label));
  return { name: fill(make("dt", "figure-term"), toggle), told: fill(make("dd", "figure-because"), region), paint };
}

/** @param {string[]} fields @param {Words} text @param {Map<string, string>} labels */
function missing(fields, text, labels) {
  return fields.length > 0 ? text.waitingFor + fields.map((id) => labels.get(id) || id).join(text.and) : null;
}

/** @param {string[]} parts @param {Words} text */
function joined(parts, text) {
  return parts.filter(Boolean).join(text.comma);
}

/** @param {View} view @param {Metric} metric @returns {{ value: string, display: string, word: string } | undefined} undefined where it has no figure */
function stateOf(view, { id, label }) {
  const { value, display } = view.report.metrics[id];
  return value === null ? undefined : { value, display, word: periodIn(label, view.locale) };
}

/** A rise is told by its sign, as a fall is. @param {{ value: string, display: string }} change */
function signed({ value, display }) {
  return /^[^-]*[1-9]/.test(value) ? `+${display}` : display;
}

/** @param {HTMLElement} element @param {string} name @param {string} words */
function tell(element, name, words) {
  say(element, words);
  dress(element, words === "" ? "away" : name);
}
