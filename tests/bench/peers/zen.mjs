// ZEN's wasm build, which evaluates expressions: one for all metrics, one for all rules. The fields' own checks are by hand.
import init, { Variable } from "@gorules/zen-engine-wasm";
import { checkFields } from "generated:plain";
import { divisors, operands } from "../trees.mjs";
import { recheck } from "./recheck.mjs";

/** @type {Record<string, string>} */
const OPERATORS = { "&&": "and", "||": "or" };

/** @param {any[]} tree @param {(name: string) => string} name @returns {string} */
function expression([operator, ...parts], name) {
  if (operator === "ref") return name(parts[0]);
  if (operator === "num") return parts[0];
  if (operator === "bool") return String(parts[0]);
  if (operator === "str") return `'${parts[0]}'`;
  if (operator === "present") return `${name(parts[0][1])} != null`;
  const [a, b] = parts.map((part) => expression(part, name));
  if (operator === "abs") return `abs(${a})`;
  if (operator === "neg") return `(-${a})`;
  return `(${a} ${OPERATORS[operator] ?? operator} ${b})`;
}

/** @param {import("../workload.mjs").Workload} workload @param {{ asset: (name: string) => Promise<BufferSource> }} env */
export async function make(workload, { asset }) {
  await init({ module_or_path: await asset("zen_engine_wasm_bg.wasm") });
  const computed = new Map(workload.metrics.map((metric) => [metric.id, metric]));
  const same = (/** @type {string} */ id) => id;
  // An expression sees no other, so a metric that another one needs is written out in it.
  const written = (/** @type {string} */ id) => (computed.has(id) ? metricOf(computed.get(id)) : id);
  const known = (/** @type {string} */ id) => `${id} != null`;

  /** @param {any} metric @param {string} [times] @returns {string} */
  function metricOf({ formula, places }, times = "") {
    const needs = [...operands(formula).map((id) => `${written(id)} != null`), ...divisors(formula).map((id) => `${written(id)} != 0`)];
    return `(${needs.join(" and ")} ? round(${expression(formula, written)}, ${places})${times} : null)`;
  }

  // This build hands numbers out as whole numbers, so that hundredths are asked for.
  const metrics = `[${workload.metrics.map((metric) => metricOf(metric, " * 100")).join(", ")}]`;
  const rules = workload.rules.map(({ when, assert }) => {
    const needs = [...operands(assert), ...(when ? operands(when) : [])].map(known);
    const judged = [...needs, ...(when ? [expression(when, same)] : [])].join(" and ");
    return `(${judged} ? not(${expression(assert, same)}) : false)`;
  });
  const broken = `[${rules.join(", ")}]`;
  const types = workload.fields.map(({ id, type }) => ({ id, type: type === "enum" ? "string" : type }));

  const check = (/** @type {any} */ record) => {
    /** @type {string[]} */
    const findings = [];
    checkFields(record, findings);
    /** @type {Record<string, any>} */
    const values = {};
    for (const { id, type } of types) values[id] = typeof record[id] === type && record[id] !== "" ? record[id] : null;
    const found = evaluate(metrics, values).map((/** @type {number | null} */ hundredths) =>
      hundredths === null ? null : hundredths / 100,
    );
    workload.metrics.forEach(({ id }, i) => (values[id] = found[i]));
    evaluate(broken, values).forEach((/** @type {boolean} */ is, /** @type {number} */ i) => is && findings.push(workload.rules[i].id));
    return { metrics: found, findings };
  };
  return { check, open: recheck(workload, check) };
}

/** @param {string} text @param {any} values @returns {any} */
function evaluate(text, values) {
  const variable = new Variable(values);
  try {
    return variable.evaluateExpression(text);
  } finally {
    variable.free();
  }
}
