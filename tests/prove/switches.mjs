// Every mutant of a file beside its original, chosen by a number when the program runs: built once instead of a thousand times.

/** @typedef {{ line: number, column: number }} Place */
/** @typedef {{ start: Place, end: Place }} Range */
/**
 * @typedef {{ id: number, name: string, file: string, genre: string, replacement: string, span: Range, function?: { span: Range } }} Mutant
 *   as cargo-mutants lists it; id: ours
 */
/**
 * @typedef {{ from: number, to: number, choices: { id: number, text: string }[] }} Edit
 *   choices stand for the text between; where there is none, they are put in
 */
/** @typedef {{ text: string, regions: { id: number, from: number, to: number }[] }} Switched regions: where each mutant lies in the text */

const MARK = /\u0001(\d+)\u0002|\u0003/g;

/**
 * @param {string} text of the file
 * @param {string[][]} operands the lines of `operands` about it, in words
 * @param {Mutant[]} mutants of this file
 * @param {Set<string>} constants functions that must stay `const`, whose mutants can't be chosen at run time
 * @returns {Switched}
 */
export function switched(text, operands, mutants, constants) {
  const at = placer(text);
  const found = finder(operands, at);
  /** @type {Map<string, Edit>} */
  const edits = new Map();
  const add = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ id, /** @type {string} */ choice) => {
    const key = `${from} ${to}`;
    const edit = edits.get(key) ?? { from, to, choices: [] };
    edit.choices.push({ id, text: choice });
    edits.set(key, edit);
  };
  const fixed = found.constants.filter(({ name }) => constants.has(name));
  for (const mutant of mutants) {
    const from = at(mutant.span.start);
    const to = at(mutant.span.end);
    if (!fixed.some((one) => one.from <= from && to <= one.to)) place(mutant, from, to, text, found, add);
  }
  const free = found.constants.filter(({ name }) => !constants.has(name)).map(({ from }) => from);
  return unmarked(render(text, 0, text.length, ordered(edits), new Set(free)));
}

/**
 * @param {Mutant} mutant
 * @param {number} from
 * @param {number} to
 * @param {string} text
 * @param {ReturnType<typeof finder>} found
 * @param {(from: number, to: number, id: number, choice: string) => void} add
 */
function place({ id, genre, replacement }, from, to, text, found, add) {
  const operation = found.operations.get(from);
  const arm = found.arms.get(from);
  if (genre === "FnValue") add(from, from, id, `if crate::mutant(${id}) { return ${replacement}; }\n`);
  if (genre === "BinaryOperator" && operation?.left) {
    const side = (/** @type {number[]} */ [start, end]) => text.slice(start, end);
    add(operation.from, operation.to, id, `${side(operation.left)} ${replacement} ${side(operation.right)}`);
  }
  if (genre === "UnaryOperator" && operation && !operation.left) add(operation.from, operation.to, id, text.slice(...operation.right));
  if (genre === "MatchArmGuard") add(from, to, id, replacement);
  if (genre === "MatchArm" && arm?.guard) add(arm.guard[0], arm.guard[1], id, "false");
  if (genre === "MatchArm" && arm && !arm.guard) add(arm.pattern, arm.pattern, id, ` if !crate::mutant(${id})`);
}

/** @param {string} text @returns {(place: Place) => number} */
function placer(text) {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return ({ line, column }) => {
    const start = starts[line - 1];
    const before = Array.from(text.slice(start, starts[line] ?? text.length)).slice(0, column - 1);
    return start + before.join("").length;
  };
}

/** @param {string[][]} lines @param {(place: Place) => number} at */
function finder(lines, at) {
  const place = (/** @type {string} */ word) => {
    const [line, column] = word.split(":").map(Number);
    return at({ line, column });
  };
  /** @type {Map<number, { from: number, to: number, left?: [number, number], right: [number, number] }>} */
  const operations = new Map();
  /** @type {Map<number, { pattern: number, guard?: [number, number] }>} */
  const arms = new Map();
  const constants = [];
  for (const [kind, ...words] of lines) {
    if (kind === "const") constants.push({ from: place(words[0]), to: place(words[1]), name: words[2] });
    const [first, from, to, ...rest] = kind === "const" ? [] : words.map(place);
    if (kind === "binary") operations.set(first, { from, to, left: [rest[0], rest[1]], right: [rest[2], rest[3]] });
    if (kind === "unary") operations.set(first, { from, to, right: [rest[0], rest[1]] });
    if (kind === "arm") arms.set(first, { pattern: from, guard: to === undefined ? undefined : [to, rest[0]] });
  }
  return { operations, arms, constants };
}

/** Outer before inner, and what is put in before what stands there. @param {Map<string, Edit>} edits */
function ordered(edits) {
  const isPutIn = (/** @type {Edit} */ { from, to }) => Number(from === to);
  return [...edits.values()].sort((a, b) => a.from - b.from || isPutIn(b) - isPutIn(a) || b.to - a.to);
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Edit[]} edits between these places, ordered
 * @param {Set<number>} free where a `const ` is left out
 * @returns {string} with marks round every mutant
 */
function render(text, from, to, edits, free) {
  let result = "";
  let here = from;
  const plain = (/** @type {number} */ until) => {
    for (; here < until; here += 1) {
      if (free.has(here)) here += "const ".length;
      result += text[here];
    }
  };
  for (let next = 0; next < edits.length; next += 1) {
    const edit = edits[next];
    plain(edit.from);
    const inner = edits.slice(next + 1).filter((one) => one.from >= edit.from && one.to <= edit.to && edit.from < edit.to);
    next += inner.length;
    result += edit.from === edit.to ? edit.choices.map(marked).join("") : chosen(edit, render(text, edit.from, edit.to, inner, free));
    here = edit.to;
  }
  plain(to);
  return result;
}

/** @param {{ id: number, text: string }} choice */
const marked = ({ id, text }) => `\u0001${id}\u0002${text}\u0003`;

/** @param {Edit} edit @param {string} original */
function chosen({ choices }, original) {
  const branches = choices.map(({ id, text }) => marked({ id, text: `if crate::mutant(${id}) { (${text}) } else ` }));
  return `(${branches.join("")}{ (${original}) })`;
}

/** @param {string} text @returns {Switched} */
function unmarked(text) {
  const regions = [];
  const open = [];
  let clean = "";
  let here = 0;
  for (const match of text.matchAll(MARK)) {
    clean += text.slice(here, match.index);
    here = match.index + match[0].length;
    if (match[1]) open.push({ id: Number(match[1]), from: clean.length });
    else regions.push({ .../** @type {{ id: number, from: number }} */ (open.pop()), to: clean.length });
  }
  return { text: clean + text.slice(here), regions };
}
