// Pairs with scores to bindings: best for both sides, by a clear margin, or not at all.

/**
 * @template F, C
 * @typedef {{ field: F, control: C, score: number }} Pair
 */

/**
 * @template F, C
 * @template {Pair<F, C>} P
 * @param {P[]} pairs
 * @param {number} margin how far the next best must lie behind
 * @returns {{ chosen: P[], doubtful: P[] }} doubtful: what is left among fields and inputs that are still free
 */
export function choose(pairs, margin) {
  /** @type {P[]} */
  const chosen = [];
  let open = pairs.slice().sort((a, b) => b.score - a.score);
  for (let found = pick(open, margin); found; found = pick(open, margin)) {
    const { field, control } = found;
    chosen.push(found);
    open = open.filter((pair) => pair.field !== field && pair.control !== control);
  }
  return { chosen, doubtful: open };
}

/**
 * @template F, C
 * @template {Pair<F, C>} P
 * @param {P[]} open best first
 * @param {number} margin
 * @returns {P | undefined}
 */
function pick(open, margin) {
  return open.filter((pair) =>
    open.every((other) => other === pair || !rivals(pair, other) || pair.score - other.score >= margin))[0];
}

/**
 * @template F, C
 * @param {Pair<F, C>} a
 * @param {Pair<F, C>} b
 */
function rivals(a, b) {
  return a.field === b.field || a.control === b.control;
}
