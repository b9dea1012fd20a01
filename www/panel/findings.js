// The list of findings, by severity and in the pack's order, and the way through them.

import { keysOf } from "../list.js";
import { openOf } from "./counts.js";
import { TONES, arrange, attribute, button, dress, fill, make, say } from "./dom.js";
import { makeItem } from "./item.js";
import { intoView } from "./scroll.js";
import { tick } from "./svg.js";

/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./item.js").Around} Around */
/** @typedef {import("./item.js").Item} Item */
/** @typedef {import("./text.js").Words} Words */

/** @param {Around} around */
export function makeFindings(around) {
  const { text, actions, walk } = around;
  const groups = TONES.map((tone) => makeGroup(tone, around));
  const quiet = make("p", "quiet-line");
  const clear = fill(make("p", "all-clear"), fill(make("span", "done-mark"), tick()), make("span", "", text.allClear));
  const blank = button("to-fill", "", () => actions.focus(firstBlank));
  const scroll = make("div", "scroll");
  const steps = makeSteps(text, walk);
  const element = fill(make("div", "page"), scroll, steps.element);
  let firstBlank = "";
  return {
    element,
    /** @param {View} view */
    paint(view) {
      const told = view.shown.filter(({ code }) => code !== "required");
      groups.forEach((group) => group.paint(told.filter(({ severity }) => severity === group.tone), view));
      firstBlank = view.blank[0] || "";
      say(blank, `${text.toFill} ${view.blank.length} · ${text.goToNextBlank}`);
      say(quiet, view.report.status === "blank" ? text.nothingYet : text.stillToFill);
      const nothing = view.blank.length > 0 || view.report.status === "blank" ? quiet : clear;
      const lists = groups.filter((group) => group.any()).map((group) => group.element);
      const tail = [openOf(view).length === 0 ? nothing : null, view.blank.length > 0 ? blank : null];
      arrange(scroll, lists.concat(/** @type {any} */ (tail.filter(Boolean))));
      steps.paint(view);
    },
    /** Shows in the list where the person is now. */
    follow: () => groups.forEach((group) => group.follow()),
  };
}

/** @param {Words} text @param {Around["walk"]} walk */
function makeSteps(text, walk) {
  const position = make("span", "position");
  const buttons = [button("step", text.previous, () => walk.step(-1)), button("step", text.next, () => walk.step(1))];
  const keys = make("span", "keys", text.keysShort);
  const element = fill(make("div", "foot"), ...buttons, position, keys);
  attribute(keys, "title", text.keys);
  return {
    element,
    /** @param {View} view */
    paint(view) {
      say(position, walk.position());
      dress(element, openOf(view).length + view.blank.length > 0 ? "foot" : "away");
    },
  };
}

/** @param {"mandatory" | "verify" | "hint"} tone @param {Around} around */
function makeGroup(tone, around) {
  const { text, walk } = around;
  const title = make("h3", `title ${tone}`);
  const list = make("ul", "list");
  /** @type {Map<string, Item>} */
  const items = new Map();
  return {
    element: fill(make("div", "group"), title, list),
    tone,
    any: () => items.size > 0,
    /** @param {Finding[]} findings @param {View} view */
    paint(findings, view) {
      const ids = new Set(findings.map(({ id }) => id));
      keysOf(items).forEach((id) => ids.has(id) || items.delete(id));
      findings.forEach((finding) => {
        const item = items.get(finding.id) || makeItem(finding, view, around);
        items.set(finding.id, item);
        item.paint(finding, view);
      });
      const settled = findings.filter(({ justified }) => justified).length;
      say(title, `${text.severityLong[tone]} ${findings.length - settled}${settled > 0 ? ` · ${text.reasonGiven} ${settled}` : ""}`);
      arrange(list, findings.map(({ id }) => /** @type {Item} */ (items.get(id)).element));
    },
    follow() {
      const item = items.get(walk.at());
      if (item) intoView(item.element);
    },
  };
}
