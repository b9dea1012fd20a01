// One finding: the sentence, a way to each of its fields, why it speaks, and a reason where one may be written.

import { offers } from "./bubble.js";
import { arrange, attribute, button, dress, fill, make, say } from "./dom.js";
import { labelOf } from "./labels.js";
import { makeReason } from "./reason.js";
import { makeWays } from "./repair/ways.js";
import { makeWhy } from "./why.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {{ element: HTMLElement, paint: (finding: Finding, view: View) => void }} Item */
/**
 * @typedef {object} Around  what all findings share
 * @property {Words} text
 * @property {Actions} actions
 * @property {import("./walk.js").Walk} walk
 * @property {ReturnType<typeof import("./lapse.js").makeMemory>} memory
 * @property {ReturnType<typeof import("./trial.js").makeTrial>} trial
 * @property {import("./repair/mending.js").Mending} mending
 * @property {import("./repair/text.js").Words} mends  the words for that
 * @property {import("./repair/take.js").Taking} taking
 */

/** @param {Finding} first @param {View} view @param {Around} around @returns {Item} */
export function makeItem(first, view, around) {
  const { text, actions, walk, mending, mends } = around;
  let field = first.fields[0];
  const message = make("span", "message");
  const go = fill(button("go", "", () => {
    walk.visit(first.id);
    actions.focus(field);
  }), message);
  const links = make("div", "links");
  const choices = make("div", "choices");
  const early = make("p", "away", mends.early);
  const ways = makeWays(mends, around.taking);
  const backed = make("p", "away");
  const why = tellsMore(first, view) ? makeWhy(first.id, text, actions) : null;
  const asks = why ? why.element : make("div", "asks");
  const reason = first.severity === "verify" ? makeReason(first.id, asks, around) : null;
  const element = fill(make("li", "item"), go, early, links, choices, ways.element, backed, ...(reason ? reason.said : []), asks);
  const drawn = { offered: "", linked: "" };
  attribute(go, "data-tianbao-finding", first.id);
  return {
    element,
    paint(finding, now) {
      field = now.anchor(finding) || finding.fields[0];
      say(message, finding.message);
      dress(element, `item ${finding.justified ? "settled" : finding.severity}${walk.at() === finding.id ? " at" : ""}`);
      dress(go, finding.justified ? "go settled" : "go");
      attribute(element, "aria-current", walk.at() === finding.id ? "true" : null);
      change(drawn, "offered", valuesOf(finding), (values) => arrange(choices, offers(finding.fields[0], values, now.locale, actions)));
      change(drawn, "linked", linked(finding), (fields) => arrange(links, fields.map((id) => link(id, now, actions))));
      dress(early, now.early.indexOf(finding) < 0 ? "away" : "early");
      const found = finding.justified ? [] : mending.of(finding, now);
      ways.paint(found, found, now, { reason: isFirst(finding, found, now) ? "sentence" : "words", key: false, about: finding.fields, sure: finding.severity === "mandatory" });
      say(backed, found.length > 0 ? evidence(finding, found, now, around) : "");
      dress(backed, backed.textContent === "" ? "away" : "backed");
      if (why) why.paint(now);
      if (reason) reason.paint(finding, now);
    },
  };
}

/** Does a thing only where its list is another than before. @template {string} K @param {Record<K, string>} before @param {K} key @param {string[]} now @param {(now: string[]) => void} act */
function change(before, key, now, act) {
  const written = now.join("\n");
  if (written === before[key]) return;
  before[key] = written;
  act(now);
}

/** @param {Finding} finding */
function valuesOf({ fields, candidates }) {
  return fields.length === 1 ? candidates || [] : [];
}

/** What mends several findings gives its reasons once. @param {Finding} finding @param {import("../types/tianbao").Repair[]} ways @param {View} view */
function isFirst({ id }, ways, { shown }) {
  const mended = ways.length > 0 ? shown.filter((one) => ways[0].solves.indexOf(one.id) >= 0) : [];
  return mended.length === 0 || mended[0].id === id;
}

/** What speaks for those that are not likely to be wrong: 另有审核佐证：男性 2 项 @param {Finding} finding @param {import("../types/tianbao").Repair[]} ways @param {View} view @param {Around} around */
function evidence({ fields }, ways, view, { mending, mends }) {
  const others = ways[0].proven ? fields.filter((id) => !ways.some((way) => way.fields.indexOf(id) >= 0) && mending.proofs(id) > 0) : [];
  const told = others.map((id) => `${labelOf(view.pack, id)} ${mending.proofs(id)}${mends.backed[1]}`);
  return told.length > 0 ? mends.backed[0] + told.join(mends.and) : "";
}

/** With one field the sentence is the way there already. @param {Finding} finding */
function linked({ fields }) {
  return fields.length > 1 ? fields : [];
}

/** @param {string} id @param {View} view @param {Actions} actions */
function link(id, view, actions) {
  return button("link", labelOf(view.pack, id), () => actions.focus(id));
}

/** Of a field alone there may be nothing to tell that the sentence does not say. @param {Finding} finding @param {View} view */
function tellsMore({ code, fields }, { session }) {
  if (code === "rule") return true;
  const { operands, source } = session.explain(fields[0]);
  return operands.length > 0 || !!source;
}
