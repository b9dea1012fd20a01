// How far the parts of a total are from it, said at the total and at each part.

import { make, say } from "../dom.js";
import { labelsOf } from "../labels.js";

/** @typedef {import("../../types/inner").Pack} Pack */
/** @typedef {import("../../types/inner").View} View */

/** @param {import("./text.js").Words} text @param {Pack} pack @param {() => boolean} brief without the total's name */
export function makeClosing(text, pack, brief) {
  /** @type {Map<string, HTMLElement>} */
  const drawn = new Map();
  const labels = labelsOf(pack);
  /** @param {import("../../types/tianbao").Agreement} sum @param {string} field */
  const lead = ({ total, text: told }, field) => {
    if (total !== field && !brief()) return text.partsOf.join(labels.get(total));
    return text.partsAlready.test(told) ? "" : text.parts;
  };
  /** @param {string} field @param {View} view @returns {HTMLElement[]} */
  return (field, view) => told(sumsAt(field, pack).map(({ id }) => {
    const { sum, operands } = view.session.explain(id);
    const element = drawn.get(id) || make("div", "beside answer");
    drawn.set(id, element);
    // Before the first part there is nothing to close.
    const begun = sum && operands.some((operand) => operand.value !== null && sum.parts.indexOf(operand.id) >= 0);
    say(element, sum && begun ? lead(sum, field) + sum.text : "");
    return element;
  }));
}

/** Two sums of one total are often wrong by the same. @param {HTMLElement[]} lines */
function told(lines) {
  const texts = lines.map(({ textContent }) => textContent);
  return lines.filter((_, place) => texts[place] !== "" && texts.indexOf(texts[place]) === place);
}

/** @param {string} field @param {Pack} pack */
function sumsAt(field, pack) {
  return pack.rules.filter(({ sum }) => sum && (sum.total === field || sum.parts.indexOf(field) >= 0));
}
