// Does the `name` or `id` of an input, or the prop of its component, say which field it is?

import { fold } from "../list.js";
import { squashed } from "./wording.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").FieldNames} FieldNames */

// `rows[0].empTotal` is a cell of a table with many rows, `[#index#]` a template of one.
const ROW = /[\[._](\d+|#?\w*#|)[\].]|[\[._]\d+[\]._]|\{\{|\$\{|<%|__\w+__/;
const PREFIX = /^(form|item|report|basic|data|model|field|input|txt|text|num|tb|ipt|inp|sel|el|id|vo|dto|entity)[_\-]?(?=.)/i;

/** @param {FieldNames} field @param {Control} control @param {string} prop @returns {{ by: "name" | "id" | "prop", score: number }} */
export function byName(field, control, prop) {
  const ways = [
    { by: /** @type {"name"} */ ("name"), score: best(field, control.name) },
    { by: /** @type {"prop"} */ ("prop"), score: best(field, prop) * 0.99 },
    { by: /** @type {"id"} */ ("id"), score: best(field, control.id) * 0.97 },
  ];
  return fold(ways, (top, way) => (way.score > top.score ? way : top), ways[0]);
}

/** @param {FieldNames} field @param {string} given */
function best(field, given) {
  if (given === "" || ROW.test(given)) return 0;
  const own = likeness(field.id, given);
  return fold(field.names, (top, alias) => Math.max(top, likeness(alias, given) * 0.95), own);
}

/** @param {string} wanted @param {string} given */
function likeness(wanted, given) {
  if (given === wanted) return 1;
  const [want, whole] = [squashed(wanted), squashed(given.replace(/\]$/, ""))];
  if (whole.slice(-want.length) !== want) return 0;
  if (given.toLowerCase() === wanted.toLowerCase()) return 0.98;
  if (squashed(given) === want) return 0.95;
  const tail = lastPart(given);
  if (tail !== given && squashed(tail) === want) return 0.9;
  return squashed(withoutPrefix(tail)) === want ? 0.85 : 0;
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
