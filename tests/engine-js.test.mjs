// The JavaScript build of the engine, held against the wasm that it was made from: the same bytes out, on all that is collected here.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { parse } from "acorn";
import { computeModule } from "../www/tool/engine.mjs";
import { dist, root, www } from "../www/tool/places.mjs";
import { standIn } from "./harness/pageless.mjs";
import { loadDist } from "./prove/driver.mjs";

/** @typedef {import("../www/types/tianbao").Pack} Pack */
/** @typedef {import("../www/types/tianbao").EngineChoice} EngineChoice */

const read = (/** @type {string[]} */ ...path) => readFileSync(join(root, ...path), "utf8");
const rows = (/** @type {string} */ name) => read("tests", "bench", "data", name).trimEnd().split("\n").map((line) => line.split(","));

/** How often the first instance is still to stop in the middle of an edit, and by what. */
const stops = { left: 0, by: (/** @type {any} */ session) => session };
const { loaded } = standIn(({ WasmSession: { prototype } }) => {
  const { set } = prototype;
  prototype.set = function (/** @type {number[]} */ ...args) {
    if (stops.left > 0) {
      stops.left -= 1;
      stops.by(this);
    }
    return set.apply(this, args);
  };
});
/** @type {typeof import("../www/types/tianbao")} */
let tianbao;
before(async () => void (tianbao = await loadDist()));

/** @param {string} pack @param {"zh" | "en"} locale */
const both = (pack, locale) => Promise.all(["wasm", "js"].map((engine) => tianbao.load(pack, { engine: /** @type {EngineChoice} */ (engine), locale })));

/** What one pack says to a question, as bytes; `kind` is what must differ. @param {Pack} pack @param {(pack: Pack) => any} question */
const bytes = (pack, question) => JSON.stringify(question(pack)).replace(/"kind":"(wasm|js)"/g, '"kind":""');

/** @param {Pack[]} packs @param {(pack: Pack) => any} question @param {string} [what] */
function same([wasm, js], question, what) {
  assert.equal(bytes(js, question), bytes(wasm, question), what);
}

/** @param {Pack} pack @param {Record<string, string>} values */
function reported(pack, values) {
  const session = pack.open({ values });
  const report = session.report();
  session.free();
  return report;
}

/** Every way in which a form can be asked. @param {Pack} pack @param {{ values: Record<string, string>, prior?: Record<string, string> }} form */
function everything(pack, form) {
  const session = pack.open(form);
  const { fields, metrics, rules } = pack;
  const explained = [...fields, ...metrics, ...rules].map(({ id }) => session.explain(id));
  const reasons = rules.filter(({ severity }) => severity === "verify").map(({ id }) => tried(() => session.justify(id, "本年六月起企业停产，外出人员返乡较多")));
  const all = [explained, reasons, session.report()];
  session.free();
  return all;
}

/** @param {() => any} question */
function tried(question) {
  try {
    return question();
  } catch (error) {
    return String(error);
  }
}

