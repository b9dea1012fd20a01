// Does an edit cost more where the form is longer? Forms of any length with the same fan-out: every field stands in one sum of four
// and in two rules.
import { takeTurns } from "./run.mjs";

/** In ms. Where a form takes this long to open and edit, one ten times as long is not tried. */
const PATIENCE = 1500;

/** Short names: a pack has a mebibyte at most. */
const short = (/** @type {string} */ kind, /** @type {number} */ i) => kind + i.toString(36);
const group = (/** @type {number} */ g) => [0, 1, 2, 3].map((i) => short("f", g * 4 + i));
const add = (/** @type {any} */ a, /** @type {any} */ b) => ["+", a, b];
const ref = (/** @type {string} */ name) => ["ref", name];

/** @param {number} length how many fields @returns {import("./workload.mjs").Workload} */
function workloadOf(length) {
  const groups = Array.from({ length: length / 4 }, (_, g) => g);
  return {
    fields: groups.flatMap(group).map((id) => ({ id, type: "number", decimals: 0, min: 0, max: 1000 })),
    metrics: groups.map((g) => ({ id: short("t", g), places: 0, formula: group(g).map(ref).reduce(add) })),
    rules: groups.flatMap((g) => {
      const [a, b, c, d] = group(g).map(ref);
      return [
        { id: short("r", g), assert: ["<=", ref(short("t", g)), ["num", "2000"]] },
        { id: short("s", g), assert: ["<=", add(a, b), add(c, d)] },
      ];
    }),
  };
}

/** @param {number} length */
function packOf(length) {
  const groups = Array.from({ length: length / 4 }, (_, g) => g);
  const rule = (/** @type {string} */ id, /** @type {string} */ assert) => ({ id, severity: "verify", assert, message: "x" });
  return JSON.stringify({
    tianbao: 1, id: "growth", version: "1", title: "growth", sections: [],
    fields: groups.flatMap(group).map((id) => ({ id, label: id, type: "integer" })),
    metrics: groups.map((g) => ({ id: `t${g}`, label: short("t", g), places: 0, formula: group(g).join("+") })),
    rules: groups.flatMap((g) => {
      const [a, b, c, d] = group(g);
      return [rule(short("r", g), `${short("t", g)}<=2000`), rule(short("s", g), `${a}+${b}<=${c}+${d}`)];
    }),
  });
}

/**
 * The same 200 edits in every form, spread over all of it: 100 fields are changed and changed back. Each edit changes a sum; in one
 * group of five, one opens a finding and one closes it.
 * @param {number} length
 */
function editsOf(length) {
  const groups = Array.from({ length: 25 }, (_, g) => g);
  const field = (/** @type {number} */ g, /** @type {number} */ i) => g * (length / 25 / 4) * 4 + i;
  const there = groups.flatMap((g) =>
    [2, 3, 0, 1].map((i) => ({ field: field(g, i), typed: i > 1 ? "200" : g % 5 === 0 && i === 0 ? "900" : "150" })),
  );
  return [...there, ...there.map(({ field: at }) => ({ field: at, typed: "100" }))];
}

/**
 * @param {{ names: string[], sizes: number[], budget: number, load: (name: string) => Promise<any>, say: (line: string) => void }} options
 * @returns {Promise<Record<string, Record<number, number | string>>>} µs an edit, or why there is no figure
 */
export async function growth({ names, sizes, budget, load, say }) {
  /** @type {Record<string, Record<number, number | string>>} */
  const found = {};
  for (const name of names) {
    const module = await load(name);
    let last = 0;
    found[name] = {};
    for (const size of sizes) {
      const begun = performance.now();
      if (last > PATIENCE) {
        found[name][size] = "";
        continue;
      }
      found[name][size] = await costOf(module, size, budget);
      last = performance.now() - begun - budget;
      say(`${name}, ${size} fields: ${Number(found[name][size]).toFixed(2)} µs`);
    }
  }
  return found;
}

/** @param {any} module @param {number} size @param {number} budget */
async function costOf(module, size, budget) {
  const workload = workloadOf(size);
  const checks = workload.fields.map(
    () => (/** @type {any} */ value) => (value === null ? "" : typeof value === "number" ? "" : "not-a-number"),
  );
  const made = await module.make(workload, { pack: packOf(size), checks });
  const values = Object.fromEntries(workload.fields.map(({ id }) => [id, module.peer?.typed ? "100" : 100]));
  const session = await made.open(values);
  // One session for all, as opening it is no part of an edit.
  const task = module.editTask({ open: () => ({ edit: session.edit }) }, values, editsOf(size), false);
  const { edit } = await takeTurns({ edit: task }, budget);
  session.free?.();
  return edit.median;
}
