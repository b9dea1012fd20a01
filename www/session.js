// One form being filled, as a page sees it: names instead of indices, and no trap ever reaches the caller if a fresh
// instance can answer. What was typed is kept here too, so that an instance may be thrown away at any moment.

import { epoch, isTrap, rescue, use } from "./engine.js";
import { ReasonError } from "./errors.js";
import { changes, early, explanation, putText, putTexts, range, repairs, report, slot } from "./mail.js";
import { pairs, text } from "./record.js";

/** @typedef {import("./types/tianbao").Session} Session */
/** @typedef {import("./types/tianbao").Changes} Changes */
/** @typedef {import("./types/tianbao").OpenOptions} OpenOptions */
/** @typedef {import("./engine.js").WasmPack} WasmPack */
/** @typedef {import("./engine.js").WasmSession} WasmSession */
/** @typedef {import("./mail.js").Names} Names */
/** @typedef {{ pack: import("./types/tianbao").Report["pack"], engine: { version: string, kind: import("./engine.js").Kind } }} Origin */

/**
 * @typedef {object} State
 * @property {import("./engine.js").Kind} kind  which engine answers
 * @property {() => WasmPack} pack  the pack in the instance of now
 * @property {Names} names
 * @property {Map<string, number>} index  the places of the fields
 * @property {OpenOptions} options
 * @property {string[]} typed  by field
 * @property {{ rule: string, reason: string, typed: string[] }[]} reasons  each with the values that it was given for
 * @property {WasmSession | null} inner
 * @property {import("./mail.js").Slot} slot  where the instance of now takes texts
 * @property {number} generation
 * @property {boolean} freed
 */

/** What stands behind each session, for forms that change their fields. @type {WeakMap<Session, State>} */
const states = new WeakMap();

/**
 * @param {() => WasmPack} pack
 * @param {Names} names
 * @param {Map<string, number>} index
 * @param {Origin} origin
 * @param {OpenOptions} options
 * @returns {Session}
 */
export function openSession(pack, names, index, origin, options) {
  const typed = names.fields.map(() => "");
  pairs(options.values).forEach(([id, value]) => {
    const at = index.get(id);
    if (at !== undefined) typed[at] = value;
  });
  /** @type {State} */
  const state = { kind: origin.engine.kind, pack, names, index, options, typed, reasons: [], inner: null, slot: slot(), generation: -1, freed: false };
  call(state, () => undefined);
  /** @type {Session} */
  const session = {
    set: (field, typed) => set(state, field, text(typed)),
    setMany: (values) => setMany(state, values),
    report: () => reported(state, origin),
    explain: (id) => explain(state, id),
    range: (field) => range(names, call(state, (inner) => inner.range(indexOf(state, field)))),
    repairs: () => repairs(names, call(state, (inner) => inner.repairs())),
    justify: (rule, reason) => justify(state, rule, text(reason)),
    free: () => free(state),
  };
  states.set(session, state);
  return session;
}

/** From now on the form has these fields: what was typed and explained stays. @param {Session} session @param {string[]} fields */
export function setPresent(session, fields) {
  const state = /** @type {State} */ (states.get(session));
  letGo(state);
  state.options = Object.assign({}, state.options, { present: fields });
  call(state, () => undefined);
}

/** @param {State} state @param {string} field @param {string} typed @returns {Changes} */
function set(state, field, typed) {
  const place = indexOf(state, field);
  const at = call(state, (inner) => inner.set(place, putText(inner, state.slot, typed)));
  state.typed[place] = typed;
  return changes(state.names, at);
}

/** @param {State} state @param {Record<string, string>} values @returns {Changes} */
function setMany(state, values) {
  const fields = Object.keys(values || {});
  const texts = all(values || {}, fields);
  const places = new Array(fields.length);
  for (let i = 0; i < fields.length; i++) {
    places[i] = indexOf(state, fields[i]);
    if (typeof texts[i] !== "string") texts[i] = text(texts[i]);
  }
  const at = call(state, (inner) => enter(state, inner, places, texts));
  for (let i = 0; i < places.length; i++) state.typed[places[i]] = texts[i];
  return changes(state.names, at);
}

/** The values of a record: a hundred at once are found in a third of the time of one by one. @param {Record<string, string>} record @param {string[]} keys */
function all(record, keys) {
  return Object.values ? Object.values(record) : keys.map((key) => record[key]);
}

/** @param {State} state @param {WasmSession} inner @param {number[]} places @param {string[]} texts */
function enter(state, inner, places, texts) {
  putTexts(inner, state.slot, places, texts);
  return inner.setMany(places.length);
}

/** @param {State} state @param {Origin} origin */
function reported(state, origin) {
  const typed = state.typed.slice();
  return report(state.names, call(state, (inner) => inner.report()), typed, origin, () => earlyOf(state, typed));
}

/** What could no longer pass when these texts stood there: whoever asks later asks of a form that is filled like that. @param {State} state @param {string[]} typed */
function earlyOf(state, typed) {
  const ask = (/** @type {WasmSession} */ inner) => early(state.names, inner.early());
  if (!state.freed && typed.every((text, place) => text === state.typed[place])) return call(state, ask);
  const other = Object.assign({}, state, { typed, inner: null, freed: false });
  const told = call(other, ask);
  letGo(other);
  return told;
}

/** @param {State} state @param {string} rule @param {string} reason @returns {Changes} */
function justify(state, rule, reason) {
  try {
    const at = call(state, (inner) => inner.justify(rule, reason));
    state.reasons.push({ rule, reason, typed: state.typed.slice() });
    return changes(state.names, at);
  } catch (error) {
    throw typeof error === "string" ? new ReasonError(/** @type {any} */ (error)) : error;
  }
}

/** @param {State} state @param {string} id @returns {import("./types/tianbao").Explanation} */
function explain(state, id) {
  const at = call(state, (inner) => inner.explain(id));
  if (at === 0) throw new Error(`The pack has nothing called "${id}".`);
  return explanation(at);
}

/** @param {State} state */
function free(state) {
  letGo(state);
  state.freed = true;
}

/** @param {State} state */
function letGo(state) {
  const { inner } = state;
  state.inner = null;
  use(state.kind);
  try {
    if (inner && state.generation === epoch()) inner.free();
  } catch (error) {
    if (!isTrap(error)) throw error;
    rescue(error);
  }
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
  use(state.kind);
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
  const inner = fill(state);
  state.slot = slot();
  replay(inner, state);
  state.inner = inner;
  state.generation = now;
  return inner;
}

/** @param {State} state */
function fill({ options: { present, prior, locale }, names, typed, pack }) {
  const values = names.fields.map((id, place) => /** @type {[string, string]} */ ([id, typed[place]]));
  return pack().open({ present, values, prior: pairs(prior), locale });
}

/** A reason holds for the values that it was given for, so these are set before it is given again. @param {WasmSession} inner @param {State} state */
function replay(inner, state) {
  const places = state.typed.map((_, place) => place);
  state.reasons.forEach(({ rule, reason, typed }) => {
    enter(state, inner, places, typed);
    try {
      inner.justify(rule, reason);
    } catch (error) {
      // A form that lost a field has no more use for a reason that was about it.
      if (typeof error !== "string") throw error;
    }
  });
  if (state.reasons.length > 0) enter(state, inner, places, state.typed);
}
