// The drafts on this device. Each open form writes under a name of its own, so that two tabs never overwrite each other.

import { own, put } from "../record.js";
import { warnOnce } from "../warn.js";

/**
 * @typedef {object} Draft
 * @property {string} id  of the open form that wrote it
 * @property {number} at  when it was written last, in ms
 * @property {Record<string, string>} base  what stood in the form before anything was typed
 * @property {Record<string, string>} texts  by field
 * @property {Record<string, { reason: string, texts: Record<string, string> }>} reasons  by rule, with the texts that each was given for
 */

const PREFIX = "tianbao:draft:";
const HOUR = 3600000;
/** Of one report; the oldest go first. */
const MOST = 8;

/** @param {Window} view @returns {Storage | null} null where the browser refuses to keep anything */
export function storageOf(view) {
  try {
    const storage = view.localStorage;
    storage.setItem(`${PREFIX}?`, "1");
    storage.removeItem(`${PREFIX}?`);
    return storage;
  } catch (error) {
    // A full storage may have room again when it is needed.
    if (error && /quota/i.test(String(/** @type {any} */ (error).name)) && hasRoom(view)) return view.localStorage;
    warnOnce("no draft is kept: this browser refuses to keep anything for this page.", error);
    return null;
  }
}

/** In private windows of old WebKit nothing fits at all, and nothing is there. @param {Window} view */
function hasRoom(view) {
  return view.localStorage.length > 0;
}

/** @param {Storage} storage @param {number} hours */
export function makeStore(storage, hours) {
  /** @param {string} place */
  const all = (place) => names(storage).filter((name) => name.indexOf(PREFIX + place) === 0);
  return {
    /** The newest first. @param {string} place */
    read(place) {
      const found = all(place).map((name) => parse(storage, name)).filter((draft) => draft !== null);
      return /** @type {Draft[]} */ (found).sort((a, b) => b.at - a.at);
    },
    /** @param {string} place @param {Draft} draft @returns {boolean} whether it is kept */
    hold(place, draft) {
      const text = JSON.stringify(Object.assign({ until: draft.at + hours * HOUR }, draft));
      return keep(storage, PREFIX + place + draft.id, text);
    },
    /** @param {string} place @param {string} id */
    drop: (place, id) => storage.removeItem(PREFIX + place + id),
    /** What is too old, anywhere on this site, and what is too many here. @param {string} place */
    sweep(place) {
      names(storage).filter((name) => isOver(storage, name)).forEach((name) => storage.removeItem(name));
      this.read(place).slice(MOST).forEach(({ id }) => this.drop(place, id));
    },
  };
}

/** @param {Storage} storage */
function names(storage) {
  /** @type {string[]} */
  const found = [];
  for (let i = 0; i < storage.length; i += 1) found.push(storage.key(i) || "");
  return found.filter((name) => name.indexOf(PREFIX) === 0);
}

/** @param {Storage} storage @param {string} name @param {string} text */
function keep(storage, name, text) {
  try {
    storage.setItem(name, text);
    return true;
  } catch (error) {
    warnOnce("the draft could not be kept: what this browser keeps for this page is full.", error);
    return false;
  }
}

/** @param {Storage} storage @param {string} name */
function isOver(storage, name) {
  const until = Number(own(json(storage, name), "until"));
  return !(until > Date.now());
}

/**
 * Anyone on this site may have written here, so that each part is looked at.
 * @param {Storage} storage
 * @param {string} name
 * @returns {Draft | null}
 */
function parse(storage, name) {
  const draft = json(storage, name);
  if (!(own(draft, "until") > Date.now()) || typeof own(draft, "at") !== "number") return null;
  const reasons = /** @type {Draft["reasons"]} */ ({});
  Object.keys(own(draft, "reasons") || {}).forEach((rule) => {
    const { reason, texts } = draft.reasons[rule] || {};
    if (typeof reason === "string") put(reasons, rule, { reason, texts: strings(texts) });
  });
  const id = name.slice(name.lastIndexOf(":") + 1);
  return { id, at: draft.at, base: strings(own(draft, "base")), texts: strings(own(draft, "texts")), reasons };
}

/** @param {Storage} storage @param {string} name @returns {any} */
function json(storage, name) {
  try {
    return JSON.parse(storage.getItem(name) || "");
  } catch {
    return {};
  }
}

/** @param {any} record @returns {Record<string, string>} */
function strings(record) {
  /** @type {Record<string, string>} */
  const kept = {};
  Object.keys(record || {}).forEach((key) => {
    if (typeof record[key] === "string") put(kept, key, record[key]);
  });
  return kept;
}
