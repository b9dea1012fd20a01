// For libraries that only judge whole records: a form keeps its values, checks all of them after an edit, and sees what has changed.
import { read } from "../workload.mjs";

/** @typedef {import("../workload.mjs").Outcome} Outcome */
/** @typedef {import("../workload.mjs").Changes} Changes */

/**
 * @param {import("../workload.mjs").Workload} workload
 * @param {(record: any) => Outcome | Promise<Outcome>} check
 * @param {{ waits?: boolean, same?: (a: any, b: any) => boolean }} [options]
 *   waits: whether `check` answers by a promise; same: of two metrics
 */
export function recheck({ fields }, check, { waits = false, same = identical } = {}) {
  return waits ? waiting : direct;

  /** @param {Record<string, any>} values */
  function direct(values) {
    const record = { ...values };
    let before = /** @type {Outcome} */ (check(record));
    return {
      edit(/** @type {number} */ field, /** @type {string} */ typed) {
        record[fields[field].id] = read(fields[field], typed);
        const now = /** @type {Outcome} */ (check(record));
        const changes = between(before, now, same);
        before = now;
        return changes;
      },
    };
  }

  /** @param {Record<string, any>} values */
  async function waiting(values) {
    const record = { ...values };
    let before = await check(record);
    return {
      async edit(/** @type {number} */ field, /** @type {string} */ typed) {
        record[fields[field].id] = read(fields[field], typed);
        const now = await check(record);
        const changes = between(before, now, same);
        before = now;
        return changes;
      },
    };
  }
}

const identical = (/** @type {any} */ a, /** @type {any} */ b) => a === b;

/** @param {Outcome} before @param {Outcome} now @param {(a: any, b: any) => boolean} [same] @returns {Changes} */
export function between(before, now, same = identical) {
  const metrics = [];
  for (let i = 0; i < now.metrics.length; i++) if (!same(now.metrics[i], before.metrics[i])) metrics.push(i);
  return { metrics, opened: without(now.findings, before.findings), closed: without(before.findings, now.findings) };
}

/** @param {string[]} some @param {string[]} others */
const without = (some, others) => (some.length === 0 ? some : some.filter((id) => !others.includes(id)));
