// The parts of the embed that need no page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose } from "../www/bind/choose.js";
import { byName } from "../www/bind/names.js";
import { unitIn, wording } from "../www/bind/wording.js";
import { plainDigits } from "../www/normalise.js";
import { pairs, put } from "../www/record.js";
import { makeTiming } from "../www/timing.js";
import { reasonToStop } from "../www/verdict.js";

test("only typography is written back, digit for digit", () => {
  const back = /** @type {const} */ ([
    ["１２３", "123", "123"], ["1,234", "1234", "1234"], ["1，234.50", "1234.5", "1234.50"], [" 120 ", "120", "120"],
    ["－３．１４", "-3.14", "-3.14"], ["1\u00a0234", "1234", "1234"], ["12\u200b0", "120", "120"], ["\u22125", "-5", "-5"], ["１０％", "10", ""],
    ["120", "120", ""], ["1.2万", "12000", ""], ["007", "7", ""], ["12.", "12", ""], ["35户", "35", ""], ["1,23", "123.4", ""],
    ["９９９９９９９９９９９９９９９９９９９９９９９９９９９．９", "999999999999999999999999999.9", "999999999999999999999999999.9"],
  ]);
  for (const [typed, value, wanted] of back) assert.equal(plainDigits(typed, value), wanted, typed);
});

test("names are recognised in every spelling and never by a part", () => {
  const field = { id: "emp_total", names: ["就业人数", "workers"], labels: 1 };
  const score = (/** @type {string} */ name, id = "") => byName(field, /** @type {any} */ ({ name, id }), "").score;
  for (const name of ["emp_total", "EMP_TOTAL", "empTotal", "emp-total", "report[empTotal]", "report.emp_total", "a.b[emp_total]", "txtEmpTotal", "form_item_emp_total", "workers"]) {
    assert.ok(score(name) > 0.74, name);
  }
  for (const name of ["emp_total_last", "last_emp_total", "emp", "rows[0].empTotal", "list[3][emp_total]", "rows[#index#].empTotal", "emp_total_1", "__prefix__emp_total", ""]) {
    assert.equal(score(name), 0, name);
  }
  assert.ok(score("empTotal") > score("report[empTotal]"));
});

test("labels are compared without numbering, marks and brackets", () => {
  assert.equal(wording("3、 * 其中： 省外务工（人）：").bare, "省外务工");
  assert.deepEqual(wording("就业人数（人）").asides, ["人"]);
  assert.equal(wording("（一）就业人数").bare, "就业人数");
  assert.equal(wording("请输入就业人数").bare, "就业人数");
  assert.equal(wording("上年末农户总数").bare, wording("上年农户总数").bare);
  assert.notEqual(wording("应参保人数").bare, wording("参保人数").bare);
  assert.equal(wording("12.5米路").bare, "12.5米路");
  assert.equal(unitIn("（单位：万元）"), "万元");
  assert.equal(unitIn("填写说明"), "");
});

test("a binding wants to be best on both sides, by a margin", () => {
  const pair = (/** @type {string} */ field, /** @type {string} */ control, /** @type {number} */ score) => ({ field, control, score });
  const clear = choose([pair("a", "x", 1), pair("a", "y", 0.9), pair("b", "y", 0.95), pair("b", "x", 0.8)], 0.04);
  assert.deepEqual(clear.chosen.map(({ field, control }) => field + control), ["ax", "by"]);
  const tied = choose([pair("a", "x", 0.9), pair("a", "y", 0.9)], 0.04);
  assert.deepEqual([tied.chosen.length, tied.doubtful.length], [0, 2]);
});

test("a finding waits until its field is left, and is live from then on", () => {
  const timing = makeTiming("hybrid");
  const bound = new Set(["a", "b"]);
  const finding = /** @type {any} */ ({ id: "r", code: "rule", fields: ["a", "b"] });
  timing.typing("b");
  assert.deepEqual(timing.show([finding], bound), []);
  timing.commit("b");
  assert.deepEqual(timing.show([finding], bound), [finding]);
  assert.equal(timing.anchor(finding), "b");
  timing.typing("a");
  assert.deepEqual(timing.show([finding], bound), [finding]);
  const blank = /** @type {any} */ ({ id: "a:required", code: "required", fields: ["a"] });
  timing.commit("a");
  assert.deepEqual(timing.show([blank], bound), []);
  timing.submitted();
  assert.deepEqual(timing.show([blank], bound), [blank]);
});

test("what stops a submission: must be fixed, then a reason, then an interpretation, once", () => {
  const bound = /** @type {any} */ ([{ field: "a" }]);
  const report = (/** @type {any[]} */ findings, /** @type {any} */ notice) => /** @type {any} */ ({ findings, fields: { a: { typed: "1.2万", value: "12000", notice } } });
  const verify = { severity: "verify" };
  const none = new Map();
  assert.equal(reasonToStop(report([verify, { severity: "mandatory" }], null), [], bound, "mandatory", none), "mandatory");
  assert.equal(reasonToStop(report([verify], null), [], bound, "mandatory", none), "");
  assert.equal(reasonToStop(report([verify], null), [], bound, "verify", none), "verify");
  assert.equal(reasonToStop(report([{ ...verify, justified: { reason: "x" } }], null), [], bound, "verify", none), "");
  assert.equal(reasonToStop(report([], { code: "MAGNITUDE" }), [], bound, "mandatory", none), "notice");
  assert.equal(reasonToStop(report([], { code: "MAGNITUDE" }), [], bound, "mandatory", new Map([["a", "1.2万"]])), "");
  assert.equal(reasonToStop(report([], null), /** @type {any} */ ([{ severity: "mandatory" }]), bound, "mandatory", none), "mandatory", "what can no longer pass stops like what fails");
});

test("records keep every id", () => {
  /** @type {Record<string, any>} */
  const record = {};
  put(record, "__proto__", { a: 1 });
  put(record, "constructor", "c");
  put(record, "x", { toString: "t" });
  assert.deepEqual(Object.keys(record), ["__proto__", "constructor", "x"]);
  assert.equal(Object.getOwnPropertyDescriptor(record, "__proto__")?.value.a, 1);
  assert.equal(record.x.toString, "t");
  assert.deepEqual(pairs(JSON.parse('{"__proto__":"1","b":null}')), [["__proto__", "1"], ["b", ""]]);
});
