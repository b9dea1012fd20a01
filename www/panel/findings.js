// The list of findings, by severity, each a way to its field; reasons are written here.

import { keysOf } from "../list.js";
import { offers } from "./bubble.js";
import { TONES, arrange, attribute, button, dress, fill, make, say } from "./dom.js";
import { makeReason } from "./reason.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {{ element: HTMLElement, paint: (finding: Finding, view: View) => void }} Item */

/** @param {Words} text @param {Actions} actions @param {ReturnType<typeof import("./walk.js").makeWalk>} walk */
export function makeFindings(text, actions, walk) {
  const element = make("div", "page");
  const groups = TONES.map((tone) => makeGroup(tone, text, (finding) => makeItem(finding, text, actions, walk)));
  const quiet = make("p", "quiet-line");
  const blank = button("to-fill", "", () => actions.focus(firstBlank));
  const foot = fill(make("div", "foot"), button("step", text.previous, () => walk.step(-1)), button("step", text.next, () => walk.step(1)), make("span", "keys", text.keys));
  let firstBlank = "";
  return {
    element,
    /** @param {View} view */
    paint(view) {
      const open = view.shown.filter(({ code }) => code !== "required");
      groups.forEach((group) => group.paint(open.filter(({ severity }) => severity === group.tone), view));
      firstBlank = view.blank[0] || "";
      say(blank, `${text.toFill} ${view.blank.length} · ${text.goToNextBlank}`);
      say(quiet, quietLine(view, open.length, text));
      const lists = groups.filter((group) => group.any()).map((group) => group.element);
      const tail = [open.length === 0 ? quiet : null, view.blank.length > 0 ? blank : null, open.length > 0 ? foot : null];
      arrange(element, lists.concat(/** @type {any} */ (tail.filter(Boolean))));
    },
  };
}

/** @param {View} view @param {number} open @param {Words} text */
function quietLine(view, open, text) {
  if (view.report.status === "blank") return text.nothingYet;
  return open === 0 && view.blank.length > 0 ? text.stillToFill : text.allClear;
}

/** @param {"mandatory" | "verify" | "hint"} tone @param {Words} text @param {(finding: Finding) => Item} makeOne */
function makeGroup(tone, text, makeOne) {
  const title = make("h3", `title ${tone}`);
  const list = make("ul", "list");
  const element = fill(make("div", "group"), title, list);
  /** @type {Map<string, Item>} */
  const items = new Map();
  return {
    element,
    tone,
    any: () => items.size > 0,
    /** @param {Finding[]} findings @param {View} view */
    paint(findings, view) {
      const ids = new Set(findings.map(({ id }) => id));
      keysOf(items).forEach((id) => ids.has(id) || items.delete(id));
      findings.forEach((finding) => {
        const item = items.get(finding.id) || makeOne(finding);
        items.set(finding.id, item);
        item.paint(finding, view);
      });
      say(title, `${text.severityLong[tone]} ${findings.length}`);
      arrange(list, findings.map(({ id }) => /** @type {Item} */ (items.get(id)).element));
    },
  };
}

/** @param {Finding} first @param {Words} text @param {Actions} actions @param {ReturnType<typeof import("./walk.js").makeWalk>} walk @returns {Item} */
function makeItem(first, text, actions, walk) {
  let field = first.fields[0];
  const message = make("span", "message");
  const detail = make("span", "detail");
  const go = fill(button("go", "", () => {
    walk.visit(first.id);
    actions.focus(field);
  }), message, detail);
  const choices = make("div", "choices");
  const reason = first.severity === "verify" ? makeReason(first.id, text, actions) : null;
  const element = fill(make("li", `item ${first.severity}`), go, choices);
  if (reason) element.appendChild(reason.element);
  let offered = "";
  return {
    element,
    paint(finding, view) {
      field = view.anchor(finding) || finding.fields[0];
      say(message, finding.message);
      say(detail, finding.detail || "");
      attribute(go, "data-tianbao-finding", finding.id);
      dress(element, finding.justified ? "item settled" : `item ${finding.severity}`);
      const values = finding.fields.length === 1 ? finding.candidates || [] : [];
      if (values.join() !== offered) arrange(choices, offers(finding.fields[0], values, view.locale, actions));
      offered = values.join();
      if (reason) reason.paint(finding, view);
    },
  };
}
