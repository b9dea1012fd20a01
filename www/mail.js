// What crosses the border to the engine at every keystroke: texts in as bytes, whole numbers and one text out. Nothing else is
// handed over, so a keystroke costs one call. The engine's side is src/door/packed.rs: both must agree to the word.

import { engine } from "./engine.js";
import { put } from "./record.js";

/** @typedef {import("./types/tianbao").Changes} Changes */
/** @typedef {import("./types/tianbao").Finding} Finding */
/** @typedef {import("./types/tianbao").Report} Report */
/** @typedef {{ textRoom(bytes: number): number }} Receiver */
/** What the numbers stand for. @typedef {{ fields: string[], metrics: string[], rules: { id: string, severity: Finding["severity"] }[], sections: string[], inputs: number[][], problems: string[], hints: number[], statuses: string[], reasons: string[] }} Names */

/** In the place of a field's problem: the finding is a rule's. */
const RULE = 15;

const encoder = typeof TextEncoder === "undefined" ? undefined : new TextEncoder();
/** @type {ArrayBuffer | null} */
let buffer = null;
let bytes = new Uint8Array(0);
let words = new Uint32Array(0);

/** The engine's memory moves when it grows, and another engine has another. */
function look() {
  const now = engine().memory().buffer;
  if (now === buffer) return;
  buffer = now;
  bytes = new Uint8Array(now);
  words = new Uint32Array(now);
}

/** Where a receiver takes texts and numbers. @typedef {{ textAt: number, textRoom: number, wordsAt: number, wordRoom: number }} Slot */

/** @returns {Slot} */
export function slot() {
  return { textAt: 0, textRoom: 0, wordsAt: 0, wordRoom: 0 };
}

/** @param {Receiver} inner @param {Slot} at @param {number} units */
function makeRoom(inner, at, units) {
  const most = units * 3;
  if (most > at.textRoom) {
    at.textAt = inner.textRoom(most * 2);
    at.textRoom = most * 2;
  }
}

/** Puts one text before the engine. @param {Receiver} inner @param {Slot} at @param {string} text @returns {number} its bytes */
export function putText(inner, at, text) {
  makeRoom(inner, at, text.length);
  look();
  return encode(text, at.textAt) - at.textAt;
}

/** Puts texts before the engine, each with the place of its field. @param {import("./engine.js").WasmSession} inner @param {Slot} at @param {number[]} places @param {string[]} texts */
export function putTexts(inner, at, places, texts) {
  let units = 0;
  for (let i = 0; i < texts.length; i++) units += texts[i].length;
  makeRoom(inner, at, units);
  if (places.length * 2 > at.wordRoom) {
    at.wordRoom = places.length * 4;
    at.wordsAt = inner.wordRoom(at.wordRoom) >>> 2;
  }
  look();
  let end = at.textAt;
  for (let i = 0; i < places.length; i++) {
    end = encode(texts[i], end);
    words[at.wordsAt + 2 * i] = places[i];
    words[at.wordsAt + 2 * i + 1] = end - at.textAt;
  }
}

/** So long a text is worth the call of the browser's own encoder, where it writes in place. */
const LONG = 200;

/** Writes UTF-8; what is half a character becomes the mark for that, as everywhere on the web. @param {string} text @param {number} at */
function encode(text, at) {
  if (text.length > LONG && encoder && encoder.encodeInto) return at + encoder.encodeInto(text, bytes.subarray(at)).written;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 ? text.charCodeAt(i + 1) : 0;
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + low - 0xdc00;
        i += 1;
      } else code = 0xfffd;
    }
    at = encodeLong(code, at);
  }
  return at;
}

/** @param {number} code @param {number} at */
function encodeLong(code, at) {
  const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  bytes[at++] = [0, 0xc0, 0xe0, 0xf0][more] | (code >> (6 * more));
  for (let left = more - 1; left >= 0; left--) bytes[at++] = 0x80 | ((code >> (6 * left)) & 0x3f);
  return at;
}

// What comes out is read from front to back; these say how far.
/** @type {ArrayLike<number>} */
let from = words;
let next = 0;
let text = "";
let cut = 0;

/** @param {number} at */
function begin(at) {
  look();
  from = words;
  next = (at >>> 2) + 3;
  text = from[next - 2] > 0 ? decode(from[next - 3], from[next - 2]) : "";
  cut = 0;
}

/** @type {TextDecoder | undefined} */
let decoder;

/** @param {number} at @param {number} length */
function decode(at, length) {
  const { textAt } = engine();
  if (textAt) return textAt(at, length);
  // A byte order mark at the front would be swallowed, and every piece behind it be cut one letter off.
  decoder = decoder || new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes.subarray(at, at + length));
}

function number() {
  return from[next++];
}

function piece() {
  const start = cut;
  cut += from[next++];
  return text.slice(start, cut);
}

/** A piece that may be missing: its length is one more than itself. */
function optional() {
  const length = from[next++];
  if (length === 0) return undefined;
  const start = cut;
  cut += length - 1;
  return text.slice(start, cut);
}

