// One form being filled, as a page sees it: names instead of indices, and no trap ever reaches the caller if a fresh
// instance can answer. What was typed is kept here too, so that an instance may be thrown away at any moment.

import { epoch, isTrap, rescue } from "./engine.js";
import { ReasonError } from "./errors.js";
import { own, pairs, plain, text } from "./record.js";

/** @typedef {import("./types/tianbao").Session} Session */
/** @typedef {import("./types/tianbao").Changes} Changes */
/** @typedef {import("./types/tianbao").OpenOptions} OpenOptions */
/** @typedef {import("./engine.js").WasmPack} WasmPack */
/** @typedef {import("./engine.js").WasmSession} WasmSession */
/** @typedef {[string, string][]} Pairs */

/**
 * @typedef {object} State
 * @property {() => WasmPack} pack  the pack in the instance of now
 * @property {Map<string, number>} index
 * @property {OpenOptions} options
 * @property {Map<string, string>} typed
 * @property {{ rule: string, reason: string, typed: Pairs }[]} reasons  each with the values that it was given for
 * @property {WasmSession | null} inner
 * @property {number} generation
 * @property {boolean} freed
 */

/**
 * @param {() => WasmPack} pack
 * @param {string[]} fields ids in the pack's order
 * @param {OpenOptions} options
 * @returns {Session}
 */
export function openSession(pack, fields, options) {
  const index = new Map(fields.map((id, i) => /** @type {[string, number]} */ ([id, i])));
  const known = pairs(options.values).filter(([id]) => index.has(id));
  /** @type {State} */
  const state = { pack, index, options, typed: new Map(known), reasons: [], inner: null, generation: -1, freed: false };
  call(state, () => undefined);
  return {
    set: (field, typed) => set(state, field, text(typed)),
    setMany: (values) => setMany(state, pairs(values)),
    report: () => call(state, (inner) => plain(inner.report())),
    explain: (id) => explain(state, id),
    justify: (rule, reason) => justify(state, rule, text(reason)),
    free: () => free(state),
  };
}

/** @param {State} state @param {string} field @param {string} typed @returns {Changes} */
function set(state, field, typed) {
  const at = indexOf(state, field);
  const changes = call(state, (inner) => inner.set(at, typed));
  state.typed.set(field, typed);
  return changes || { fields: [], metrics: [], opened: [], updated: [], closed: [] };
}

/** @param {State} state @param {Pairs} values @returns {Changes} */
function setMany(state, values) {
  values.forEach(([field]) => indexOf(state, field));
  const changes = call(state, (inner) => inner.setMany(values));
  values.forEach(([field, typed]) => state.typed.set(field, typed));
  return changes;
}

/** @param {State} state @param {string} rule @param {string} reason @returns {Changes} */
function justify(state, rule, reason) {
  try {
    const changes = call(state, (inner) => inner.justify(rule, reason));
    state.reasons.push({ rule, reason, typed: Array.from(state.typed) });
    return changes;
  } catch (error) {
    const code = own(/** @type {any} */ (error), "code");
    throw typeof code === "string" ? new ReasonError(/** @type {any} */ (code)) : error;
  }
}

/** @param {State} state @param {string} id @returns {import("./types/tianbao").Explanation} */
function explain(state, id) {
  const found = call(state, (inner) => plain(inner.explain(id)));
  if (!found) throw new Error(`The pack has nothing called "${id}".`);
  return found;
}

/** @param {State} state */
function free(state) {
  if (state.inner && state.generation === epoch()) state.inner.free();
  state.inner = null;
  state.freed = true;
}

/** @param {State} state @param {string} field */
function indexOf(state, field) {
  const at = state.index.get(field);
  if (at === undefined) throw new Error(`The pack has no field "${field}".`);
  return at;
}

/**
 * Asks the engine; after a trap a fresh instance is filled with what was typed and asked once more. Where that traps too, the
 * next question shall still find a sound instance.
 * @template T
 * @param {State} state
 * @param {(inner: WasmSession) => T} question
 * @param {boolean} [again]
 * @returns {T}
 */
function call(state, question, again) {
  if (state.freed) throw new Error("This session was freed.");
  try {
    return question(alive(state));
  } catch (error) {
    if (!isTrap(error)) throw error;
    rescue(error);
    if (again) throw error;
    return call(state, question, true);
  }
}

/** The session in the instance of now, made anew where that is another one. @param {State} state @returns {WasmSession} */
function alive(state) {
  const now = epoch();
  if (state.inner && state.generation === now) return state.inner;
  const { present, prior, locale } = state.options;
  const inner = state.pack().open({ present, values: Array.from(state.typed), prior: pairs(prior), locale });
  replay(inner, state);
  state.inner = inner;
  state.generation = now;
  return inner;
}

/** A reason holds for the values that it was given for, so these are set before it is given again. @param {WasmSession} inner @param {State} state */
function replay(inner, state) {
  state.reasons.forEach(({ rule, reason, typed }) => {
    inner.setMany(blanked(state, typed));
    inner.justify(rule, reason);
  });
  if (state.reasons.length > 0) inner.setMany(blanked(state, Array.from(state.typed)));
}

/** Values of some moment, with all other fields blank. @param {State} state @param {Pairs} typed @returns {Pairs} */
function blanked(state, typed) {
  /** @type {Map<string, string>} */
  const all = new Map();
  state.typed.forEach((_, field) => all.set(field, ""));
  typed.forEach(([field, value]) => all.set(field, value));
  return Array.from(all);
}
