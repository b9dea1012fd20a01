// What fields are called, in the pack's own words.

/** @typedef {Pick<import("../types/inner").Pack, "fields">} Fields */

/** @param {Fields} pack @returns {Map<string, string>} by id */
export function labelsOf({ fields }) {
  return new Map(fields.map(({ id, label }) => /** @type {[string, string]} */ ([id, label])));
}

/** @param {Fields} pack @param {string} field */
export function labelOf({ fields }, field) {
  return fields.filter(({ id }) => id === field).map(({ label }) => label)[0] || field;
}
