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
    const sets = once(equal.map(({ fields }) => fields.join("\n")));
    const lead = leadOf(equal, sets.length);
    // More than that are no choice any longer: only what they have in common is said.
    if (equal.length > MOST) return [make("p", "ways-lead", lead)].concat(links(once(fold(equal, (all, { fields }) => all.concat(fields), /** @type {string[]} */ ([]))), room));
    const best = ways.filter((one) => equal.indexOf(one) >= 0);
    const others = sets.length > 1 ? [] : ways.filter((one) => equal.indexOf(one) < 0 && one.confidence >= LIKELY).slice(0, MOST - best.length);
    return group(best, lead, room).concat(group(others, best.length > 0 ? text.others : text.perhaps, best.length > 0 ? unkeyed(room) : room));
  }

  /** @param {Repair[]} equal those that nothing tells apart from the first @param {number} sets how many different fields they change */
  function leadOf(equal, sets) {
    const [{ fields, confidence }] = equal;
    if (sets > 1) return equal.some((one) => one.fields.length > 1) ? text.someOf : text.oneOf.join(String(sets));
    if (fields.length > 1) return equal.length > MOST ? text.together + nameOf({ fields, values: {} }, view, text) : text.together;
    if (equal.length > MOST) return text.unclear;
    return confidence * equal.length >= 0.5 ? text.most : text.perhaps;
  }

  /** @param {Repair[]} some @param {string} lead @param {Room} room */
  function group(some, lead, room) {
    if (some.length === 0) return [];
    const each = some.length > 1 ? unkeyed(room) : room;
    return [make("p", "ways-lead", lead), fill(make("ul", "way-list"), ...some.map((repair) => way(repair, each)))];
  }

  /** @param {Repair} repair @param {Room} room */
  function way(repair, room) {
    const name = nameOf(repair, view, text);
    const offer = () => button("offer mend", name, () => taking.take(repair, view, text));
    // What we cannot write is said all the same: the person can.
    const parts = taking.can(repair, view) ? (room.key ? keyed(offer(), text.key) : [offer()]) : [make("span", "way-text", name)];
    return fill(make("li", "way"), ...parts, ...reason(repair, room));
  }

  /** @param {Repair} repair @param {Room} room */
  function reason({ kind, message }, { reason: wanted }) {
    if (wanted === "sentence") return [make("p", "way-reason", message)];
    return wanted === "words" && text.slips[kind] !== "" ? [make("span", "way-slip", text.slips[kind])] : [];
  }

  /** @param {string[]} fields @param {Room} room */
  function links(fields, { linked }) {
    const known = !linked || fields.every((id) => linked.indexOf(id) >= 0);
    return known ? [] : [fill(make("div", "links"), ...fields.map((id) => button("link", labelOf(view.pack, id), () => actions.focus(id))))];
  }
}

/** @param {Room} room @returns {Room} */
function unkeyed(room) {
  return Object.assign({}, room, { key: false });
}

/** @template T @param {T[]} some */
function once(some) {
  return some.filter((one, place) => some.indexOf(one) === place);
}
