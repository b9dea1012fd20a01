// HyperFormula: figures, metrics and rules are cells of one sheet, which recomputes what an edit touches. The fields' own checks,
// which are no formulas, are by hand.
import { HyperFormula } from "hyperformula";
import { CHECKS } from "generated:incremental";
import { divisors, operands } from "../trees.mjs";
import { read } from "../workload.mjs";

/** @type {Record<string, string>} */
const OPERATORS = { "==": "=", "!=": "<>" };

/** @param {any[]} tree @param {(name: string) => string} cell @returns {string} */
function formula([operator, ...parts], cell) {
  if (operator === "ref") return cell(parts[0]);
  if (operator === "num") return parts[0];
  if (operator === "str") return JSON.stringify(parts[0]);
  if (operator === "bool") return parts[0] ? "TRUE()" : "FALSE()";
  if (operator === "present") return `ISNUMBER(${cell(parts[0][1])})`;
  const [a, b] = parts.map((part) => formula(part, cell));
  if (operator === "abs") return `ABS(${a})`;
  if (operator === "neg") return `(-${a})`;
  if (operator === "&&") return `AND(${a},${b})`;
  if (operator === "||") return `OR(${a},${b})`;
  return `(${a}${OPERATORS[operator] ?? operator}${b})`;
}

const KNOWN = { number: "ISNUMBER", boolean: "ISLOGICAL", enum: "ISTEXT", string: "ISTEXT" };

/** The sheet: values in column A, metrics in B, rules in C. @param {import("../workload.mjs").Workload} workload */
function layOut({ fields, metrics, rules }) {
  const text = JSON.stringify([metrics, rules]);
  const inputs = fields.filter(({ id }) => text.includes(`["ref","${id}"]`));
  const place =
    (/** @type {string} */ column) =>
    (/** @type {{ id: string }} */ { id }, /** @type {number} */ i) =>
      /** @type {[string, string]} */ ([id, `${column}${i + 1}`]);
  const cells = new Map([...inputs.map(place("A")), ...metrics.map(place("B"))]);
  const types = new Map(inputs.map(({ id, type }) => [id, type]));
  const cell = (/** @type {string} */ id) => cells.get(id) ?? "";
  const known = (/** @type {string} */ id) => `${KNOWN[types.get(id) ?? "number"]}(${cell(id)})`;
  const columns = [
    inputs.map(() => null),
    metrics.map(({ formula: tree, places }) => {
      const needs = [...operands(tree).map(known), ...divisors(tree).map((id) => `${cell(id)}<>0`)];
      return `=IF(AND(${needs.join(",")}),ROUND(${formula(tree, cell)},${places}),"")`;
    }),
    rules.map(({ when, assert }) => {
      const needs = [...(when ? operands(when) : []), ...operands(assert)].map(known);
      const failed = [...(when ? [formula(when, cell)] : []), `NOT(${formula(assert, cell)})`];
      return `=IF(AND(${needs.join(",") || "TRUE()"}),AND(${failed.join(",")}),FALSE())`;
    }),
  ];
  const height = Math.max(...columns.map((column) => column.length));
  return { inputs, sheet: Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null)) };
}

/**
 * @param {import("../workload.mjs").Workload} workload
 * @param {{ checks?: ((value: any) => string)[] }} [env] checks: of another workload's fields
 */
export function make(workload, { checks = CHECKS } = {}) {
  const { fields, metrics, rules } = workload;
  const { inputs, sheet } = layOut(workload);
  const rowOf = new Map(inputs.map(({ id }, row) => [id, row]));
  const build = () => HyperFormula.buildFromArray(sheet, { licenseKey: "gpl-v3" });
  /** @type {HyperFormula | undefined} */
  let shared;

  /** @param {HyperFormula} cells @param {any} record */
  const fill = (cells, record) => cells.setCellContents({ sheet: 0, row: 0, col: 0 }, inputs.map(({ id }) => [record[id]]));
  const column = (/** @type {HyperFormula} */ cells, /** @type {number} */ col, /** @type {number} */ length) =>
    cells.getRangeValues({ start: { sheet: 0, row: 0, col }, end: { sheet: 0, row: length - 1, col } }).map(([value]) => value);

  const check = (/** @type {any} */ record) => {
    const cells = (shared ??= build());
    fill(cells, record);
    const findings = fields.map(({ id }, i) => checks[i](record[id])).filter(Boolean);
    column(cells, 2, rules.length).forEach((broken, i) => broken === true && findings.push(rules[i].id));
    return { metrics: column(cells, 1, metrics.length).map((value) => (value === "" ? null : value)), findings };
  };

  /** @param {Record<string, any>} values */
  function open(values) {
    const cells = build();
    fill(cells, values);
    const codes = fields.map(({ id }, i) => checks[i](values[id]));
    return {
      edit: (/** @type {number} */ field, /** @type {string} */ typed) => edit(cells, codes, field, typed),
      free: () => cells.destroy(),
    };
  }

  /** @param {HyperFormula} cells @param {string[]} codes @param {number} field @param {string} typed */
  function edit(cells, codes, field, typed) {
    const changes = { metrics: /** @type {number[]} */ ([]), opened: /** @type {string[]} */ ([]), closed: /** @type {string[]} */ ([]) };
    const value = read(fields[field], typed);
    const code = checks[field](value);
    if (code !== codes[field]) {
      if (codes[field]) changes.closed.push(codes[field]);
      if (code) changes.opened.push(code);
      codes[field] = code;
    }
    const row = rowOf.get(fields[field].id);
    if (row === undefined) return changes;
    for (const change of /** @type {any[]} */ (cells.setCellContents({ sheet: 0, row, col: 0 }, value))) {
      if (change.col === 1) changes.metrics.push(change.row);
      if (change.col === 2) (change.newValue === true ? changes.opened : changes.closed).push(rules[change.row].id);
    }
    return changes;
  }

  return { check, open };
}
