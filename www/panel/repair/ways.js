// The ways to mend a finding, each a button with its reason; the person alone presses it.

import { fold } from "../../list.js";
import { arrange, button, dress, fill, make } from "../dom.js";
import { labelOf } from "../labels.js";
import { keyed } from "./key.js";
import { nameOf } from "./naming.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("../../types/tianbao").Repair} Repair */
/** @typedef {import("./text.js").Words} Words */
/**
 * @typedef {object} Room  how much is told
 * @property {"sentence" | "words" | ""} reason  why, beside each
 * @property {boolean} key  one key takes the one that there is
 * @property {string[] | null} linked  fields with a link of their own already; null: there are to be none
 */

const MOST = 3;

/** What is less likely than that would only distract from the first. */
const LIKELY = 0.1;

/** @param {Words} text @param {Actions} actions @param {import("./take.js").Taking} taking */
export function makeWays(text, actions, taking) {
  const element = make("div", "away");
  let written = "";
  let view = /** @type {any} */ (null);
  return {
    element,
    /** @param {Repair[]} ways those to choose from @param {Repair[]} all in their order @param {View} now @param {Room} room */
    paint(ways, all, now, room) {
      view = now;
      const sketch = JSON.stringify([ways, all.length, room]);
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
    const sets = once(equal.map(({ fields }) => fields.join("\n"))).length;
    // More than that are no choice any longer: only which fields they are about is said.
    if (equal.length > MOST) return [make("p", "ways-lead", leadOf(equal, sets))].concat(links(fieldsOf(equal), room));
    const best = ways.filter((one) => equal.indexOf(one) >= 0);
    const others = sets > 1 ? [] : ways.filter((one) => equal.indexOf(one) < 0 && one.confidence >= LIKELY).slice(0, MOST - best.length);
    const none = best.length === 0;
    return group(best, leadOf(equal, sets), room, room.key).concat(group(others, none ? text.perhaps : text.others, room, room.key && none));
  }

  /** @param {Repair[]} equal those that nothing tells apart from the first @param {number} sets how many different fields they change */
  function leadOf(equal, sets) {
    const [{ fields, confidence }] = equal;
    if (sets > 1) return equal.some((one) => one.fields.length > 1) ? text.someOf : text.oneOf.join(String(sets));
    const lead = fields.length > 1 ? text.together : confidence * equal.length >= 0.5 ? text.most : text.perhaps;
    return equal.length > MOST ? lead + nameOf({ fields, values: {} }, view, text) : lead;
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
    return reason === "sentence" ? fill(item, make("p", "way-reason", repair.message)) : item;
  }

  /** @param {string[]} fields @param {Room} room */
  function links(fields, { linked }) {
    if (!linked || fields.every((id) => linked.indexOf(id) >= 0)) return [];
    const line = make("div", "links");
    arrange(line, fields.map((id) => button("link", labelOf(view.pack, id), () => actions.focus(id))));
    return [line];
  }
}

/** @param {Pick<Repair, "fields">[]} some @returns {string[]} */
function fieldsOf(some) {
  return once(fold(some, (all, { fields }) => all.concat(fields), /** @type {string[]} */ ([])));
}

/** @template T @param {T[]} some @returns {T[]} each once */
export function once(some) {
  return some.filter((one, place) => some.indexOf(one) === place);
}
