// The workload and its data as the peers see them: plain values, one object a record.

/**
 * @typedef {"number" | "string" | "enum" | "boolean"} Type
 * @typedef {{ id: string, type: Type, required?: boolean, decimals?: number, min?: number, max?: number,
 *   minLength?: number, maxLength?: number, pattern?: string, values?: string[] }} Field
 * @typedef {any[]} Tree an operator and its operands, such as ["<=", ["ref", "a"], ["num", "1"]]
 * @typedef {{ id: string, places: number, formula: Tree }} Metric
 * @typedef {{ id: string, when?: Tree, assert: Tree }} Rule
 * @typedef {{ fields: Field[], metrics: Metric[], rules: Rule[] }} Workload
 * @typedef {number | string | boolean | null} Value
 * @typedef {{ metrics: any[], findings: string[] }} Outcome metrics in order, null for none; ids of findings
 * @typedef {{ metrics: any[], opened: string[], closed: string[] }} Changes
 * @typedef {{ typed: string[], metrics: string[], findings: string[] }} Expected a record as typed and what is to come of it, "" for none
 */

/** The lines of a file, each as its cells; no cell has a comma in it. @param {string} text */
const rows = (text) => text.trimEnd().split("\n").map((line) => line.split(","));
const words = (/** @type {string} */ text) => text.split(" ").filter(Boolean);

/**
 * @param {string} typed
 * @param {string} expected
 * @returns {Expected[]}
 */
export function recordsOf(typed, expected) {
  const [, ...records] = rows(typed);
  const [, ...outcomes] = rows(expected);
  return records.map((record, i) => ({
    typed: record,
    metrics: outcomes[i].slice(0, -1),
    findings: words(outcomes[i][outcomes[i].length - 1]),
  }));
}

/**
 * @param {string} text
 * @param {Workload} workload
 */
export function editsOf(text, workload) {
  const [, ...edits] = rows(text);
  return edits.map(([id, typed, metrics, opened, closed]) => ({
    field: workload.fields.findIndex((field) => field.id === id),
    id,
    typed,
    metrics: words(metrics).map((word) => /** @type {[string, string]} */ (word.split("="))),
    opened: words(opened),
    closed: words(closed),
  }));
}

/** What a peer makes of one typed text, which is as little as can be. @param {Field} field @param {string} typed @returns {Value} */
export function read(field, typed) {
  if (typed === "") return null;
  if (field.type === "boolean") return typed === "true" ? true : typed === "false" ? false : typed;
  if (field.type !== "number") return typed;
  const value = Number(typed);
  return Number.isNaN(value) ? typed : value;
}

/** @param {Workload} workload @param {string[]} typed @returns {Record<string, Value>} */
export function recordOf(workload, typed) {
  /** @type {Record<string, Value>} */
  const record = {};
  workload.fields.forEach((field, i) => (record[field.id] = read(field, typed[i])));
  return record;
}
