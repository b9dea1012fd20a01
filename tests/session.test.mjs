// One form being filled, on what is shipped: what crosses between JavaScript and the engine, and that nothing is lost on the way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { root } from "../www/tool/places.mjs";
import { loadDist } from "./prove/driver.mjs";

const LIBRARY = readFileSync(join(root, "www", "packs", "library-month", "pack.json"), "utf8");

/** Ids that mean something to JavaScript's objects. */
const ODD = `{ "tianbao": 1, "id": "odd", "version": "1", "title": "示例", "sections": [ { "id": "valueOf", "label": "其他" } ],
  "fields": [ { "id": "__proto__", "label": "甲", "type": "integer", "section": "valueOf" }, { "id": "constructor", "label": "乙", "type": "integer" } ],
  "metrics": [ { "id": "toString", "label": "丙", "places": 0, "formula": "甲 + 乙" } ],
  "rules": [ { "id": "hasOwnProperty", "severity": "hint", "assert": "甲 <= 乙", "message": "甲 {甲} 大于乙 {乙}。" } ] }`;

/** @type {typeof import("../www/types/tianbao")} */
let tianbao;
before(async () => void (tianbao = await loadDist()));

/** @param {string} pack @param {Record<string, string>} [values] */
const open = async (pack, values) => (await tianbao.load(pack, { locale: "zh" })).open({ values });

/** @param {string} json @returns {Record<string, string>} as parsed, so that `__proto__` is a key */
const parsed = (json) => JSON.parse(json);

test("a keystroke returns what changed, and nothing where nothing did", async () => {
  const form = await open(LIBRARY, { visits: "2512" });
  const changes = form.set("loans", "3140");
  assert.deepEqual(changes.fields, ["loans"]);
  // The first has its figure now; the second waits for one field less.
  assert.deepEqual(changes.metrics, ["loans_per_visit", "van_share"]);
  assert.deepEqual(form.set("loans", "3140"), { fields: [], metrics: [], opened: [], updated: [], closed: [] });
  assert.throws(() => form.set("no such field", "1"), /no such field/);
});

test("several values are one edit, and an unknown field changes nothing", async () => {
  const form = await open(LIBRARY);
  const changes = form.setMany({ loans: "14040", visits: "12480" });
  assert.deepEqual([changes.fields.length, changes.metrics], [2, ["loans_per_visit", "van_share"]]);
  assert.throws(() => form.setMany({ loans: "1", "no such field": "1" }), /no such field/);
  assert.equal(form.report().fields.loans.typed, "14040");
});

test("text of any kind comes back as typed", async () => {
  const form = await open(LIBRARY);
  for (const typed of ["", "填报 👩‍🔬 \u0000\ufeff", "𠮷", "é", "长".repeat(5000), "a\ud800b", "\udc00", "a".repeat(100_000), "短"]) {
    form.set("library", typed);
    const { typed: back, value, state } = form.report().fields.library;
    assert.equal(back, typed);
    if (state === "ok") assert.equal(value, typed.replace(/^[\s\ufeff]+|[\s\ufeff\u200d]+$/g, "").replace(/\u200d/g, ""));
  }
});

test("ids that objects know survive as keys", async () => {
  const form = await open(ODD);
  form.setMany(parsed('{"__proto__": "3", "constructor": "2"}'));
  const { fields, metrics, findings, progress } = form.report();
  assert.deepEqual(Object.keys(fields), ["__proto__", "constructor"]);
  assert.equal(Object.getOwnPropertyDescriptor(fields, "__proto__")?.value.value, "3");
  assert.equal(metrics.toString.value, "5");
  assert.equal(findings[0].id, "hasOwnProperty");
  assert.deepEqual(Object.keys(progress.bySection), ["valueOf"]);
});

test("a byte order mark that a sentence begins with is a letter like any other", async () => {
  const form = await open(ODD.replace("甲 {甲} 大于", "\ufeff甲 {甲} 大于"), parsed('{"__proto__": "1", "constructor": "2"}'));
  const [{ message, detail }] = form.set("__proto__", "3").opened;
  assert.deepEqual([message, detail], ["\ufeff甲 3 大于乙 2。", "3 > 2"]);
});

test("figures cross as text, and what has none as null", async () => {
  const form = await open(LIBRARY, { visits: "１，２３４", book_cost: "24961.60", loans: "1.2万" });
  const { fields, metrics } = form.report();
  assert.equal(fields.visits.value, "1234");
  assert.equal(fields.book_cost.value, "24961.6");
  assert.deepEqual([fields.loans.value, fields.loans.notice?.code], ["12000", "MAGNITUDE"]);
  assert.equal(fields.library.value, null);
  assert.equal(metrics.van_share.value, null);
  assert.equal(metrics.van_share.state, "waiting");
});

