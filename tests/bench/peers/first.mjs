// A library reports every fault of a field; the workload asks for the first of these.

const ORDER = ["required", "not-a-number", "decimals", "min", "max", "length", "pattern", "choice"];

/**
 * @param {{ field: string, code: string }[]} faults
 * @param {string[]} findings to which one id for each field is added
 */
export function firstOfEach(faults, findings) {
  if (faults.length === 0) return;
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { field, code } of faults) {
    const other = found.get(field);
    if (!other || ORDER.indexOf(code) < ORDER.indexOf(other)) found.set(field, code);
  }
  found.forEach((code, field) => findings.push(`${field}:${code}`));
}

/** What the wrong type of value is called. @param {string} type of the field @param {unknown} value */
export function wrongType(type, value) {
  if (value === null || value === undefined || value === "") return "required";
  return type === "number" ? "not-a-number" : "choice";
}