/** @template T @param {() => T} one @returns {T[]} */
function list(one) {
  const all = [];
  for (let left = number(); left > 0; left--) all.push(one());
  return all;
}

/** @param {string[]} names */
function named(names) {
  const all = [];
  for (let left = number(); left > 0; left--) all.push(names[number()]);
  return all;
}

/** @param {Names} names @param {number} key */
function findingId(names, key) {
  const place = key >>> 4;
  return (key & 15) === RULE ? names.rules[place].id : `${names.fields[place]}:${names.problems[key & 15]}`;
}

/** @param {Names} names @returns {Finding} */
function finding(names) {
  const key = number();
  const message = piece();
  const detail = optional();
  const reason = optional();
  const entry = optional();
  const candidates = list(piece);
  /** @type {any} */
  const told = head(names, key);
  if (entry !== undefined) told.entry = entry;
  if (candidates.length > 0) told.candidates = candidates;
  told.message = message;
  if (detail !== undefined) told.detail = detail;
  if (reason !== undefined) told.justified = { reason };
  return told;
}

/** @param {Names} names @param {number} key */
function head(names, key) {
  const place = key >>> 4;
  const what = key & 15;
  const id = findingId(names, key);
  if (what === RULE) {
    return { id, severity: names.rules[place].severity, fields: names.inputs[place].map((field) => names.fields[field]), code: "rule" };
  }
  return { id, severity: names.hints.indexOf(what) < 0 ? "mandatory" : "hint", fields: [names.fields[place]], code: names.problems[what] };
}

/** @param {Names} names @param {number} at where the engine left them; 0 where nothing changed @returns {Changes} */
export function changes(names, at) {
  if (at === 0) return { fields: [], metrics: [], opened: [], updated: [], closed: [] };
  begin(at);
  const one = () => finding(names);
  return {
    fields: named(names.fields),
    metrics: named(names.metrics),
    opened: list(one),
    updated: list(one),
    closed: list(() => findingId(names, number())),
  };
}

/** What a portal may know of a pack. @param {number} at @returns {any} */
export function info(at) {
  begin(at);
  return {
    id: piece(),
    version: piece(),
    hash: piece(),
    title: piece(),
    fields: list(() => whole({
      id: piece(),
      label: piece(),
      unit: optional(),
      section: optional(),
      type: piece(),
      required: number() > 0,
      aliases: list(piece),
      choices: some(list(() => ({ value: piece(), label: piece() }))),
      lastOf: optional(),
      note: optional(),
      inWords: number() > 0 || undefined,
      min: optional(),
      max: optional(),
      plausible: some([optional(), optional()].filter(Boolean)),
      decimals: oneLess(number()),
    })),
    metrics: list(() => whole({ id: piece(), label: piece(), unit: optional(), section: optional(), picture: optional(), lastOf: optional(), changeOf: optional() })),
    rules: list(() => whole({ id: piece(), label: piece(), severity: piece(), sum: sum() })),
    sections: list(() => whole({ id: piece(), label: piece(), within: optional() })),
    reasons: { minCharacters: number(), offers: list(piece) },
  };
}

/** @param {number} at */
export function explanation(at) {
  begin(at);
  const [id, label, formula, substituted, result, text] = [piece(), piece(), piece(), piece(), piece(), piece()];
  const operands = list(() => ({ id: piece(), label: piece(), value: nullable(), unit: nullable() }));
  return whole({ id, label, formula, substituted, result, operands, source: optional(), sum: agreement(), passes: [undefined, false, true][number()], text });
}

/** How far parts and total agree. */
function agreement() {
  const fields = sum();
  return fields && whole(Object.assign(fields, { difference: nullable(), text: piece(), shown: shown() }));
}

function shown() {
  const figures = sum();
  return figures && Object.assign(figures, { unit: piece() });
}

/** A total and its parts, where there are any. */
function sum() {
  const total = optional();
  return total === undefined ? total : { total, parts: list(piece) };
}

/** A number that may be missing: it comes as one more than itself. @param {number} more */
function oneLess(more) {
  return more > 0 ? more - 1 : undefined;
}

function nullable() {
  const text = optional();
  return text === undefined ? null : text;
}

/** @template T @param {T[]} all */
function some(all) {
  return all.length > 0 ? all : undefined;
}

/** Without what is missing. @param {any} record */
function whole(record) {
  Object.keys(record).forEach((key) => record[key] === undefined && delete record[key]);
  return record;
}

/** The rules that can no longer pass. @param {Names} names @param {number} at @returns {Finding[]} */
export function early(names, at) {
  begin(at);
  return list(() => finding(names));
}

/** Which values are left for a field. @param {Names} names @param {number} at @returns {import("./types/tianbao").Range | null} */
export function range(names, at) {
  if (at === 0) return null;
  begin(at);
  const [min, max, places] = [nullable(), nullable(), number()];
  const step = places === 0 ? "any" : places === 1 ? "1" : `0.${"000000000000".slice(0, places - 2)}1`;
  return { min, max, step, because: named(names.rules.map((rule) => rule.id)) };
}

