// The check sheet as it is seen and printed.

import { fill, make } from "../panel/dom.js";

/** @typedef {ReturnType<typeof import("./content.js").contentOf>} Content */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {{ name: string, width: string, look?: string }} Column */
/** @template T @typedef {import("./content.js").Part<T>} Part */

/** @param {Content} content @param {Words} text */
export function paperOf(content, text) {
  const paper = make("main", "sheet-paper");
  fill(paper, make("h1", "sheet-title", content.title), make("p", "sheet-under", text.sheet));
  content.about.forEach(([name, said]) => paper.appendChild(make("p", "sheet-line", name + text.colon + said)));
  const outcome = fill(make("div", "sheet-outcome"), make("p", "sheet-strong", text.outcome + text.colon + content.outcome), make("p", "sheet-line", content.counts));
  fill(paper, outcome, make("p", "sheet-small", text.asOf));
  fill(paper, make("h2", "sheet-part", text.findings), ...checks(content, text));
  fill(paper, make("h2", "sheet-part", text.figures), figures(content, text));
  if (content.metrics.length > 0) fill(paper, make("h2", "sheet-part", text.metrics), metrics(content, text));
  return fill(paper, signatures(text));
}

/** @param {Content} content @param {Words} text @returns {HTMLElement[]} */
function checks({ checks: some, blanks }, text) {
  const none = some.length + blanks.length === 0 ? [make("p", "sheet-line", text.nothing)] : [];
  const missing = blanks.length > 0 ? [make("p", "sheet-line", text.toFill(String(blanks.length)) + blanks.join(text.comma) + text.stop)] : [];
  if (some.length === 0) return none.concat(missing);
  /** @type {Column[]} */
  const columns = [
    { name: text.number, width: "7%", look: " middle" }, { name: text.kind, width: "10%", look: " middle" },
    { name: text.message, width: "55%" }, { name: text.state, width: "28%" },
  ];
  const rows = some.map(({ number, finding, status, mark, reason }) => {
    const message = fill(make("span", ""), make("span", "", finding.message));
    if (finding.detail) message.appendChild(make("span", "sheet-detail", finding.detail));
    const state = fill(make("span", ""), make("span", "sheet-strong", status));
    [mark, reason].filter((said) => said !== "").forEach((said) => state.appendChild(make("span", "sheet-detail", said)));
    return row(columns, [number, text.severity[finding.severity], message, state]);
  });
  return [table(columns, [fill(make("tbody", ""), ...rows)])].concat(missing);
}

/** @param {Content} content @param {Words} text */
function figures({ figures: some }, text) {
  return sectioned(some, [
    { name: text.label, width: "38%", said: ({ label }) => label },
    { name: text.value, width: "17%", look: " figure", said: ({ shown }) => shown },
    { name: text.unit, width: "9%", look: " middle", said: ({ unit }) => unit },
    { name: text.last, width: "14%", look: " figure", said: ({ last }) => last },
    { name: text.note, width: "22%", said: ({ note }) => note },
  ]);
}

/** @param {Content} content @param {Words} text */
function metrics({ metrics: some }, text) {
  return sectioned(some, [
    { name: text.label, width: "40%", said: ({ label }) => label },
    { name: text.value, width: "18%", look: " figure", said: ({ shown }) => shown },
    { name: text.last, width: "14%", look: " figure", said: ({ last }) => last },
    { name: text.change, width: "14%", look: " figure", said: ({ change }) => change },
    { name: text.note, width: "20%", said: ({ note }) => note },
  ]);
}

/** A column in which nothing stands is left out. @template T @param {Part<T>[]} some @param {(Column & { said: (one: T) => string })[]} all */
function sectioned(some, all) {
  const columns = all.filter(({ said }) => some.some(({ rows }) => rows.some((one) => said(one) !== "")));
  return table(columns, some.map(({ label, rows }) => {
    const body = make("tbody", "");
    if (label !== "") body.appendChild(lead(label, columns.length));
    return fill(body, ...rows.map((one) => row(columns, columns.map(({ said }) => said(one)))));
  }));
}

/** @param {string} label @param {number} width */
function lead(label, width) {
  const cell = /** @type {HTMLTableCellElement} */ (make("th", "sheet-section", label));
  cell.colSpan = width;
  cell.scope = "rowgroup";
  return fill(make("tr", "sheet-lead"), cell);
}

/** The head is said again on each page: that is what a head of a table does. @param {Column[]} columns @param {HTMLElement[]} bodies */
function table(columns, bodies) {
  const heads = columns.map(({ name, width }) => {
    const head = /** @type {HTMLTableCellElement} */ (make("th", "sheet-head", name));
    head.scope = "col";
    head.style.setProperty("width", width);
    return head;
  });
  return fill(make("table", "sheet-table"), fill(make("thead", ""), fill(make("tr", "sheet-row"), ...heads)), ...bodies);
}

/** @param {Column[]} columns @param {(string | HTMLElement)[]} cells */
function row(columns, cells) {
  return fill(make("tr", "sheet-row"), ...cells.map((cell, i) => {
    const { look = "" } = columns[i];
    return typeof cell === "string" ? make("td", `sheet-cell${look}`, cell) : fill(make("td", `sheet-cell${look}`), cell);
  }));
}

/** @param {Words} text */
function signatures(text) {
  const signs = text.signatures.map((name) => fill(make("div", "sheet-sign"), make("span", "", name + text.colon), make("span", "sheet-rule")));
  return fill(make("div", "sheet-signs"), ...signs);
}
