// Ours: the shipped ES module, given what was typed.
import { load } from "tianbao";

export const peer = { typed: true };

/** @param {import("../workload.mjs").Workload} workload @param {{ pack: string }} env */
export async function make({ fields, metrics }, { pack: text }) {
  const pack = await load(text, { locale: "zh" });
  const shared = pack.open();
  const place = new Map(metrics.map(({ id }, i) => [id, i]));

  /** @param {Record<string, string>} values */
  function open(values) {
    const session = pack.open({ values });
    return { edit: (/** @type {number} */ field, /** @type {string} */ typed) => session.set(fields[field].id, typed), free: () => session.free() };
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
    batch: /** @type {any} */ (pack).check?.bind(pack),
    /** @param {any} report */
    outcomeOf: (report) => ({ metrics: metrics.map(({ id }) => report.metrics[id].value), findings: report.findings.map((/** @type {{ id: string }} */ { id }) => nameOf(id)) }),
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
