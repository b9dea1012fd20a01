// The code that Ajv writes for the workload's fields.

/** @param {import("./workload.mjs").Field} field */
function schemaOf(field) {
  const { required, values, pattern, minLength, maxLength, min, max } = field;
  const or = (/** @type {string} */ type) => (required ? type : [type, "null"]);
  if (field.type === "boolean") return { type: or("boolean") };
  if (field.type === "enum") return { type: or("string"), enum: values };
  if (field.type === "string") return { type: or("string"), minLength, maxLength, pattern };
  return { type: or("number"), minimum: min, maximum: max, multipleOf: Number(`1e-${field.decimals}`) };
}

/**
 * @param {import("./workload.mjs").Workload} workload
 * @param {(name: string) => any} require finds the installed library
 */
export function ajvSource({ fields }, require) {
  const Ajv = require("ajv").default;
  const standalone = require("ajv/dist/standalone").default;
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    multipleOfPrecision: 6,
    code: { source: true, esm: true },
  });
  // JSON takes what is undefined out again.
  const properties = JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field) => [field.id, schemaOf(field)]))));
  return standalone(
    ajv,
    ajv.compile({ type: "object", properties, required: fields.filter(({ required }) => required).map(({ id }) => id) }),
  );
}