test("how a text was read is told whatever kind of field it stands in", async () => {
  const form = await open(LIBRARY, { visits: "约120", report_date: "2024年13月1日" });
  const entries = form.report().findings.filter(({ entry }) => entry).map(({ id, entry }) => [id, entry]);
  assert.deepEqual(entries.map(([id]) => id), ["report_date:format", "visits:not-a-number"]);
  assert.equal(entries[1][1], "APPROXIMATE");
});

test("a report shows what stood when it was asked for, whenever its parts are read", async () => {
  const form = await open(LIBRARY, { visits: "2804", loans: "14040" });
  const early = form.report();
  const late = form.report();
  const seen = JSON.stringify(early);
  form.setMany({ visits: "1", loans: "x", library: "县图书馆" });
  form.report();
  assert.equal(JSON.stringify(late), seen);
  assert.equal(late.findings, late.findings);
  // What a page writes into one report stands in no other.
  late.pack.id = late.engine.version = "";
  assert.notEqual(form.report().pack.id, "");
  assert.deepEqual(Object.keys(late), ["pack", "engine", "status", "fields", "metrics", "findings", "early", "progress"]);
});

test("a reason stands with its finding until the figures change", async () => {
  const form = await open(LIBRARY, { visits: "2804", loans: "14040" });
  const changes = form.justify("loans_a_visit", "本月举办读书节活动");
  assert.deepEqual(changes.updated.map(({ id, justified }) => [id, justified?.reason]), [["loans_a_visit", "本月举办读书节活动"]]);
  assert.equal(form.set("loans", "14041").updated[0].justified, undefined);
  assert.throws(() => form.justify("no such rule", "本月举办读书节活动"), (/** @type {any} */ error) => error.code === "not-verify");
});

test("what is no pack is refused as a pack, and options may be missing in any way", async () => {
  for (const odd of [undefined, null, () => 1, 5, "{", []]) await assert.rejects(tianbao.load(/** @type {any} */ (odd), /** @type {any} */ (null)), tianbao.PackError);
  const pack = await tianbao.load(LIBRARY, /** @type {any} */ (null));
  assert.deepEqual(pack.check("visits\n1\n", /** @type {any} */ (null)).map(({ metrics }) => metrics), [undefined]);
});

test("a table is judged record by record, as forms one by one are", async () => {
  const pack = await tianbao.load(LIBRARY, { locale: "zh" });
  const table = "visits,外借册次,no such column,library\n2804,14040,,县图书馆\n\"1,234\",x\r\n,,,\n";
  const judged = pack.check(table, { metrics: true });
  const present = ["visits", "loans", "library"];
  const alone = [{ visits: "2804", loans: "14040", library: "县图书馆" }, { visits: "1,234", loans: "x" }, {}].map((values) => {
    const { status, findings, metrics } = pack.open({ present, values }).report();
    return { status, findings: findings.map(({ id }) => id), metrics: pack.metrics.map(({ id }) => metrics[id].value) };
  });
  assert.deepEqual(judged, alone);
  assert.deepEqual(pack.check("visits\n"), []);
  assert.throws(() => pack.check("a,b\n1,2\n"), /column/);
});

/** What a page is told of figures, how they are drawn and how they add up. */
const SUMS = `{ "tianbao": 1, "id": "sums", "version": "1", "title": "示例", "sections": [],
  "fields": [ { "id": "all", "label": "合计", "type": "decimal", "unit": "元", "decimals": 2, "min": "0.00", "max": "99999", "note": { "zh": "注", "en": "Note" } },
    { "id": "one", "label": "甲", "type": "decimal", "unit": "元", "decimals": 2, "min": "-0.50", "max": "12345678901234567890.10", "plausible": ["0.0", 100], "in_words": true },
    { "id": "two", "label": "乙", "type": "integer", "unit": "元" }, { "id": "two_last", "label": "上年乙", "type": "integer", "unit": "元", "last_of": "two" } ],
  "metrics": [ { "id": "share", "label": "占比", "unit": "%", "places": 1, "formula": "one / all * 100%", "picture": "share" },
    { "id": "share_last", "label": "上年占比", "unit": "%", "places": 1, "formula": "two_last / all * 100%", "picture": "track", "last_of": "share" },
    { "id": "change", "label": "变化", "unit": "百分点", "places": 1, "formula": "share - share_last", "change_of": "share" },
    { "id": "grown", "label": "增加", "unit": "元", "places": 0, "formula": "two - two_last", "change_of": "two" } ],
  "rules": [ { "id": "R", "severity": "mandatory", "assert": "one + two = all", "shown_in": { "unit": "万元", "places": 2 }, "message": "请核对。" },
    { "id": "S", "severity": "hint", "assert": "one <= all", "message": "请核对。" } ] }`;

