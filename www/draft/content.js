// What a form holds, as far as it may be kept, and how that differs from a draft.

import { own, put } from "../record.js";
import { isPersonal, tellsOfPerson } from "./personal.js";

/** @typedef {import("../types/inner").Bound} Bound */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./store.js").Draft} Draft */
/** @typedef {Record<string, string>} Texts */

const UNREADABLE = "\ufffd";

/** Reads a form again and again; fields in a pane that is out of the page now still count. */
export function makeReader() {
  /** By field: whether it may be kept. @type {Map<string, boolean>} */
  const known = new Map();
  /** @type {Set<string>} */
  const boxes = new Set();
  /** @type {Bound[] | null} */
  let last = null;

  /** @param {View} view */
  function meet({ bound, pack }) {
    if (bound === last) return;
    last = bound;
    bound.forEach((one) => {
      known.set(one.field, known.get(one.field) !== false && !isPersonal(one, pack));
      if (one.control.kind === "checkbox") boxes.add(one.field);
    });
  }

  /** @param {View} view @returns {Texts} */
  return (view) => {
    meet(view);
    /** @type {Texts} */
    const texts = {};
    known.forEach((kept, field) => {
      if (kept) put(texts, field, plain(typedIn(view, field), boxes.has(field)));
    });
    return texts;
  };
}

/** @param {View} view @param {string} field @returns {string} */
function typedIn(view, field) {
  const report = own(view.report.fields, field);
  return report ? report.typed : "";
}

/** A box that is not ticked is blank. @param {string} typed @param {boolean} box */
function plain(typed, box) {
  return typed === UNREADABLE || tellsOfPerson(typed) || (box && typed === "false") ? "" : typed;
}

/** @param {View} view @param {Texts} texts @returns {Draft["reasons"]} */
export function reasonsOf(view, texts) {
  /** @type {Draft["reasons"]} */
  const reasons = {};
  view.report.findings.forEach(({ id, justified, fields }) => {
    // What it was given for must be there to compare with.
    if (!justified || tellsOfPerson(justified.reason) || fields.some((field) => own(texts, field) === undefined)) return;
    put(reasons, id, { reason: justified.reason, texts: only(texts, fields) });
  });
  return reasons;
}

/** @param {Texts} texts @param {string[]} fields @returns {Texts} */
export function only(texts, fields) {
  /** @type {Texts} */
  const some = {};
  fields.forEach((field) => put(some, field, texts[field]));
  return some;
}

/** @param {Texts} texts */
export function filled(texts) {
  return Object.keys(texts).filter((field) => texts[field] !== "");
}

/** @param {Texts} texts @param {Texts} others @returns {string[]} fields of the first that hold another text in the second */
export function unlike(texts, others) {
  return Object.keys(texts).filter((field) => (own(others, field) || "") !== texts[field]);
}

/**
 * What a draft would bring: into blanks, over other texts, reasons, and later because the field is not on the page now.
 * @param {Draft} draft
 * @param {Texts} now
 * @param {View} view
 * @param {Texts} untouched  what the page itself chose and nobody changed: a list stands at something before anyone chose
 */
export function gain({ texts, base, reasons }, now, view, untouched) {
  const kinds = new Map(view.bound.map(({ field, control }) => /** @type {[string, string]} */ ([field, control.kind])));
  const news = unlike(texts, now).filter((field) => own(now, field) !== undefined || !kinds.has(field));
  const isChosen = (/** @type {string} */ field) => kinds.get(field) === "text" || now[field] !== own(base, field) || now[field] !== own(untouched, field);
  const isFree = (/** @type {string} */ field) => now[field] === "" || !isChosen(field);
  const here = news.filter((field) => kinds.has(field));
  const blanks = here.filter((field) => isFree(field) && texts[field] !== "");
  const then = Object.assign({}, now, only(texts, blanks));
  const given = view.report.findings.filter(({ justified }) => justified).map(({ id }) => id);
  return {
    blanks,
    reasons: Object.keys(reasons).filter((rule) => given.indexOf(rule) < 0 && unlike(reasons[rule].texts, then).length === 0),
    others: here.filter((field) => !isFree(field)),
    later: news.filter((field) => !kinds.has(field) && texts[field] !== ""),
  };
}

/**
 * Whether a form that came with this may be the report that a draft was made for: blank, or mostly as it was then or as it became.
 * @param {Draft} draft
 * @param {Texts} came
 */
export function isOf({ base, texts }, came) {
  const held = filled(came);
  const same = held.filter((field) => came[field] === own(base, field) || came[field] === own(texts, field));
  return same.length * 2 >= held.length;
}

/** Many texts replaced at once: the page shows another record now. @param {Texts} before @param {Texts} now */
export function isAnother(before, now) {
  const had = filled(before);
  const replaced = had.filter((field) => (own(now, field) || "") !== before[field]);
  return replaced.length > 2 && replaced.length * 2 > had.length;
}
