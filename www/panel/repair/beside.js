// At a field that a finding is about: the ways to mend it here, or what speaks for the figure that stands here.

import { fold, once } from "../../list.js";
import { make, say } from "../dom.js";
import { makeWays } from "./ways.js";

/** @typedef {import("../../types/inner").View} View */

/** @param {import("./mending.js").Mending} mending @param {import("./text.js").Words} text @param {import("./take.js").Taking} taking @param {() => boolean} brief */
export function makeBeside(mending, text, taking, brief) {
  const ways = makeWays(text, taking);
  const proof = make("div", "beside answer");
  /** @param {string} field @param {View} view @returns {HTMLElement[]} */
  return (field, view) => {
    const open = view.shown.filter(({ justified, fields }) => !justified && fields.indexOf(field) >= 0);
    const found = fold(open, (some, finding) => some.concat(mending.of(finding, view)), /** @type {import("../../types/tianbao").Repair[]} */ ([]));
    const all = once(found).sort((one, other) => other.confidence - one.confidence);
    const here = all.filter(({ fields }) => fields.indexOf(field) >= 0);
    const about = once(fold(open, (some, { fields }) => some.concat(fields), /** @type {string[]} */ ([])));
    const sure = open.some(({ severity }) => severity === "mandatory");
    // The sentences stand in the list; here they would cover the form.
    ways.paint(brief() ? here.slice(0, 1) : here, all, view, { reason: brief() ? "" : "words", key: !brief() && field === view.focused, about, sure });
    if (here.length > 0) return [ways.element];
    // Only beside another figure that is likelier wrong: most rules leave room for a wrong one.
    const proofs = all.length > 0 && all[0].proven ? mending.proofs(field) : 0;
    say(proof, proofs > 0 ? text.proofs.join(String(proofs)) : "");
    return proofs > 0 && !brief() ? [proof] : [];
  };
}