test("it comes from beside the module, once, and says what it is", async () => {
  const [wasm, js] = await both(read("tests", "bench", "pack.json"), "zh");
  await both(read("tests", "bench", "pack.json"), "en");
  assert.deepEqual([wasm.open().report().engine.kind, js.open().report().engine.kind], ["wasm", "js"]);
  assert.deepEqual(loaded.map((address) => address.replace(/.*\//, "")), ["tianbao-engine.js"]);
});

test("records and ties of the benchmark: the whole report of each", async () => {
  const packs = await both(read("tests", "bench", "pack.json"), "zh");
  const [head, ...records] = rows("records.csv");
  for (const [at, record] of [...records, ...rows("ties.csv").slice(1)].entries()) {
    const values = Object.fromEntries(head.map((field, place) => [field, record[place]]));
    same(packs, (pack) => reported(pack, values), `record ${at + 1}`);
  }
});

test("a session of edits: what each changes", async () => {
  const packs = await both(read("tests", "bench", "pack.json"), "zh");
  const [head, first] = rows("records.csv");
  const values = Object.fromEntries(head.map((field, place) => [field, first[place]]));
  const edits = rows("edits.csv").slice(1);
  assert.equal(edits.length, 600);
  same(packs, (pack) => {
    const session = pack.open({ values });
    return edits.map(([field, typed]) => session.set(field, typed));
  });
});

test("many records as one table", async () => {
  same(await both(read("tests", "bench", "pack.json"), "zh"), (pack) => pack.check(read("tests", "bench", "data", "records.csv"), { metrics: true }));
});

test("the packs that are shipped: their own cases, explained, in both languages", async () => {
  const names = readdirSync(join(www, "packs")).filter((name) => existsSync(join(www, "packs", name, "cases.json")));
  assert.ok(names.length > 1);
  for (const name of names) {
    const { submissions } = JSON.parse(read("www", "packs", name, "cases.json"));
    for (const locale of /** @type {const} */ (["zh", "en"])) {
      const packs = await both(read("www", "packs", name, "pack.json"), locale);
      same(packs, (pack) => Object.assign({}, pack));
      for (const [title, form] of Object.entries(submissions)) same(packs, (pack) => everything(pack, /** @type {any} */ (form)), `${name}: ${title}`);
    }
  }
});

test("every collected text of a number, typed into a field of each kind", async () => {
  const { entries, meta } = JSON.parse(read("tests", "vectors", "number-entry.json"));
  const packs = await both(JSON.stringify(numbers(meta.fields)), "zh");
  assert.ok(entries.length > 100);
  for (const { field, text } of entries) same(packs, (pack) => reported(pack, { [field]: text }), JSON.stringify(text));
});

test("a day, a choice, half characters and what looks like a member of an object", async () => {
  const packs = await both(ODD, "zh");
  const texts = ["2025年2月30日", "2025-06-30", "\ud800", "a\udc00b", "😀", "\ufeff2", "__proto__", "1".repeat(5000), "", "平原", "\u0000"];
  for (const text of texts) {
    for (const field of ["day", "terrain", "constructor", "words"]) same(packs, (pack) => everything(pack, { values: { [field]: text } }), `${field}: ${text.slice(0, 20)}`);
  }
});

test("packs that cannot be used are refused with the same diagnostics", async () => {
  const broken = ["{", `{ "tianbao": 2 }`, `{ "tianbao": 1, "id": "a", "fields": 1 }`, ODD.replace(`"words"`, `"day"`), ODD.replace(`"choice"`, `"chioce"`), `{"a":`.repeat(2000)];
  for (const text of broken) {
    const told = await Promise.all(["wasm", "js"].map((engine) => tianbao.load(text, { engine: /** @type {EngineChoice} */ (engine), locale: "en" }).catch(({ diagnostics }) => diagnostics)));
    assert.ok(Array.isArray(told[0]), text.slice(0, 40));
    assert.deepEqual(told[1], told[0]);
  }
});

test("after a trap another instance knows everything and answers the same question", async (t) => {
  const warned = t.mock.method(console, "warn", () => {});
  const [wasm, js] = await both(read("www", "packs", "library-month", "pack.json"), "zh");
  /** @param {Pack} pack */
  const filling = (pack) => {
    const form = pack.open({ values: { loans: "3140", visits: "2512" } });
    const changes = form.set("loans", "14040");
    return [changes, form.set("visits", "12480"), form.report()];
  };
  const expected = bytes(wasm, filling);
  // No memory is that large: the engine gives up, as it does where it finds itself wrong.
  Object.assign(stops, { left: 1, by: (/** @type {any} */ session) => session.textRoom(-1) });
  assert.equal(bytes(js, filling), expected);
  assert.equal(stops.left, 0, "it did stop");
  assert.equal(warned.mock.callCount(), 1);
  assert.equal(warned.mock.calls[0].arguments[1].name, "RuntimeError");
});

test("the script is one expression, so that it leaves no name, and nothing in it needs wasm", () => {
  const script = readFileSync(join(dist, "tianbao-engine.js"), "utf8");
  assert.deepEqual(parse(script, { ecmaVersion: 5, sourceType: "script" }).body.map(({ type }) => type), ["ExpressionStatement"]);
  assert.doesNotMatch(script, /\bBigInt\b|\bWebAssembly\b/);
});

test("the one-file script holds the sum of the engine that is shipped with it", () => {
  const [, sum] = /^(sha384-\S+) {2}tianbao-engine\.js$/m.exec(readFileSync(join(dist, "SHA384SUMS"), "utf8")) ?? [];
  assert.ok(sum && readFileSync(join(dist, "tianbao.js"), "utf8").includes(sum));
});

test("what wasm2js writes in another way stops the build", () => {
  assert.throws(() => computeModule("function asmFunc(imports) {}"), /look at the new binaryen/);
});

/** A field for each kind of number that the texts were collected for. @param {Record<string, any>} kinds */
function numbers(kinds) {
  const fields = Object.entries(kinds).map(([id, { unit, places, integer, signed }]) => ({
    id, label: id, section: "all", ...(unit ? { unit } : {}), type: integer ? "integer" : "decimal",
    ...(places === undefined ? {} : { decimals: places }), ...(signed ? {} : { min: 0 }),
  }));
  return { tianbao: 1, id: "numbers", version: "1", title: "numbers", sections: [{ id: "all", label: "all" }], fields };
}

const ODD = JSON.stringify({
  tianbao: 1, id: "odd", version: "1", title: { zh: "示例", en: "Example" }, sections: [{ id: "all", label: "全部" }],
  fields: [
    { id: "day", section: "all", label: "日期", type: "date" },
    { id: "terrain", section: "all", label: "地形", type: "choice", choices: [{ value: "plain", label: "平原" }, { value: "hill", label: "丘陵" }] },
    { id: "constructor", section: "all", label: "甲", type: "integer" },
    { id: "words", section: "all", label: "文字", type: "text" },
  ],
  metrics: [{ id: "toString", label: "乙", places: 1, formula: "甲 / 3" }],
  rules: [{ id: "valueOf", severity: "verify", assert: "甲 < 100", message: "甲 {甲} 偏大。" }],
});
