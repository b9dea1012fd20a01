// Records with any key: `__proto__` and `constructor` are legal ids of a pack.

/** @param {Record<string, unknown>} record @param {string} key @param {unknown} value */
export function put(record, key, value) {
  // An inherited name cannot be assigned where the page froze its prototypes, and `__proto__` never can.
  if (key in record) {
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    record[key] = value;
  }
}

/** @param {Record<string, string> | undefined} record @returns {[string, string][]} */
export function pairs(record) {
  return Object.keys(record || {}).map((key) => [key, text(/** @type {any} */ (record)[key])]);
}

/** @param {unknown} typed */
export function text(typed) {
  return typed === null || typed === undefined ? "" : String(typed);
}

/** @param {Record<string, any> | undefined} record @param {string} key */
export function own(record, key) {
  return record && Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}
