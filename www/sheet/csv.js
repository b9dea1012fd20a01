// The check sheet as a table: RFC 4180, with a mark that Excel knows UTF-8 by.

import { fold } from "../list.js";

/** @typedef {ReturnType<typeof import("./content.js").contentOf>} Content */
/** @typedef {import("./text.js").Words} Words */

const FIGURE = /^-?\d+(\.\d+)?$/;
/** What a spreadsheet would run, in either width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠|%]/;
/** What a spreadsheet would take for a number and cut: codes with a zero in front or too many digits. */
const CODE = /^(0\d+|\d{12,})$/;

/** @param {Content} content @param {Words} text */
export function csvOf(content, text) {
  return `\ufeff${rowsOf(content, text).map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const KEYS = /** @type {const} */ (["part", "id", "name", "value", "unit", "last", "typed", "content", "detail", "status", "reason"]);

/** @param {string} type @param {Partial<Record<typeof KEYS[number], string>>} some @returns {string[]} in the order of the columns */
function row(type, some) {
  return [type].concat(KEYS.map((key) => some[key] || ""));
}

/** @param {Content} content @param {Words} text @returns {string[][]} */
function rowsOf(content, text) {
  const { title, about, outcome, counts } = content;
  const said = [[text.sheet, title], ...about, [text.outcome, `${outcome} ${counts}`]];
  return [text.columns].concat(
    said.map(([name, told]) => row(text.rows.about, { name, content: words(told) })),
    checkRows(content, text),
    figureRows(content, text),
    metricRows(content, text),
  );
}

/** @param {Content} content @param {Words} text */
function checkRows({ checks, blanks }, text) {
  const rows = checks.map(({ finding: { severity, id, message, detail = "" }, status, mark, reason }) => row(text.rows.finding, {
    part: text.severity[severity], id, content: words(message), detail: words(detail), status: mark === "" ? status : status + text.semicolon + mark, reason: words(reason),
  }));
  const { mandatory } = text.severity;
  return rows.concat(blanks.map((label) => row(text.rows.finding, { part: mandatory, name: words(label), status: text.blank })));
}

/** @param {Content} content @param {Words} text */
function figureRows({ figures }, text) {
  return fold(figures, (/** @type {string[][]} */ all, { label, rows }) => all.concat(rows.map((one) => row(text.rows.figure, {
    part: words(label), id: one.id, name: words(one.label), value: one.isText ? words(one.shown) : one.value, unit: one.unit,
    last: words(one.last.replace(/,/g, "")), typed: words(one.typed), content: words(one.note),
  }))), []);
}

/** @param {Content} content @param {Words} text */
function metricRows({ metrics }, text) {
  return fold(metrics, (/** @type {string[][]} */ all, { label, rows }) => all.concat(rows.map((one) => row(text.rows.metric, {
    part: words(label), id: one.id, name: words(one.label), value: one.value, unit: one.unit, last: words(one.last),
    content: words(one.note), detail: one.change === "" ? "" : text.change + text.colon + one.change,
  }))), []);
}

/** Words of a person or a pack stay words. @param {string} said */
function words(said) {
  return (FORMULA.test(said) && !FIGURE.test(said)) || CODE.test(said) ? `'${said}` : said;
}

/** @param {string} said */
function cell(said) {
  return /[",\r\n]/.test(said) ? `"${said.replace(/"/g, '""')}"` : said;
}
