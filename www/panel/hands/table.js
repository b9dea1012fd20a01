// What a sheet puts on the clipboard, as rows of cells.

import { list } from "../../list.js";

/** A cell's text; null where a merged cell covers it. @typedef {string | null} Cell */

/**
 * @param {string} text cells between tabs, as Excel and WPS write them
 * @param {string} html the same table, which alone tells of merged cells
 * @returns {Cell[][]} all rows of the same length
 */
export function tableOf(text, html) {
  const rows = rowsOf(text);
  const width = rows.map(({ length }) => length).sort((a, b) => b - a)[0];
  const covered = coveredIn(html, rows.length, width);
  return rows.map((row, r) => {
    while (row.length < width) row.push("");
    return row.map((cell, c) => (covered[r] && covered[r][c] ? null : cell.trim()));
  });
}

/** One line end after the last row belongs to it. @param {string} text @returns {string[][]} */
export function rowsOf(text) {
  const all = text.replace(/\r\n?$|\n$/, "");
  /** @type {string[][]} */
  const rows = [[]];
  for (let at = 0, mark = "\t"; mark !== ""; ) {
    const { cell, next } = quotedAt(all, at) || plainAt(all, at);
    rows[rows.length - 1].push(cell);
    mark = all.charAt(next);
    at = next + (mark === "\r" && all.charAt(next + 1) === "\n" ? 2 : 1);
    if (mark === "\r" || mark === "\n") rows.push([]);
  }
  return rows;
}

/** A cell with line ends inside stands in quotes. @param {string} text @param {number} at */
function quotedAt(text, at) {
  if (text.charAt(at) !== '"') return null;
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  if (end < 0 || !isMark(text.charAt(end + 1))) return null;
  return { cell: text.slice(at + 1, end).replace(/""/g, '"'), next: end + 1 };
}

/** @param {string} text @param {number} at */
function plainAt(text, at) {
  let next = at;
  while (!isMark(text.charAt(next))) next += 1;
  return { cell: text.slice(at, next), next };
}

/** @param {string} letter */
function isMark(letter) {
  return letter === "" || letter === "\t" || letter === "\r" || letter === "\n";
}

/** Which cells lie under a merged one; none where the two tellings of the table differ. @param {string} html @param {number} height @param {number} width @returns {boolean[][]} */
function coveredIn(html, height, width) {
  if (!/(row|col)span/i.test(html)) return [];
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  /** @type {boolean[][]} */
  const covered = [];
  const rows = table ? list(table.rows) : [];
  if (rows.length !== height) return [];
  rows.forEach(() => covered.push([]));
  rows.forEach((row, r) => list(row.cells).forEach((cell) => lay(covered, r, cell, width)));
  return covered.every((row) => row.length === width) ? covered : [];
}

/** @param {boolean[][]} covered @param {number} r @param {HTMLTableCellElement} cell @param {number} width */
function lay(covered, r, { rowSpan, colSpan }, width) {
  let c = 0;
  while (covered[r][c] !== undefined) c += 1;
  for (let down = 0; down < rowSpan && r + down < covered.length; down += 1) {
    for (let right = 0; right < colSpan && c + right < width; right += 1) covered[r + down][c + right] = down > 0 || right > 0;
  }
}

/** Columns as rows. @param {Cell[][]} table @returns {Cell[][]} */
export function turned(table) {
  return table[0].map((_, c) => table.map((row) => row[c]));
}
