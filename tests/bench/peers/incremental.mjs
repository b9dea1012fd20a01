// Hand-made incremental JavaScript, on binary floats: each field knows what depends on it.
import { blank, CHECKS, FIELDS, METRICS, METRICS_OF, RULES, RULES_OF } from "generated:incremental";
import { read } from "../workload.mjs";

/** @param {import("../workload.mjs").Workload} workload */
export function make({ fields }) {
  /** @param {Record<string, any>} values */
  function open(values) {
    const s = blank();
    const codes = FIELDS.map(({ id, read: usable }, i) => ((s[id] = usable(values[id])), CHECKS[i](values[id])));
    for (const { id, of } of METRICS) s[id] = of(s);
    const broken = RULES.map((rule) => rule.broken(s));

    /** @param {number} field @param {string} typed */
    function edit(field, typed) {
      const changes = { metrics: /** @type {number[]} */ ([]), opened: /** @type {string[]} */ ([]), closed: /** @type {string[]} */ ([]) };
      const value = read(fields[field], typed);
      checkField(field, value, changes);
      s[FIELDS[field].id] = FIELDS[field].read(value);
      for (const i of METRICS_OF[field]) {
        const { id, of } = METRICS[i];
        const now = of(s);
        if (now !== s[id]) changes.metrics.push(i);
        s[id] = now;
      }
      for (const i of RULES_OF[field]) {
        const now = RULES[i].broken(s);
        if (now !== broken[i]) (now ? changes.opened : changes.closed).push(RULES[i].id);
        broken[i] = now;
      }
      return changes;
    }

    /** @param {number} field @param {any} value @param {{ opened: string[], closed: string[] }} changes */
    function checkField(field, value, changes) {
      const now = CHECKS[field](value);
      if (now === codes[field]) return;
      if (codes[field] !== "") changes.closed.push(codes[field]);
      if (now !== "") changes.opened.push(now);
      codes[field] = now;
    }

    const outcome = () => ({
      metrics: METRICS.map(({ id }) => s[id]),
      findings: [...codes.filter(Boolean), ...RULES.filter((_, i) => broken[i]).map(({ id }) => id)],
    });
    return { edit, outcome };
  }

  return { check: (/** @type {any} */ record) => open(record).outcome(), open };
}
