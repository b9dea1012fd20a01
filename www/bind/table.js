// Which cells stand to the left, to the right and above a cell, spans counted.

import { list } from "../list.js";

/** @typedef {HTMLTableCellElement} Cell */
/** @typedef {{ left: Cell[], right: Cell[], above: Cell[], alone: boolean }} Place  alone: in the only row that asks */

/** @type {WeakMap<HTMLTableElement, { stamp: number, made: { placeOf(cell: Cell): Place } }>} */
const made = new WeakMap();

/** @param {HTMLTableElement} table */
export function grid(table) {
  const stamp = table.rows.length;
  const known = made.get(table);
  if (known && known.stamp === stamp) return known.made;
  const rows = laidOut(table);
  const fresh = { placeOf: (/** @type {Cell} */ cell) => placeOf(rows, cell) };
  made.set(table, { stamp, made: fresh });
  return fresh;
}

/** @param {HTMLTableElement} table @returns {Cell[][]} */
function laidOut(table) {
  /** @type {Cell[][]} */
  const rows = list(table.rows).map(() => []);
  list(table.rows).forEach((row, y) => list(row.cells).forEach((cell) => put(rows, y, cell)));
  return rows;
}

/** @param {Cell[][]} rows @param {number} y @param {Cell} cell */
function put(rows, y, cell) {
  let x = 0;
  while (rows[y][x]) x += 1;
  const wide = Math.min(cell.colSpan, 100);
  const high = Math.min(cell.rowSpan || rows.length, rows.length - y);
  for (let dy = 0; dy < high; dy += 1) for (let dx = 0; dx < wide; dx += 1) rows[y + dy][x + dx] = cell;
}

/** @param {Cell[][]} rows @param {Cell} cell @returns {Place} */
function placeOf(rows, cell) {
  const y = rows.findIndex((row) => row.indexOf(cell) >= 0);
  const row = rows[y] || [];
  const x = row.indexOf(cell);
  const heads = headRows(rows).map((head) => head[x]);
  return {
    left: row.slice(0, Math.max(x, 0)).reverse(),
    right: row.slice(row.lastIndexOf(cell) + 1),
    alone: rows.filter((one) => one.some(asks)).length === 1,
    above: heads.indexOf(cell) >= 0 ? [] : heads.filter((head, i) => head && heads.indexOf(head) === i),
  };
}

// A header is what comes before the first row with an input; a line across the whole table is a title, not a header.
/** @param {Cell[][]} rows */
function headRows(rows) {
  const body = rows.findIndex((row) => !isTitle(row) && !isHead(row));
  return rows.slice(0, Math.max(body, 0)).filter((row) => !isTitle(row));
}

/** @param {Cell[]} row */
function isTitle(row) {
  return row.every((cell) => cell === row[0]) && !asks(row[0]);
}

const HEADING = /^(本|上)(年|期|月|季)|^(指标|项目|单位|计量单位|代码|序号|填报|数值|名称)/;

/** @param {Cell[]} row */
function isHead(row) {
  if (row.some(asks)) return false;
  const section = row[0] && row[0].parentElement && row[0].parentElement.parentElement;
  if (section && section.tagName === "THEAD") return true;
  return row.every((cell) => cell.tagName === "TH") || row.some((cell) => HEADING.test((cell.textContent || "").trim()));
}

/** @param {Cell} cell */
function asks(cell) {
  return !!cell && cell.querySelector("input,select,textarea") !== null;
}
