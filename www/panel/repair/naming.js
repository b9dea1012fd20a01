// What a repair is called: each field with what stands there and what should.

import { isFigure } from "../../figure.js";
import { own } from "../../record.js";
import { grouped } from "../grouped.js";
import { labelOf } from "../labels.js";

/** @typedef {import("../../types/inner").View} View */
/** @typedef {Pick<import("../../types/tianbao").Repair, "fields" | "values">} Repair */
/** @typedef {import("./text.js").Words} Words */

/** 就业人数 753 → 735 @param {Repair} repair @param {View} view @param {Words} text */
export function nameOf(repair, view, text) {
  return each(repair, view, text, (label, now, meant) => `${label}${now === "" ? text.colon : ` ${now} → `}${meant}`);
}

/** To be heard, once it was written: 就业人数 735（原为 753） @param {Repair} repair @param {View} view as it was @param {Words} text */
export function writtenOf(repair, view, text) {
  return text.entered + each(repair, view, text, (label, now, meant) => `${label} ${meant}${now === "" ? "" : text.was.join(now)}`) + text.stop + text.undo;
}

/** @param {Repair} repair @param {View} view @param {Words} text @param {(label: string, now: string, meant: string) => string} say */
function each({ fields, values }, { pack, report }, text, say) {
  return fields.map((id) => {
    const [field] = pack.fields.filter((one) => one.id === id);
    const { typed, value } = report.fields[id];
    const meant = own(values, id);
    return meant === undefined ? labelOf(pack, id) : say(field.label, value === null ? typed : display(value, field, text), display(meant, field, text));
  }).join(text.and);
}

/** @param {string} value @param {import("../../types/tianbao").PackField} field @param {Words} text */
function display(value, field, text) {
  const { type, choices, unit } = field;
  const choice = (choices || []).filter((one) => one.value === value)[0];
  if (type === "boolean") return value === "true" ? text.yes : text.no;
  if (choice) return choice.label;
  return unit !== "年" && isFigure(field) ? grouped(value) : value;
}
