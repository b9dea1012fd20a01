// Why a finding speaks or what a figure is made of: the formula in labels, then in the person's own numbers, then what comes of
// it; each operand a way to its field. The engine is asked while it is open, and only then.

import { own } from "../record.js";
import { safely } from "../warn.js";
import { arrange, dress, fill, make, say } from "./dom.js";
import { intoView } from "./scroll.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("../types/tianbao").Explanation} Explanation */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {Explanation["operands"][number]} Operand */

/**
 * Begins closed: `element` holds the button and, below it, the `region`.
 * @param {string} id of a metric, or of a finding
 * @param {Words} text
 * @param {Pick<Actions, "focus">} actions
 */
export function makeWhy(id, text, actions) {
  const toggle = make("button", "ask");
  const { region, paint } = unfolding(toggle, "ask", id, text, actions);
  return {
    element: fill(make("div", "asks"), toggle, region),
    region,
    /** @param {View} view */
    paint(view) {
      say(toggle, own(view.report.metrics, id) ? text.how : text.why);
      paint(view);
    },
  };
}

/** What a press on the button opens. @param {HTMLElement} toggle @param {string} names @param {string} id @param {Words} text @param {Pick<Actions, "focus">} actions */
export function unfolding(toggle, names, id, text, actions) {
  const region = make("div", "away");
  let content = /** @type {ReturnType<typeof makeContent> | null} */ (null);
  let opened = false;
  let view = /** @type {View | null} */ (null);
  let told = /** @type {View["report"] | null} */ (null);
  const tell = safely("an explanation", () => {
    if (!opened || !view || view.report === told) return;
    told = view.report;
    content = content || makeContent(id, text, actions, region);
    content.paint(view);
  });
  const open = (/** @type {boolean} */ to) => {
    opened = to;
    toggle.setAttribute("aria-expanded", String(opened));
    dress(toggle, opened ? `${names} opened` : names);
    dress(region, opened ? "because" : "away");
    tell();
    if (opened) intoView(region);
  };
  toggle.setAttribute("type", "button");
  toggle.addEventListener("click", () => open(!opened));
  open(false);
  return {
    region,
    /** @param {View} now */
    paint(now) {
      view = now;
      tell();
    },
  };
}

/** @param {string} id @param {Words} text @param {Pick<Actions, "focus">} actions @param {HTMLElement} region */
function makeContent(id, text, actions, region) {
  const lines = { formula: makeLine(), typed: makeLine(text.typed), substituted: makeLine(text.substituted), result: makeLine(text.result), source: makeLine(text.source) };
  const operands = make("ul", "operands");
  fill(region, ...[lines.formula, lines.typed, lines.substituted, lines.result].map((line) => line.element), operands, lines.source.element);
  /** @type {Map<string, ReturnType<typeof makeOperand>>} */
  const rows = new Map();
  return {
    /** @param {View} view */
    paint(view) {
      const finding = view.shown.filter((one) => one.id === id)[0];
      const simple = !!finding && finding.code !== "rule";
      const { formula, substituted, result, source, operands: many } = view.session.explain(simple ? finding.fields[0] : id);
      lines.formula.say(simple ? "" : formula, finding ? text.rule : text.formula);
      lines.typed.say(simple ? view.report.fields[finding.fields[0]].typed : "");
      lines.substituted.say(simple ? "" : substituted);
      lines.result.say(simple ? "" : outcome(finding && finding.detail, substituted, result, text));
      lines.source.say(source || "");
      const items = many.map((operand) => {
        const row = rows.get(operand.id) || makeOperand(operand, text, actions, view);
        rows.set(operand.id, row);
        row.paint(operand, view);
        return row.element;
      });
      arrange(operands, items);
      dress(operands, items.length > 0 ? "operands" : "away");
    },
  };
}

/** What the comparison comes to, in computed numbers where that says more than the numbers put in. @param {string | undefined} detail @param {string} substituted @param {string} result @param {Words} text */
function outcome(detail, substituted, result, text) {
  return detail && detail !== substituted ? `${detail}${text.comma}${result}` : result;
}

/** @param {string} [name] */
function makeLine(name) {
  const title = make("span", "told-name", name);
  const words = make("span", "told-words");
  const element = fill(make("p", "told-line"), title, words);
  return {
    element,
    /** @param {string} content @param {string} [called] */
    say(content, called) {
      if (called) say(title, called);
      say(words, content);
      dress(element, content === "" ? "away" : "told-line");
    },
  };
}

/** A field is gone to; a figure that is worked out opens in its place; a fixed number is only told. @param {Operand} first @param {Words} text @param {Pick<Actions, "focus">} actions @param {View} view */
function makeOperand(first, text, actions, view) {
  const value = make("span", "operand-value");
  const isFigure = !!own(view.report.metrics, first.id);
  const line = isFigure || isHere(view, first.id) ? make("button", "operand link") : make("div", "operand");
  const within = isFigure ? unfolding(line, "operand link", first.id, text, actions) : null;
  const element = fill(make("li", "operand-item"), fill(line, make("span", within ? "operand-name opens" : "operand-name", first.label), value));
  if (within) element.appendChild(within.region);
  else if (line.tagName === "BUTTON") goes(line, () => actions.focus(first.id));
  return {
    element,
    /** @param {Operand} operand @param {View} now */
    paint(operand, now) {
      say(value, displayOf(operand, now));
      if (within) within.paint(now);
    },
  };
}

/** @param {HTMLElement} line @param {() => void} action */
function goes(line, action) {
  line.setAttribute("type", "button");
  line.addEventListener("click", action);
}

/** Last year's figure may come from what was accepted then: it is nowhere to go to. @param {View} view @param {string} id */
function isHere({ bound, report }, id) {
  const field = own(report.fields, id);
  return !!field && (bound.some((one) => one.field === id) || field.typed !== "" || field.state === "blank");
}

/** As the engine writes it, with its unit. @param {Operand} operand @param {View} view */
function displayOf({ id, value, unit }, { session, report }) {
  const metric = own(report.metrics, id);
  if (metric) return metric.display;
  return own(report.fields, id) ? session.explain(id).result : `${value} ${unit || ""}`;
}
