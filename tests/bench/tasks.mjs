// What is timed, in blocks. Every peer's bundle has a copy of its own: one loop for all would be slower for each but the first.

/**
 * @typedef {{ open: (values: any) => any }} Made
 * @typedef {{ prepare(size: number): unknown, run(): number | Promise<number>, sizes: number[] }} Task
 *   run: returns how many operations it was
 */

/** What came out is looked at, so that no compiler can leave the work out. */
let seen = 0;

/**
 * The session of edits from its beginning: a part of it, or several of it.
 * @param {Made} made @param {any} base @param {{ field: number, typed: string }[]} edits @param {boolean} waits @returns {Task}
 */
export function editTask(made, base, edits, waits) {
  /** @type {any[]} */
  let sessions = [];
  let [from, to] = [0, 0];

  async function prepare(/** @type {number} */ size) {
    [from, to] = size >= edits.length || to + size > edits.length ? [0, Math.min(size, edits.length)] : [to, to + size];
    if (from > 0) return;
    for (const session of sessions) session.free?.();
    sessions = [];
    for (let i = 0; i < Math.max(1, size / edits.length); i++) sessions.push(await made.open(base));
  }
  function run() {
    for (const session of sessions) {
      for (let i = from; i < to; i++) seen += session.edit(edits[i].field, edits[i].typed).opened.length;
    }
    return sessions.length * (to - from);
  }
  async function runWaiting() {
    const [session] = sessions;
    for (let i = from; i < to; i++) seen += (await session.edit(edits[i].field, edits[i].typed)).opened.length;
    return to - from;
  }
  return { prepare, run: waits ? runWaiting : run, sizes: waits ? [1, 5, 20, 100, 600] : [1, 5, 20, 100, 600, 2400, 9600] };
}

/**
 * One record after the other.
 * @param {(values: any) => any} check @param {any[]} records @param {boolean} waits @returns {Task}
 */
export function wholeTask(check, records, waits) {
  let at = 0;
  let count = 0;
  const next = () => records[(at = (at + 1) % records.length)];
  function run() {
    for (let i = 0; i < count; i++) seen += check(next()).findings.length;
    return count;
  }
  async function runWaiting() {
    for (let i = 0; i < count; i++) seen += (await check(next())).findings.length;
    return count;
  }
  return { prepare: (size) => (count = size), run: waits ? runWaiting : run, sizes: [1, 5, 20, 100, 500, 2000] };
}

/** All records as one text. @param {(table: string) => any[]} batch @param {string} table @returns {Task} */
export function batchTask(batch, table) {
  return {
    prepare: () => {},
    run: () => {
      const answers = batch(table);
      seen += answers[answers.length - 1].findings.length;
      return answers.length;
    },
    sizes: [1],
  };
}

/** Every part of a report, as one who shows all of it would read it. @param {any} value @returns {number} */
export function readAll(value) {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 1;
  let sum = 0;
  for (const key in value) sum += readAll(value[key]);
  return sum;
}

export const looked = () => seen;