/** What is most probably wrong. @param {Names} names @param {number} at @returns {import("./types/tianbao").Repair[]} */
export function repairs(names, at) {
  begin(at);
  const rules = names.rules.map((rule) => rule.id);
  return list(() => {
    const fields = named(names.fields);
    /** @type {Record<string, string>} */
    const values = {};
    for (let left = number(); left > 0; left--) put(values, names.fields[number()], piece());
    const [kind, solves, message] = [/** @type {any} */ (piece()), named(rules), piece()];
    return { fields, values, kind, solves, message, confidence: number() / 100, proven: number() > 0 };
  });
}

/** What the numbers of a pack stand for. @param {number} at */
export function tables(at) {
  begin(at);
  const inputs = list(() => list(number));
  return { inputs, hints: list(number), problems: list(piece), statuses: list(piece), reasons: list(piece) };
}

/** @param {Names} names @param {number} at @param {boolean} withMetrics */
export function records(names, at, withMetrics) {
  begin(at);
  return list(() => {
    const status = names.statuses[number()];
    const findings = list(() => findingId(names, number()));
    if (!withMetrics) return { status, findings };
    return { status, findings, metrics: names.metrics.map(() => piece() || null) };
  });
}

/** A report as the engine left it, kept apart: the engine will write over it. @typedef {{ words: number[], text: string }} Copy */

/** A plain array, because a thousand small typed ones are a burden to the collector. @param {number} at @returns {Copy} */
function copy(at) {
  begin(at);
  const first = at >>> 2;
  const count = words[first + 2];
  const kept = new Array(count);
  for (let i = 0; i < count; i++) kept[i] = words[first + i];
  return { words: kept, text };
}

/** Reads on in a copy. @param {Copy} kept @param {number} word @param {number} units */
function resume(kept, word, units) {
  text = kept.text;
  from = kept.words;
  next = word;
  cut = units;
}

const STATES = ["ok", "blank", "invalid", "absent"];
const METRIC_STATES = ["ok", "waiting", "undefined", "absent"];
/** Behind the head: where metrics and findings begin, two numbers each. */
const BODY = 7;

/**
 * A report whose parts are made when they are first looked at: whoever wants the findings does not pay for a hundred fields.
 * It shows what stood when it was asked for, whatever is typed later.
 * @param {Names} names
 * @param {number} at
 * @param {string[]} typed by field
 * @param {Pick<Report, "pack" | "engine">} origin
 * @param {() => Finding[]} early
 * @returns {Report}
 */
export function report(names, at, typed, origin, early) {
  const kept = copy(at);
  const part = (/** @type {number} */ start) => resume(kept, kept.words[start], kept.words[start + 1]);
  const behindStatus = BODY + 1;
  const behindProgress = behindStatus + 3 + 3 * names.sections.length;
  /** @type {any} */
  const made = {};
  /** @template T @param {string} name @param {() => T} make @returns {T} */
  const once = (name, make) => (name in made ? made[name] : (made[name] = make()));
  return /** @type {any} */ ({
    pack: Object.assign({}, origin.pack),
    engine: Object.assign({}, origin.engine),
    status: names.statuses[kept.words[BODY]],
    get fields() {
      return once("fields", () => {
        resume(kept, behindProgress, 0);
        return record(names.fields, (place) => field(typed[place]));
      });
    },
    get metrics() {
      return once("metrics", () => {
        part(3);
        return record(names.metrics, () => metric(names));
      });
    },
    get findings() {
      return once("findings", () => {
        part(5);
        return list(() => finding(names));
      });
    },
    get early() {
      return once("early", early);
    },
    get progress() {
      return once("progress", () => {
        resume(kept, behindStatus, 0);
        const { filled, required, total } = count();
        return { filled, required, total, bySection: record(names.sections, count) };
      });
    },
  });
}

function count() {
  return { filled: number(), required: number(), total: number() };
}

/** @param {string[]} ids @param {(place: number) => unknown} one */
function record(ids, one) {
  /** @type {Record<string, unknown>} */
  const all = {};
  ids.forEach((id, place) => put(all, id, one(place)));
  return all;
}

/** @param {string} typed */
function field(typed) {
  const word = number();
  const state = STATES[word & 3];
  if (word & 4) return { typed, value: typed, state };
  if (!(word & 8)) return { typed, value: null, state };
  const value = piece();
  if (!(word & 16)) return { typed, value, state };
  return { typed, value, state, notice: { code: piece(), text: piece() } };
}

/** @param {Names} names */
function metric(names) {
  const state = METRIC_STATES[number()];
  if (state === "ok") return { value: piece(), display: piece(), state };
  const display = piece();
  const code = names.reasons[number()];
  const why = { code, text: piece() };
  if (state !== "waiting") return { value: null, display, state, why };
  return { value: null, display, state, why, waitingFor: named(names.fields) };
}
