// Zod: a schema for the fields; metrics and rules, which go across fields, by hand after it.
import * as z from "zod";
import { checkRules } from "generated:plain";
import { firstOfEach, wrongType } from "./first.mjs";
import { recheck } from "./recheck.mjs";

/** @param {import("../workload.mjs").Field} field */
function schemaOf(field) {
  const schema = bare(field);
  return field.required ? schema : schema.nullable();
}

/** @param {any} field */
function bare({ type, values, pattern, minLength, maxLength, min, max, decimals }) {
  if (type === "boolean") return z.boolean();
  if (type === "enum") return z.enum(values);
  if (type === "number") return z.number().min(min).max(max).multipleOf(Number(`1e-${decimals}`));
  return pattern ? z.string().regex(new RegExp(pattern)) : z.string().min(minLength).max(maxLength);
}

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  const schema = z.object(Object.fromEntries(workload.fields.map((field) => [field.id, schemaOf(field)])));
  const types = new Map(workload.fields.map(({ id, type }) => [id, type]));
  const check = (/** @type {any} */ record) => {
    /** @type {string[]} */
    const findings = [];
    const { error } = schema.safeParse(record);
    if (error) firstOfEach(error.issues.map((issue) => fault(issue, record)), findings);
    return { metrics: checkRules(record, findings), findings };
  };
  return { check, open: recheck(workload, check) };

  /** @param {any} issue @param {any} record */
  function fault({ code, path }, record) {
    const type = types.get(path[0]) ?? "";
    return { field: path[0], code: codeOf(code, type, record[path[0]]) };
  }
}

/** @param {string} code @param {string} type @param {any} value */
function codeOf(code, type, value) {
  if (code === "invalid_type" || value === null || value === "") return wrongType(type, value);
  if (code === "not_multiple_of") return "decimals";
  if (code === "invalid_format") return "pattern";
  if (code === "invalid_value") return "choice";
  if (type === "string") return "length";
  return code === "too_small" ? "min" : "max";
}
