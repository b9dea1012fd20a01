// A page may have put functions of its own in the place of Array.from and reduce, as Prototype.js did.

/** @template T @param {ArrayLike<T> | { forEach(each: (value: T) => void): void }} many a list of nodes, a set @returns {T[]} */
export function list(many) {
  /** @type {T[]} */
  const all = [];
  const { length } = /** @type {ArrayLike<T>} */ (many);
  if (length === undefined) /** @type {Set<T>} */ (many).forEach((one) => all.push(one));
  for (let i = 0; i < length; i += 1) all.push(/** @type {ArrayLike<T>} */ (many)[i]);
  return all;
}

/** @template K @param {Map<K, any>} map @returns {K[]} */
export function keysOf(map) {
  /** @type {K[]} */
  const all = [];
  map.forEach((_, key) => all.push(key));
  return all;
}

/** @template T, S @param {T[]} some @param {(sum: S, one: T) => S} add @param {S} start @returns {S} */
export function fold(some, add, start) {
  let sum = start;
  some.forEach((one) => (sum = add(sum, one)));
  return sum;
}

/** @template T @param {T[]} some @returns {T[]} each once */
export function once(some) {
  return some.filter((one, place) => some.indexOf(one) === place);
}
