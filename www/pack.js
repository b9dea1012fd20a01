// A rule pack as a page sees it.

import { epoch, engine, isTrap, rescue, start } from "./engine.js";
import { PackError, unreadable } from "./errors.js";
import { plain } from "./record.js";
import { openSession } from "./session.js";
import { pageLocale } from "./text.js";
import { warnOnce } from "./warn.js";

/** @typedef {import("./types/tianbao").Pack} Pack */
/** @typedef {import("./types/tianbao").LoadOptions} LoadOptions */
/** @typedef {import("./engine.js").WasmPack} WasmPack */

/** The text behind each pack that we gave out. @type {WeakMap<object, string>} */
const texts = new WeakMap();

/**
 * @param {string | URL | object} pack JSON text if it starts with "{", "#id" of an inline script, else an address
 * @param {LoadOptions} [options]
 * @returns {Promise<Pack>}
 */
export function load(pack, options = {}) {
  if (options.engine === "js") warnOnce("the JavaScript engine is not part of this build; using wasm.");
  return new Promise((/** @type {(text: string | Promise<string>) => void} */ done) => done(textOf(pack)))
    .then((text) => start().then(() => packFrom(text, options.locale || pageLocale())));
}

/** The same pack with its labels in another language. @param {Pack} pack @param {"zh" | "en"} locale */
export function inLocale(pack, locale) {
  const text = texts.get(pack);
  return text === undefined ? pack : packFrom(text, locale);
}

/** @param {unknown} value @returns {value is Pack} */
export function isPack(value) {
  return typeof value === "object" && value !== null && texts.has(value);
}

/** @param {string | URL | object} pack @returns {string | Promise<string>} */
function textOf(pack) {
  if (typeof pack === "string") return isJson(pack) ? pack : pack.charAt(0) === "#" ? inline(pack) : fetched(pack);
  if (isPack(pack)) return /** @type {string} */ (texts.get(pack));
  if (typeof URL !== "undefined" && pack instanceof URL) return fetched(pack.href);
  return JSON.stringify(pack);
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
  return fetch(address, { credentials: "same-origin" }).then((response) => {
    if (!response.ok) throw unreadable(address, `HTTP ${response.status}`);
    return response.text();
  }, (error) => {
    throw unreadable(address, String(error && error.message));
  });
}

/** @param {string} text @param {"zh" | "en"} locale @returns {Pack} */
function packFrom(text, locale) {
  /** @type {WasmPack | null} */
  let inner = null;
  let generation = -1;
  const now = () => {
    if (!inner || generation !== epoch()) {
      inner = engine().WasmPack.load(text, locale);
      generation = epoch();
    }
    return inner;
  };
  const info = read(now);
  const fields = info.fields.map((/** @type {{ id: string }} */ field) => field.id);
  const pack = Object.assign(info, { open: (options = {}) => openSession(now, fields, Object.assign({ locale }, options)) });
  texts.set(pack, text);
  return Object.freeze(pack);
}

/** @param {() => WasmPack} now */
function read(now) {
  try {
    return plain(now().info());
  } catch (error) {
    if (Array.isArray(error)) throw new PackError(plain(error));
    if (isTrap(error)) rescue(error);
    throw error;
  }
}