test("a page knows limits, pictures, changes and sums of a pack", async () => {
  const { fields, metrics, rules } = await tianbao.load(SUMS, { locale: "en" });
  const [all, one, two] = fields;
  assert.deepEqual([all.min, all.max, all.plausible, all.decimals, all.note, "inWords" in all], ["0", "99999", undefined, 2, "Note", false]);
  assert.deepEqual([one.min, one.max, one.plausible, one.inWords], ["-0.5", "12345678901234567890.1", ["0", "100"], true]);
  assert.deepEqual([two.decimals, "min" in two, "plausible" in two, "note" in two], [0, false, false, false]);
  assert.deepEqual(metrics.map(({ picture }) => picture), ["share", "track", undefined, undefined]);
  assert.deepEqual(metrics.map(({ lastOf, changeOf }) => [lastOf, changeOf]), [[undefined, undefined], ["share", undefined], [undefined, "share"], [undefined, "two"]]);
  assert.deepEqual(rules.map(({ sum }) => sum), [{ total: "all", parts: ["one", "two"] }, undefined]);
});

test("a sum is explained as far as it is filled in", async () => {
  const form = await open(SUMS);
  assert.equal(form.explain("R").sum, undefined);
  form.setMany({ all: "9,000.5", one: "4,500.5" });
  assert.deepEqual(form.explain("R").sum, { total: "all", parts: ["one", "two"], difference: "4500", text: "还差 4,500 元" });
  form.setMany({ two: "4500", two_last: "4000" });
  const shown = { total: "0.90", parts: ["0.45", "0.45"], unit: "万元" };
  assert.deepEqual(form.explain("R").sum, { total: "all", parts: ["one", "two"], difference: "0", text: "已平衡", shown });
  assert.equal(form.explain("S").sum, undefined);
  assert.deepEqual([form.explain("R").passes, form.explain("two").passes], [true, undefined]);
  form.set("two", "4501");
  assert.equal(form.explain("R").passes, false);
  form.set("two", "4500");
  assert.deepEqual(form.explain("two").operands, [{ id: "two_last", label: "上年乙", value: "4000", unit: "元" }]);
  form.set("all", "");
  assert.deepEqual(form.explain("R").sum, { total: "all", parts: ["one", "two"], difference: null, text: "分项合计 9,000.5 元" });
  assert.equal(form.explain("R").passes, undefined, "not judged yet");
});

test("why a pack is refused is told in the language asked for", async () => {
  for (const [locale, said] of /** @type {const} */ ([["zh", "可以写：mandatory · verify · hint"], ["en", "It could be: mandatory · verify · hint"]])) {
    const error = await tianbao.load(SUMS.replace('"severity": "hint"', '"severity": "warn"'), { locale }).then(() => null, (thrown) => thrown);
    assert.ok(error instanceof tianbao.PackError);
    const [{ code, path, found, message }] = error.diagnostics;
    assert.deepEqual([error.diagnostics.length, code, path, found], [1, "bad-value", "rules[1].severity", "warn"]);
    assert.ok(message.endsWith(said), message);
  }
});

const SUM = `{ "tianbao": 1, "id": "sum", "version": "1", "title": "合计表", "sections": [],
  "fields": [ { "id": "a", "label": "甲", "unit": "人", "type": "integer", "min": 0 }, { "id": "b", "label": "乙", "unit": "人", "type": "integer", "min": 0 },
              { "id": "t", "label": "合计", "unit": "人", "type": "integer", "min": 0 } ],
  "rules": [ { "id": "sum", "severity": "mandatory", "assert": "甲 + 乙 = 合计", "message": "甲与乙之和不等于合计。请核对。" } ] }`;

test("what can no longer pass is told early, as it stood when the report was asked for", async () => {
  const form = await open(SUM, { a: "800", t: "735" });
  const report = form.report();
  form.set("t", "935");
  assert.deepEqual(form.report().early, []);
  assert.deepEqual(report.early?.map(({ id, code, severity, fields }) => [id, code, severity, fields]), [["sum", "rule", "mandatory", ["a", "b", "t"]]]);
  assert.match(report.early?.[0].message ?? "", /乙.*甲 \+ 乙 = 合计.*请核对/);
  assert.deepEqual(report.findings, []);
  assert.deepEqual(form.range("b"), { min: "135", max: "135", step: "1", because: ["sum"] });
  assert.deepEqual(form.repairs().map(({ kind, values }) => [kind, values]), [["derived", { b: "135" }]]);
});

test("the slip is named, and nothing is changed by itself", async () => {
  const form = await open(SUM, { a: "753", b: "280", t: "1015" });
  const [first, ...others] = form.repairs();
  assert.deepEqual([first.kind, first.fields, first.values, first.solves, first.proven], ["transposition", ["a"], { a: "735" }, ["sum"], true]);
  assert.match(first.message, /“甲”.*753 人.*735 人/);
  assert.ok(first.confidence <= 1 && others.every((other) => other.confidence < first.confidence));
  assert.equal(form.report().fields.a.typed, "753");
  assert.throws(() => form.range("no such field"), /no such field/);
});
