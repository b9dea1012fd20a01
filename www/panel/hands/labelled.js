// A block with the labels of fields in it: every label names the field that its value belongs to.

import { isBlank, isFigure, isNow, isUnit } from "./cells.js";

/** @typedef {import("./table.js").Cell} Cell */
/** @typedef {{ label: string, fields: string[], text: string }} Named  fields: none, one, or several that are called so */
/** @typedef {{ r: number, c: number, fields: string[], end: number }} Spot  end: where the values of this label's column end */
/** @typedef {{ score: number, ways: { heading: string, place: number }[], first: number, read(way: number): Named[] }} Labelled */

/**
 * @param {Cell[][]} table labels left of their values; turned, where they stand above
 * @param {(cell: Cell) => string[]} name
 * @returns {Labelled}
 */
export function labelled(table, name) {
  const spots = spotsOf(table, name);
  const far = Math.max(0, ...spots.map(({ c, end }) => end - c - 1));
  /** @type {number[]} */
  const steps = [];
  for (let step = 1; step <= far; step += 1) if (valuesAt(table, spots, step).some((cell) => !isBlank(cell) && !isUnit(cell))) steps.push(step);
  const ways = steps.map((step) => ({ heading: headingAt(table, spots[0], step), place: spots[0].c + step }));
  return {
    score: steps.length === 0 ? 0 : spots.filter((spot) => steps.some((step) => isValue(table, spot, step))).length,
    ways,
    first: usual(ways.map(({ heading }) => heading), steps.map((step) => valuesAt(table, spots, step))),
    read: (way) => named(table, spots, steps[way], name),
  };
}

/** Of several lines of values: this year's, else the first that are figures. @param {string[]} headings @param {Cell[][]} lines */
export function usual(headings, lines) {
  const now = headings.findIndex(isNow);
  const figures = lines.findIndex((line) => {
    const some = line.filter((cell) => !isBlank(cell));
    return some.length > 0 && some.filter((cell) => isFigure(cell) && !isUnit(cell)).length * 2 >= some.length;
  });
  return Math.max(0, now >= 0 ? now : figures);
}

/** @param {Cell[][]} table @param {(cell: Cell) => string[]} name @returns {Spot[]} in reading order */
function spotsOf(table, name) {
  /** @type {Spot[]} */
  const spots = [];
  table.forEach((row, r) => row.forEach((cell, c) => {
    const fields = name(cell);
    if (fields.length > 0) spots.push({ r, c, fields, end: row.length });
  }));
  const columns = spots.map(({ c }) => c);
  return spots.map((spot) => Object.assign(spot, { end: Math.min(spot.end, ...columns.filter((c) => c > spot.c)) }));
}

/** @param {Cell[][]} table @param {Pick<Spot, "r" | "c" | "end">} spot @param {number} step */
function cellAt(table, { r, c, end }, step) {
  return c + step < end ? table[r][c + step] : null;
}

/** @param {Cell[][]} table @param {Spot[]} spots @param {number} step */
function valuesAt(table, spots, step) {
  return spots.map((spot) => cellAt(table, spot, step));
}

/** @param {Cell[][]} table @param {Spot} spot @param {number} step */
function isValue(table, spot, step) {
  const cell = cellAt(table, spot, step);
  return !isBlank(cell) && !isUnit(cell);
}

/** What stands over a column of values. @param {Cell[][]} table @param {Spot} first @param {number} step */
function headingAt(table, { r, c }, step) {
  const above = table.slice(0, r).map((row) => row[c + step]).filter((cell) => !isBlank(cell));
  return above.length > 0 ? /** @type {string} */ (above[above.length - 1]) : "";
}

/** @param {Cell[][]} table @param {Spot[]} spots @param {number} step @param {(cell: Cell) => string[]} name @returns {Named[]} */
function named(table, spots, step, name) {
  /** @type {Named[]} */
  const all = [];
  table.slice(spots[0].r).forEach((row, down) => row.forEach((cell, c) => {
    const { end } = spots.filter((spot) => spot.c === c)[0] || { end: 0 };
    if (end === 0 || isBlank(cell)) return;
    const text = cellAt(table, { r: spots[0].r + down, c, end }, step) || "";
    const fields = name(cell);
    // What is no label of ours counts where a figure stands beside it.
    if (fields.length > 0 || (!isFigure(cell) && !isUnit(cell) && isFigure(text))) all.push({ label: /** @type {string} */ (cell), fields, text });
  }));
  return all;
}
