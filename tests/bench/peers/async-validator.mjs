// async-validator, which checks forms of Element and Ant Design: rules for each field; metrics and rules across fields by hand.
import library from "async-validator";
import { checkRules } from "generated:plain";
import { firstOfEach, wrongType } from "./first.mjs";
import { recheck } from "./recheck.mjs";

export const peer = { waits: true };

// The package is CommonJS, and bundlers differ in what its default import is.
const Schema = /** @type {any} */ (library).default ?? library;

/** Each rule's message is the code that it stands for. @param {any} field @returns {any[]} */
function rulesOf({ id, type, required, values, pattern, minLength, maxLength, min, max, decimals }) {
  const must = { required, message: "required" };
  if (type === "boolean") return [{ ...must, type: "boolean", message: "type" }];
  if (type === "enum") return [{ ...must, type: "enum", enum: values, message: "choice" }];
  if (pattern) return [{ ...must, type: "string", pattern: new RegExp(pattern), message: "pattern" }];
  if (type === "string") return [{ ...must, type: "string", min: minLength, max: maxLength, message: "length" }];
  const scale = 10 ** decimals;
  const fits = (/** @type {any} */ value) => typeof value !== "number" || Math.abs(value * scale - Math.round(value * scale)) < 1e-6;
  return [
    { ...must, type: "number", message: "type" },
    { validator: (/** @type {any} */ _, /** @type {any} */ value) => fits(value), message: "decimals", field: id },
    { type: "number", min, message: "min" },
    { type: "number", max, message: "max" },
  ];
}

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  Schema.warning = () => {};
  const schema = new Schema(Object.fromEntries(workload.fields.map((field) => [field.id, rulesOf(field)])));
  const types = new Map(workload.fields.map(({ id, type }) => [id, type]));
  const check = async (/** @type {any} */ record) => {
    /** @type {string[]} */
    const findings = [];
    const errors = await schema.validate(record).then(() => [], (/** @type {any} */ refused) => refused.errors);
    firstOfEach(errors.map((/** @type {any} */ error) => fault(error, record)), findings);
    return { metrics: checkRules(record, findings), findings };
  };
  return { check, open: recheck(workload, check, { waits: true }) };

  /** @param {{ field: string, message: string }} error @param {any} record */
  function fault({ field, message }, record) {
    const [value, type] = [record[field], types.get(field) ?? ""];
    const byType = value === null || value === "" || message === "type" || (type === "number" && typeof value !== "number");
    return { field, code: byType ? wrongType(type, value) : message };
  }
}
