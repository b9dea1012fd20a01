// json-logic-engine: metrics and rules as JSON Logic, compiled by the library. The fields' own checks are by hand.
import { LogicEngine } from "json-logic-engine";
import { checkFields } from "generated:plain";
import { divisors, operands } from "../trees.mjs";
import { recheck } from "./recheck.mjs";

const TEN = [1, 10, 100, 1000];
/** @type {Record<string, (args: any[]) => any>} */
const METHODS = {
  round: ([x, places]) => (x < 0 ? -Math.round(-x * TEN[places]) : Math.round(x * TEN[places])) / TEN[places],
  abs: ([x]) => Math.abs(x),
};
/** @type {Record<string, string>} */
const OPERATORS = { "==": "===", "&&": "and", "||": "or" };

/** @param {any[]} tree @returns {any} */
function logic([operator, ...parts]) {
  if (operator === "ref") return { var: parts[0] };
  if (operator === "num") return Number(parts[0]);
  if (operator === "str" || operator === "bool") return parts[0];
  if (operator === "neg") return { "-": [logic(parts[0])] };
  if (operator === "present") return known(parts[0][1]);
  return { [OPERATORS[operator] ?? operator]: parts.map(logic) };
}

const known = (/** @type {string} */ name) => ({ "!==": [{ var: name }, null] });

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  const engine = new LogicEngine();
  for (const [name, method] of Object.entries(METHODS)) engine.addMethod(name, method, { deterministic: true });
  const types = workload.fields.map(({ id, type }) => ({ id, type: type === "enum" ? "string" : type }));
  const metrics = workload.metrics.map(({ id, places, formula }) => ({
    id,
    of: engine.build(guarded(formula, { round: [logic(formula), places] })),
  }));
  const rules = workload.rules.map(({ id, when, assert }) => ({ id, broken: engine.build(brokenOf(when, assert)) }));

  const check = (/** @type {any} */ record) => {
    /** @type {string[]} */
    const findings = [];
    checkFields(record, findings);
    /** @type {Record<string, any>} */
    const values = {};
    for (const { id, type } of types) values[id] = typeof record[id] === type && record[id] !== "" ? record[id] : null;
    const computed = metrics.map(({ id, of }) => (values[id] = of(values)));
    for (const { id, broken } of rules) if (broken(values)) findings.push(id);
    return { metrics: computed, findings };
  };
  return { check, open: recheck(workload, check) };
}

/** @param {any[]} formula @param {any} then */
function guarded(formula, then) {
  const needs = [...operands(formula).map(known), ...divisors(formula).map((name) => ({ "!==": [{ var: name }, 0] }))];
  return { if: [{ and: needs }, then, null] };
}

/** @param {any[] | undefined} when @param {any[]} assert */
function brokenOf(when, assert) {
  const needs = [...operands(assert), ...(when ? operands(when) : [])].map(known);
  return { and: [...needs, ...(when ? [logic(when)] : []), { "!": [logic(assert)] }] };
}
