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

/**
 * The door gives every record as a Map so that no id is lost; readers want plain objects.
 * @param {unknown} value
 * @returns {any}
 */
export function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return fromMap(value);
  if (value === null || typeof value !== "object") return value;
  return fromMap(new Map(Object.keys(value).map((key) => [key, /** @type {any} */ (value)[key]])));
}

/** @param {Map<string, unknown>} map */
function fromMap(map) {
  /** @type {Record<string, unknown>} */
  const record = {};
  map.forEach((value, key) => put(record, key, plain(value)));
  return record;
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
