// The engines of this page, in wasm and in JavaScript: of each one instance and a spare one for the moment after a trap.
// The only file that imports the generated package.

import { newDoor } from "./wasm/door.js";
import { scriptDoor } from "./wasm/source.js";
import { warnOnce } from "./warn.js";

/** @typedef {import("./wasm/door.js").Door} Door */
/** @typedef {"wasm" | "js"} Kind */
/**
 * What a session answers to. Numbers that are no field or count say where in memory the answer lies: see mail.js.
 * @typedef {object} WasmSession
 * @property {(bytes: number) => number} textRoom
 * @property {(words: number) => number} wordRoom
 * @property {(field: number, bytes: number) => number} set
 * @property {(count: number) => number} setMany
 * @property {() => number} report
 * @property {() => number} early
 * @property {(field: number) => number} range
 * @property {() => number} repairs
 * @property {(id: string) => number} explain
 * @property {(rule: string, reason: string) => number} justify
 * @property {() => void} free
 */
/**
 * @typedef {object} WasmPack
 * @property {() => number} info
 * @property {() => number} tables
 * @property {(bytes: number) => number} textRoom
 * @property {(bytes: number, metrics: boolean) => number} check
 * @property {(options: { present?: string[], values: [string, string][], prior: [string, string][], locale?: string }) => WasmSession} open
 * @property {() => void} free
 */
/**
 * One way to run the engine.
 * @typedef {object} Runner
 * @property {Kind} kind
 * @property {() => Promise<Door>} make
 * @property {Door | null} door
 * @property {Door | null} spare
 * @property {Promise<Kind> | null} starting
 * @property {number} generation  which instance this is: what was made in another one is gone
 */

const wasm = runner("wasm", newDoor);
const js = runner("js", scriptDoor);
/** The one that answers just now: everything between two turns of the page's loop asks one. */
let asked = wasm;
/** @type {Promise<Kind> | null} */
let either = null;

/** @param {Kind} kind @param {() => Promise<Door>} make @returns {Runner} */
function runner(kind, make) {
  return { kind, make, door: null, spare: null, starting: null, generation: 0 };
}

/**
 * Loads an engine once for the page; a failed start may be tried again.
 * @param {import("./types/tianbao").EngineChoice} [choice]
 * @returns {Promise<Kind>} what runs
 */
export function start(choice) {
  if (choice === "js" || choice === "wasm") return started(choice === "js" ? js : wasm);
  if (!either) {
    // Kept, because a policy that refuses wasm is told of each try.
    either = started(wasm).catch((refused) => started(js).catch((missing) => {
      throw new Error(`${refused.message}; ${missing.message}`);
    }));
    either.catch(() => (either = null));
  }
  return either;
}

/** @param {Runner} one */
function started(one) {
  if (!one.starting) {
    one.starting = one.make().then((made) => begin(one, made));
    one.starting.catch(() => (one.starting = null));
  }
  return one.starting;
}

/** @param {Runner} one @param {Door} made */
function begin(one, made) {
  one.door = made;
  // Not before the first report: somebody waits for that.
  setTimeout(() => prepareSpare(one));
  return one.kind;
}

// Old browsers instantiate wasm asynchronously only, while a keystroke wants its answer now: hence one in store.
/** @param {Runner} one */
function prepareSpare(one) {
  if (one.door && one.door.again) return;
  one.make().then((made) => {
    if (one.door) one.spare = made;
    else begin(one, made);
  }, (error) => warnOnce("no second engine could be made.", error));
}

/** Whom the next questions are for. @param {Kind} kind */
export function use(kind) {
  asked = kind === "js" ? js : wasm;
}

/** The engine of now. @returns {Door} */
export function engine() {
  if (asked.door) return asked.door;
  // The spare one could not be made in time, or at all: one more try, for the next question.
  asked.starting = null;
  started(asked).catch((error) => warnOnce("no engine could be made.", error));
  throw new Error("The engine is not ready.");
}

/** Which instance this is. */
export function epoch() {
  return asked.generation;
}

/** @param {unknown} error */
export function isTrap(error) {
  // A stack overflow is a RangeError in Chromium and an InternalError in Firefox; where wasm is missing, so is its RuntimeError.
  return error instanceof Error && /^(Runtime|Range|Internal)Error$/.test(error.name);
}

/** Throws the instance away and takes the spare one. @param {unknown} error the trap */
export function rescue(error) {
  warnOnce("the engine stopped and was started anew.", error);
  const { door, spare } = asked;
  asked.door = asked.spare = null;
  asked.generation += 1;
  if (door) door.retire();
  asked.door = door && door.again ? door.again() : spare;
  prepareSpare(asked);
}
