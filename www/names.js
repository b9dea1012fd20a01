// What binding needs to know of a pack.

import { inLocale } from "./pack.js";

/** @typedef {import("./types/inner").FieldNames} FieldNames */
/** @typedef {import("./types/inner").Pack} Pack */

/** @type {WeakMap<Pack, FieldNames[]>} */
const known = new WeakMap();

/** Every field's names, in both languages. @param {Pack} pack @returns {FieldNames[]} */
export function fieldNames(pack) {
  const names = known.get(pack) || namesOf(pack);
  known.set(pack, names);
  return names;
}

/** @param {Pack} pack @returns {FieldNames[]} */
function namesOf(pack) {
  const tongues = [inLocale(pack, "zh"), inLocale(pack, "en")];
  const labels = (/** @type {number} */ at) => tongues.map(({ fields }) => fields[at].label);
  return pack.fields.map(({ id, unit, aliases, lastOf, required }, i) => {
    const base = pack.fields.findIndex((field) => field.id === lastOf);
    const last = base < 0 ? [] : labels(base).concat(pack.fields[base].aliases).map((name) => `上年${name}`);
    return { id, unit, names: labels(i).concat(aliases, last), labels: tongues.length, optional: !required && base < 0 };
  });
}
