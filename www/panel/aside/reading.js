// What was understood of what is typed, where it differs from the text; money in capital words where the pack asks for them.

import { isFigure } from "../../figure.js";
import { make, say } from "../dom.js";
import { capitals } from "./capitals.js";

/** @typedef {import("../../types/tianbao").PackField} PackField */
/** @typedef {import("../../types/inner").View} View */

/** @param {import("./text.js").Words} text */
export function makeReading(text) {
  const element = make("div", "beside answer");
  /** @param {PackField} field @param {View} view @returns {HTMLElement[]} */
  return (field, view) => {
    say(element, reading(field, view, text));
    return element.textContent === "" ? [] : [element];
  };
}

/** @param {PackField} field @param {View} view @param {import("./text.js").Words} text */
function reading(field, view, text) {
  const { value, typed, notice } = view.report.fields[field.id];
  // Words stand ready from the start, so that the first digit moves nothing.
  if (field.inWords && view.locale === "zh") return text.inWords + ((value !== null && capitals(value, field.unit)) || "—");
  const said = notice && view.editing !== field.id;
  if (value === null || said || !isFigure(field) || typed.replace(/[,\s]/g, "") === value) return "";
  return text.readAs + view.session.explain(field.id).result;
}
