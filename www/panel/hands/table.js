// What a sheet puts on the clipboard, as rows of cells.

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

/** What was marked lies between these; Excel writes a row of its own behind them. */
const FRAGMENT = /<!--StartFragment-->([^]*?)<!--EndFragment-->/i;

/** Which cells lie under a merged one; none where the two tellings of the table differ. @param {string} html @param {number} height @param {number} width @returns {boolean[][]} */
function coveredIn(html, height, width) {
  const [, inner] = FRAGMENT.exec(html) || ["", html];
  // Read as text, never as a page: some policies let no script make one of it.
  const tags = /(row|col)span/i.test(inner) ? inner.match(/<(tr|td|th)\b[^>]*>/gi) || [] : [];
  /** @type {boolean[][]} */
  const covered = [];
  for (let r = 0; r < height; r += 1) covered.push([]);
  let row = -1;
  tags.forEach((tag) => {
    if (/^<tr/i.test(tag)) row += 1;
    else if (covered[row]) lay(covered, row, spanOf(tag, "row"), spanOf(tag, "col"), width);
  });
  return row + 1 === height && covered.every((cells) => cells.length === width) ? covered : [];
}

/** @param {string} tag @param {string} way */
function spanOf(tag, way) {
  const [, span] = new RegExp(`${way}span\\s*=\\s*["']?(\\d+)`, "i").exec(tag) || ["", "1"];
  return Number(span);
}

/** @param {boolean[][]} covered @param {number} r @param {number} tall @param {number} wide @param {number} width */
function lay(covered, r, tall, wide, width) {
  let c = 0;
  while (covered[r][c] !== undefined) c += 1;
  for (let down = 0; down < tall && r + down < covered.length; down += 1) {
    for (let right = 0; right < wide && c + right < width; right += 1) covered[r + down][c + right] = down > 0 || right > 0;
  }
}

/** Columns as rows. @param {Cell[][]} table @returns {Cell[][]} */
export function turned(table) {
  return table[0].map((_, c) => table.map((row) => row[c]));
}
