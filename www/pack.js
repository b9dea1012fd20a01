// A rule pack as a page sees it.

import { textAt } from "./address.js";
import { epoch, engine, isTrap, rescue, start, use } from "./engine.js";
import { PackError, unreadable } from "./errors.js";
import { info, putText, records, slot, tables } from "./mail.js";
import { sentencesPart } from "./sentences-part.js";
import { openSession } from "./session.js";
import { pageLocale } from "./locale.js";
import { version } from "./version.js";

/** @typedef {import("./types/tianbao").Pack} Pack */
/** @typedef {import("./types/tianbao").LoadOptions} LoadOptions */
/** @typedef {import("./engine.js").WasmPack} WasmPack */
/** @typedef {import("./engine.js").Kind} Kind */

/** The engine reads no longer text than a mebibyte, so no more of one is handed over. */
const MOST = 1 << 20;

/** A pack's text, the pack in each language asked for so far, and what the engine keeps of them. @typedef {{ text: string, kind: Kind, tongues: Record<string, Pack>, free: (() => void)[] }} Source */

/** The source of each pack that we gave out. @type {WeakMap<object, Source>} */
const sources = new WeakMap();

/**
 * @param {string | URL | object} pack JSON text if it starts with "{", "#id" of an inline script, else an address
 * @param {LoadOptions} [options]
 * @returns {Promise<Pack>}
 */
export function load(pack, options) {
  const { engine, locale } = options || {};
  return new Promise((/** @type {(text: string | Promise<string>) => void} */ done) => done(textOf(pack)))
    .then((text) => start(engine).then((kind) => packOrRefusal(locale || pageLocale(), { text, kind, tongues: {}, free: [] })));
}

/** Thrown where the engine refuses a pack. */
const REFUSED = {};

/** Why a pack is refused is told in sentences that are loaded only then. @param {"zh" | "en"} locale @param {Source} source */
function packOrRefusal(locale, source) {
  try {
    return packFrom(locale, source);
  } catch (error) {
    if (error !== REFUSED) throw error;
    return sentencesPart().then((sentences) => sentences[locale], () => "").then((sentences) => {
      use(source.kind);
      throw new PackError(rescued(() => engine().WasmPack.refusal(readable(source), sentences)).map(diagnostic));
    });
  }
}

/** @param {Source} source */
function readable({ text }) {
  return text.length > MOST ? text.slice(0, MOST + 1) : text;
}

/** The same pack with its labels in another language. @param {Pack} pack @param {"zh" | "en"} locale */
export function inLocale(pack, locale) {
  const source = sources.get(pack);
  return source ? source.tongues[locale] || packFrom(locale, source) : pack;
}

/** Lets go of what the engine keeps of a pack; used again, it is loaded again. @param {Pack} pack */
export function release(pack) {
  const source = sources.get(pack);
  if (source) source.free.forEach((free) => free());
}

/** @param {unknown} value @returns {value is Pack} */
export function isPack(value) {
  return typeof value === "object" && value !== null && sources.has(value);
}

/** @param {string | URL | object} pack @returns {string | Promise<string>} */
function textOf(pack) {
  if (typeof pack === "string") return isJson(pack) ? pack : pack.charAt(0) === "#" ? inline(pack) : fetched(pack);
  if (isPack(pack)) return /** @type {Source} */ (sources.get(pack)).text;
  if (typeof URL !== "undefined" && pack instanceof URL) return fetched(pack.href);
  // A function or nothing at all is no pack either; the engine says so.
  return JSON.stringify(pack) || "";
}

/** @param {string} text */
function isJson(text) {
  return text.replace(/^[\s\uFEFF]+/, "").charAt(0) === "{";
}

/** @param {string} selector */
function inline(selector) {
  const element = document.getElementById(selector.slice(1));
  if (!element) throw unreadable(selector, "no such element");
  return element.textContent || "";
}

/** @param {string} address @returns {Promise<string>} */
function fetched(address) {
  return textAt(address).catch((error) => {
    throw unreadable(address, String(error && error.message));
  });
}

/** @param {"zh" | "en"} locale @param {Source} source @returns {Pack} */
function packFrom(locale, source) {
  const { kind } = source;
  /** @type {WasmPack | null} */
  let inner = null;
  let generation = -1;
  /** @returns {WasmPack} */
  const now = () => {
    use(kind);
    if (!inner || generation !== epoch()) {
      inner = engine().WasmPack.load(readable(source), locale) || null;
      if (!inner) throw REFUSED;
      generation = epoch();
    }
    return inner;
  };
  const told = rescued(() => info(now().info()));
  const names = Object.assign(rescued(() => tables(now().tables())), { fields: ids(told.fields), metrics: ids(told.metrics), rules: told.rules, sections: ids(told.sections) });
  const index = new Map(names.fields.map((/** @type {string} */ id, /** @type {number} */ place) => [id, place]));
  const origin = { pack: { id: told.id, version: told.version, hash: told.hash }, engine: { version, kind } };
  const pack = Object.assign(told, {
    open: (options = {}) => openSession(now, names, index, origin, Object.assign({ locale }, options)),
    check: (/** @type {string} */ table, /** @type {{ metrics?: boolean } | null | undefined} */ options) => check(now, names, String(table), !!(options && options.metrics)),
  });
  sources.set(pack, source);
  source.free.push(() => {
    use(kind);
    if (inner && generation === epoch()) inner.free();
    inner = null;
  });
  return (source.tongues[locale] = Object.freeze(pack));
}

/** @param {{ id: string }[]} some */
function ids(some) {
  return some.map(({ id }) => id);
}

/** @param {() => WasmPack} now @param {import("./mail.js").Names} names @param {string} table @param {boolean} metrics */
function check(now, names, table, metrics) {
  const at = rescued(() => now().check(putText(now(), slot(), table), metrics));
  if (at === 0) throw new Error("No column of the table has the id or label of a field.");
  return records(names, at, metrics);
}

/** After a trap the question is asked once more, of a fresh engine. @template T @param {() => T} question @param {boolean} [again] @returns {T} */
function rescued(question, again) {
  try {
    return question();
  } catch (error) {
    if (!isTrap(error)) throw error;
    rescue(error);
    if (again) throw error;
    return rescued(question, true);
  }
}

/** @param {any[]} row @returns {import("./types/tianbao").Diagnostic} */
function diagnostic([severity, code, line, column, path, expected, found, message]) {
  const [head, more] = [{ severity, code, line, column, path }, { message }];
  return Object.assign(head, expected === null ? {} : { expected }, found === null ? {} : { found }, more);
}
