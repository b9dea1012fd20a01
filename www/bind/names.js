// Does the `name` or `id` of an input say which field it is?

import { squashed } from "./wording.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").FieldNames} FieldNames */

// `rows[0].empTotal` is a cell of a table with many rows, `[#index#]` a template of one.
const ROW = /[\[._](\d+|#?\w*#|)[\].]|[\[._]\d+[\]._]|\{\{|\$\{|<%|__\w+__/;
const PREFIX = /^(form|item|report|basic|data|model|field|input|txt|text|num|tb|ipt|inp|sel|el|id|vo|dto|entity)[_\-]?(?=.)/i;

/** @param {FieldNames} field @param {Control} control @returns {{ by: "name" | "id", score: number }} */
export function byName(field, control) {
  const name = best(field, control.name);
  const id = best(field, control.id) * 0.97;
  return name >= id ? { by: "name", score: name } : { by: "id", score: id };
}

/** @param {FieldNames} field @param {string} given */
function best(field, given) {
  if (given === "" || ROW.test(given)) return 0;
  const own = likeness(field.id, given);
  return field.names.reduce((top, alias) => Math.max(top, likeness(alias, given) * 0.95), own);
}

/** @param {string} wanted @param {string} given */
function likeness(wanted, given) {
  if (given === wanted) return 1;
  if (given.toLowerCase() === wanted.toLowerCase()) return 0.98;
  if (squashed(given) === squashed(wanted)) return 0.95;
  const tail = lastPart(given);
  if (tail !== given && squashed(tail) === squashed(wanted)) return 0.9;
  return squashed(withoutPrefix(tail)) === squashed(wanted) ? 0.85 : 0;
}

/** `report[empTotal]`, `report.emp_total`, `report:empTotal` all end in the field. @param {string} path */
function lastPart(path) {
  return path.split(/[.[\]:$/]+/).filter(Boolean).pop() || path;
}

/** `txtEmpTotal`, `form_item_emp_total`. @param {string} name @returns {string} */
function withoutPrefix(name) {
  const shorter = name.replace(PREFIX, "");
  return shorter === name ? name : withoutPrefix(shorter);
}
