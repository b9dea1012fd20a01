// Ours as the benchmark asks every peer: by the place of a field, and told as metrics and ids.

/** @param {any} pack as loaded @param {import("../workload.mjs").Workload} workload */
export function adapt(pack, { fields, metrics }) {
  const shared = pack.open();
  const place = new Map(metrics.map(({ id }, i) => [id, i]));

  /** @param {Record<string, string>} values */
  function open(values) {
    const session = pack.open({ values });
    return {
      edit: (/** @type {number} */ field, /** @type {string} */ typed) => session.set(fields[field].id, typed),
      free: () => session.free(),
    };
  }

  /** @param {Record<string, string>} record */
  function check(record) {
    shared.setMany(record);
    return shared.report();
  }

  /** @param {Record<string, string>} record */
  function fresh(record) {
    const session = pack.open({ values: record });
    const report = session.report();
    session.free();
    return report;
  }

  const nameOf = (/** @type {string} */ id) => id.replace(/:placeholder$/, ":not-a-number");
  return {
    check,
    open,
    fresh,
    batch: pack.check?.bind(pack),
    /** @param {any} report */
    outcomeOf: (report) => ({
      metrics: metrics.map(({ id }) => report.metrics[id].value),
      findings: report.findings.map((/** @type {{ id: string }} */ { id }) => nameOf(id)),
    }),
    /** @param {{ metrics: (string | null)[], findings: string[] }} answer */
    batchOutcomeOf: (answer) => ({ metrics: answer.metrics, findings: answer.findings.map(nameOf) }),
    /** @param {any} changes */
    changesOf: (changes) => ({
      metrics: changes.metrics.map((/** @type {string} */ id) => place.get(id)),
      opened: changes.opened.map((/** @type {{ id: string }} */ { id }) => nameOf(id)),
      closed: changes.closed.map(nameOf),
    }),
  };
}
