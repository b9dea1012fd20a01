// Exact with decimal.js: formulas as closures over decimals, whole re-check.
import Decimal from "decimal.js";
import { checkFields } from "generated:plain";
import { divisors, operands } from "../trees.mjs";
import { recheck } from "./recheck.mjs";

/** @param {Decimal | null} value @param {number} places */
export const textOf = (value, places) => (value === null ? "" : value.isZero() ? value.abs().toFixed(places) : value.toFixed(places));

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
/** @type {Record<string, (a: any, b: any) => any>} */
const OPERATORS = {
  "+": (a, b) => a.plus(b), "-": (a, b) => a.minus(b), "*": (a, b) => a.times(b), "/": (a, b) => a.div(b),
  "<": (a, b) => a.lt(b), "<=": (a, b) => a.lte(b), ">": (a, b) => a.gt(b), ">=": (a, b) => a.gte(b),
  "&&": (a, b) => a && b, "||": (a, b) => a || b, abs: (a) => a.abs(), neg: (a) => a.neg(), present: (a) => a !== null,
  "==": (a, b) => (a instanceof Exact ? a.eq(b) : a === b),
};

/** @param {any[]} tree @returns {(s: any) => any} */
function compile([operator, ...parts]) {
  const [first] = parts;
  if (operator === "ref") return (s) => s[first];
  if (operator === "num") return constant(new Exact(first));
  if (operator === "str" || operator === "bool") return constant(first);
  const [a, b] = parts.map(compile);
  const apply = OPERATORS[operator];
  return b ? (s) => apply(a(s), b(s)) : (s) => apply(a(s), undefined);
}

const constant = (/** @type {any} */ value) => () => value;

const same = (/** @type {Decimal | null} */ a, /** @type {Decimal | null} */ b) => (a === null || b === null ? a === b : a.eq(b));

/** @param {string} type @returns {(value: any) => any} */
function reader(type) {
  if (type === "number") return (value) => (typeof value === "number" && Number.isFinite(value) ? new Exact(value) : null);
  const kind = type === "boolean" ? "boolean" : "string";
  return (value) => (typeof value === kind && value !== "" ? value : null);
}

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  const used = new Set(JSON.stringify([workload.metrics, workload.rules]).match(/(?<=\["ref",")\w+/g));
  const fields = workload.fields.filter(({ id }) => used.has(id)).map(({ id, type }) => ({ id, usable: reader(type) }));
  const metrics = workload.metrics.map(({ id, places, formula }) => ({
    id,
    places,
    of: compile(formula),
    needs: operands(formula),
    by: divisors(formula),
  }));
  const rules = workload.rules.map(({ id, when, assert }) => ({
    id, needs: [...operands(assert), ...(when ? operands(when) : [])], when: when ? compile(when) : constant(true), holds: compile(assert),
  }));

  const check = (/** @type {any} */ record) => {
    /** @type {string[]} */
    const findings = [];
    checkFields(record, findings);
    /** @type {Record<string, any>} */
    const s = {};
    for (const { id, usable } of fields) s[id] = usable(record[id]);
    for (const { id, places, of, needs, by } of metrics) {
      const known = needs.every((name) => s[name] !== null) && by.every((name) => !s[name].isZero());
      s[id] = known ? of(s).toDecimalPlaces(places) : null;
    }
    for (const { id, needs, when, holds } of rules) {
      if (needs.every((name) => s[name] !== null) && when(s) && !holds(s)) findings.push(id);
    }
    return { metrics: metrics.map(({ id }) => s[id]), findings };
  };
  return { check, open: recheck(workload, check, { same }) };
}
