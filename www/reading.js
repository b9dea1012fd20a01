// What stands in the inputs, as the engine is told it.

import { spoken } from "./host/native.js";
import { put } from "./record.js";

/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./types/inner").Host} Host */
/** @typedef {import("./types/inner").Pack} Pack */

/** @param {Pack} pack @param {Host} host @param {Bound[]} bound @returns {Record<string, string>} */
export function readAll(pack, host, bound) {
  /** @type {Record<string, string>} */
  const values = {};
  bound.forEach((one) => put(values, one.field, readOne(pack, host, one)));
  return values;
}

// Portals send codes: where the code says nothing to the pack, the words beside it may.
/** @param {Pack} pack @param {Host} host @param {Bound} bound */
export function readOne(pack, host, bound) {
  const typed = host.read(bound.control);
  const words = spoken(bound.control);
  if (words === "" || words === typed) return typed;
  const field = pack.fields.filter(({ id }) => id === bound.field)[0];
  const known = (field.choices || []).some(({ value, label }) => value === typed || label === typed);
  const bool = field.type === "boolean" && /^(是|否|有|无|true|false)$/i.test(typed);
  return known || bool || !/^(choice|boolean)$/.test(field.type) ? typed : words;
}
