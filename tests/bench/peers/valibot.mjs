// Valibot: a schema for the fields; metrics and rules, which go across fields, by hand after it.
import * as v from "valibot";
import { checkRules } from "generated:plain";
import { firstOfEach, wrongType } from "./first.mjs";
import { recheck } from "./recheck.mjs";

/** @type {Record<string, string>} */
const CODES = {
  check: "decimals",
  integer: "decimals",
  min_value: "min",
  max_value: "max",
  min_length: "length",
  max_length: "length",
  regex: "pattern",
  picklist: "choice",
};

/** @param {import("../workload.mjs").Field} field */
function schemaOf(field) {
  const schema = bare(field);
  return field.required ? schema : v.nullable(schema);
}

/** @param {any} field */
function bare({ type, values, pattern, minLength, maxLength, min, max, decimals }) {
  if (type === "boolean") return v.boolean();
  if (type === "enum") return v.picklist(values);
  if (type === "number") return v.pipe(v.number(), decimals ? v.check(fits(decimals)) : v.integer(), v.minValue(min), v.maxValue(max));
  return pattern ? v.pipe(v.string(), v.regex(new RegExp(pattern))) : v.pipe(v.string(), v.minLength(minLength), v.maxLength(maxLength));
}

/** @param {number} decimals @returns {(value: number) => boolean} */
function fits(decimals) {
  const scale = 10 ** decimals;
  return (value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-6;
}

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  const schema = v.object(Object.fromEntries(workload.fields.map((field) => [field.id, schemaOf(field)])));
  const types = new Map(workload.fields.map(({ id, type }) => [id, type]));
  const check = (/** @type {any} */ record) => {
    /** @type {string[]} */
    const findings = [];
    const { issues } = v.safeParse(schema, record);
    if (issues) firstOfEach(issues.map((issue) => fault(issue, record)), findings);
    return { metrics: checkRules(record, findings), findings };
  };
  return { check, open: recheck(workload, check) };

  /** @param {any} issue @param {any} record */
  function fault({ kind, type, path }, record) {
    const field = path[0].key;
    const value = record[field];
    const byType = value === null || value === "" || (kind === "schema" && type !== "picklist");
    return { field, code: byType ? wrongType(types.get(field) ?? "", value) : CODES[type] };
  }
}
