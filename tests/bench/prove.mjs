// Nobody is quick by doing less: every peer answers all records and all edits first, and what it gets wrong is counted.
import { recordOf } from "./workload.mjs";

/** @typedef {import("./workload.mjs").Workload} Workload */
/** @typedef {import("./workload.mjs").Expected} Expected */
/** @typedef {{ records: Expected[], ties: Expected[], edits: ReturnType<typeof import("./workload.mjs").editsOf>, table: string }} Data */

/** Minus zero is zero. @param {any} value @param {number} places */
const textOf = (value, places) => (value === null ? "" : typeof value === "string" ? value : (value + 0 || 0).toFixed(places));
const sorted = (/** @type {string[]} */ list) => [...list].sort().join(" ");

/** As a peer takes it. @param {{ typed?: boolean } | undefined} peer @param {Workload} workload @param {string[]} typed */
export function inputOf({ typed: asTyped } = {}, workload, typed) {
  return asTyped ? Object.fromEntries(workload.fields.map(({ id }, i) => [id, typed[i]])) : recordOf(workload, typed);
}

/**
 * @param {any} module a peer's module
 * @param {any} made what its `make` gave
 * @param {Workload} workload
 * @param {Data} data
 * @returns {Promise<{ records: number, ties: number, edits: number, samples: string[] }>} how many are wrong
 */
export async function prove(module, made, workload, { records, ties, edits, table }) {
  const text = module.textOf ?? textOf;
  const outcome = made.outcomeOf ?? ((/** @type {any} */ given) => given);
  /** @type {string[]} */
  const samples = [];

  /** @param {Expected} expected */
  async function wrong({ typed, metrics, findings }) {
    const given = outcome(await made.check(inputOf(module.peer, workload, typed)));
    const got = [...workload.metrics.map(({ places }, i) => text(given.metrics[i], places)), sorted(given.findings)].join(",");
    const want = [...metrics, sorted(findings)].join(",");
    if (got !== want && samples.length < 4) samples.push(`${got}\n      ${want}`);
    return got !== want;
  }
  const count = async (/** @type {Expected[]} */ list) => {
    let sum = 0;
    for (const expected of list) if (await wrong(expected)) sum += 1;
    return sum;
  };
  const inBatch = made.batch ? wrongBatch(made, records, table) : 0;
  return {
    records: (await count(records)) + inBatch,
    ties: await count(ties),
    edits: await wrongEdits(module, made, workload, records[0], edits),
    samples,
  };
}

/**
 * What opened, what closed and which metrics changed; a metric that had no value and still has none may be told or not, as what it
 * waits for may be another.
 * @param {any} module @param {any} made @param {Workload} workload @param {Expected} base @param {Data["edits"]} edits
 */
async function wrongEdits({ peer }, made, workload, base, edits) {
  const changesOf = made.changesOf ?? ((/** @type {any} */ given) => given);
  const session = await made.open(inputOf(peer, workload, base.typed));
  const values = new Map(workload.metrics.map(({ id }, i) => [id, base.metrics[i]]));
  let sum = 0;
  for (const { field, typed, metrics, opened, closed } of edits) {
    const changes = changesOf(await session.edit(field, typed));
    const changed = new Map(metrics);
    const told = changes.metrics.map((/** @type {number} */ i) => workload.metrics[i].id);
    const real = told.filter((/** @type {string} */ id) => changed.has(id) || values.get(id) !== "");
    metrics.forEach(([id, value]) => values.set(id, value));
    const got = [real, changes.opened, changes.closed].map(sorted).join("|");
    if (got !== [metrics.map(([id]) => id), opened, closed].map(sorted).join("|")) sum += 1;
  }
  session.free?.();
  return sum;
}

/** The same records as one table. @param {any} made @param {Expected[]} records @param {string} table */
function wrongBatch(made, records, table) {
  const answers = made.batch(table, { metrics: true });
  return records.filter(({ metrics, findings }, i) => {
    const outcome = made.batchOutcomeOf(answers[i]);
    return (
      outcome.metrics.map((/** @type {string | null} */ value) => value ?? "").join() !== metrics.join() ||
      sorted(outcome.findings) !== sorted(findings)
    );
  }).length;
}
