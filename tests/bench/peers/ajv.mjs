// Ajv standalone: the schema is compiled to code ahead of time. It knows nothing of sums, so metrics and rules are written by hand.
import validate from "generated:ajv";
import { checkRules } from "generated:plain";
import { firstOfEach, wrongType } from "./first.mjs";
import { recheck } from "./recheck.mjs";

/** @type {Record<string, string>} */
const CODES = {
  multipleOf: "decimals",
  minimum: "min",
  maximum: "max",
  minLength: "length",
  maxLength: "length",
  pattern: "pattern",
  enum: "choice",
};

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  const types = new Map(workload.fields.map(({ id, type }) => [id, type]));
  const check = (/** @type {any} */ record) => {
    /** @type {string[]} */
    const findings = [];
    if (!validate(record)) firstOfEach(validate.errors.map((/** @type {any} */ error) => fault(error, record)), findings);
    return { metrics: checkRules(record, findings), findings };
  };
  return { check, open: recheck(workload, check) };

  /** @param {{ keyword: string, instancePath: string }} error @param {any} record */
  function fault({ keyword, instancePath }, record) {
    const field = instancePath.slice(1);
    const value = record[field];
    const blank = value === null || value === "";
    return { field, code: keyword === "type" || blank ? wrongType(types.get(field) ?? "", value) : CODES[keyword] };
  }
}
