// The ways to mend a finding, each a button with its reason; the person alone presses it.

import { once } from "../../list.js";
import { arrange, button, dress, fill, make } from "../dom.js";
import { keyed } from "./key.js";
import { nameOf } from "./naming.js";

/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("../../types/tianbao").Repair} Repair */
/** @typedef {import("./text.js").Words} Words */
/**
 * @typedef {object} Room  how much is told
 * @property {"sentence" | "words" | ""} reason  why, beside each
 * @property {boolean} key  one key takes the one that there is
 * @property {string[]} about  the fields that it is told about
 * @property {boolean} sure  something there has to be changed
 */

const MOST = 3;

/** What is so many times less likely would only distract from the first. */
const FAR = 4;

/** @param {Words} text @param {import("./take.js").Taking} taking */
export function makeWays(text, taking) {
  const element = make("div", "away");
  let written = "";
  let last = "";
  let before = /** @type {Repair[]} */ ([]);
  let view = /** @type {any} */ (null);
  return {
    element,
    /** @param {Repair[]} ways those to choose from @param {Repair[]} all in their order @param {View} now @param {Room} room */
    paint(ways, all, now, room) {
      view = now;
      const told = JSON.stringify([all.length, room]);
      if (ways === before && told === last) return;
      before = ways;
      last = told;
      const sketch = JSON.stringify(ways) + told;
      if (sketch === written) return;
      written = sketch;
      arrange(element, ways.length === 0 ? [] : drawn(ways, all, room));
      dress(element, ways.length === 0 ? "away" : "ways");
    },
  };

  /** @param {Repair[]} ways @param {Repair[]} all @param {Room} room */
  function drawn(ways, all, room) {
    if (!all[0].proven) return [make("p", "ways-lead", all[0].message)];
    const equal = all.filter(({ confidence }) => confidence === all[0].confidence);
    // More than that are no choice any longer: only what they have in common is said.
    if (equal.length > MOST) return room.about.length > 1 ? [make("p", "ways-lead", inCommon(equal, room))] : [];
    const best = ways.filter((one) => equal.indexOf(one) >= 0);
    const tied = once(equal.map(({ fields }) => fields.join("\n"))).length > 1;
    const others = tied ? [] : ways.filter((one) => equal.indexOf(one) < 0 && one.confidence * FAR >= all[0].confidence).slice(0, MOST - best.length);
    const none = best.length === 0;
    const lead = tied ? oneOf(equal.map(({ fields }) => fields), room) : leadOf(equal[0].fields, room.about, equal[0].confidence * equal.length);
    return group(best, lead, room, room.key).concat(group(others, none ? text.perhaps : text.others, room, room.key && none));
  }

  /** @param {string[]} fields @param {string[]} about @param {number} confidence */
  function leadOf(fields, about, confidence) {
    if (about.length === 1) return text.meant;
    return fields.length > 1 ? text.together : confidence >= 0.5 ? text.most : text.perhaps;
  }

  /** What all of them change, else out of how many each changes one. @param {Repair[]} equal @param {Room} room */
  function inCommon(equal, room) {
    const { about } = room;
    const each = equal.map(({ fields }) => about.filter((id) => fields.indexOf(id) >= 0));
    const all = about.filter((id) => each.every((some) => some.indexOf(id) >= 0));
    return all.length > 0 ? leadOf(all, about, 0) + (view.locale === "en" ? " " : "") + nameOf({ fields: all, values: {} }, view, text) : oneOf(each, room);
  }

  /** @param {string[][]} each fields @param {Room} room */
  function oneOf(each, { sure }) {
    if (each.some((some) => some.length > 1)) return text.someOf;
    return (sure ? text.oneOf : text.maybeOneOf).join(String(once(each.map(([id]) => id)).length));
  }

  /** @param {Repair[]} some @param {string} lead @param {Room} room @param {boolean} key */
  function group(some, lead, room, key) {
    if (some.length === 0) return [];
    const list = make("ul", "way-list");
    arrange(list, some.map((repair) => way(repair, room, key && some.length === 1)));
    return [make("p", "ways-lead", lead), list];
  }

  /** @param {Repair} repair @param {Room} room @param {boolean} key */
  function way(repair, { reason }, key) {
    const item = make("li", "way");
    const name = nameOf(repair, view, text);
    const slip = reason === "words" && text.slips[repair.kind];
    const ready = taking.can(repair, view);
    const offer = button("offer mend", name, () => taking.take(repair, view, text));
    // What we cannot write is said all the same: the person can.
    fill(item, ready ? offer : make("span", "way-text", name));
    if (slip) fill(item, make("span", "way-slip", slip));
    if (key && ready) fill(item, keyed(offer, text.key));
    return reason === "sentence" && repair.message !== "" ? fill(item, make("p", "way-reason", repair.message)) : item;
  }
}
