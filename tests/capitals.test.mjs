// Amounts in capital words, and numbers in groups of three. The examples of 支付结算办法，附一 come first.
import assert from "node:assert/strict";
import { test } from "node:test";
import { capitals } from "../www/panel/aside/capitals.js";
import { grouped, groupedEnds } from "../www/panel/grouped.js";

/** @type {[string, string, string][]} */
const WORDS = [
  ["1409.50", "元", "壹仟肆佰零玖元伍角整"],
  ["6007.14", "元", "陆仟零柒元壹角肆分"],
  ["1680.32", "元", "壹仟陆佰捌拾元叁角贰分"],
  ["107000.53", "元", "壹拾万零柒仟元伍角叁分"],
  ["16409.02", "元", "壹万陆仟肆佰零玖元零贰分"],
  ["325.04", "元", "叁佰贰拾伍元零肆分"],
  ["1234567.89", "元", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"],
  ["0", "元", "零元整"],
  ["0.00", "万元", "零元整"],
  ["0.5", "元", "伍角整"],
  ["0.05", "元", "伍分"],
  ["10", "元", "壹拾元整"],
  ["10010", "元", "壹万零壹拾元整"],
  ["10001000", "元", "壹仟万零壹仟元整"],
  ["20000000", "元", "贰仟万元整"],
  ["100000000", "元", "壹亿元整"],
  ["100000001", "元", "壹亿零壹元整"],
  ["100010000", "元", "壹亿零壹万元整"],
  ["1000000000000", "元", "壹万亿元整"],
  ["1000100000000", "元", "壹万零壹亿元整"],
  ["9000000000000000", "元", "玖仟万亿元整"],
  ["9999999999999999.99", "元", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
  ["-12.3", "元", "负壹拾贰元叁角整"],
  ["123.456789", "万元", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"],
  ["123", "万元", "壹佰贰拾叁万元整"],
  ["0.0001", "万元", "壹元整"],
  ["0.000001", "万元", "壹分"],
  ["1.5", "亿元", "壹亿伍仟万元整"],
  ["12.5", "千元", "壹万贰仟伍佰元整"],
];

test("amounts of money in capital words", () => {
  for (const [value, unit, words] of WORDS) assert.equal(capitals(value, unit), words, `${value} ${unit}`);
});

test("what cannot be said exactly is not said", () => {
  for (const value of ["1.234", "10000000000000000", "", "abc", "1e3"]) assert.equal(capitals(value, "元"), "", value);
  assert.equal(capitals("0.0000001", "万元"), "", "less than a fen");
  for (const unit of ["人", "元/人", undefined]) assert.equal(capitals("12", unit), "", unit);
});

test("digits in groups of three, years alone as they are", () => {
  assert.deepEqual(["0", "999", "1000", "1234567.5", "-1234.0001", "-123"].map(grouped), ["0", "999", "1,000", "1,234,567.5", "-1,234.0001", "-123"]);
  assert.deepEqual(groupedEnds(["2020", "2030"], "年"), ["2020", "2030"]);
  assert.deepEqual(groupedEnds(["2020", "2030"], ""), ["2020", "2030"]);
  assert.deepEqual(groupedEnds(["2020", "2030"], "人"), ["2,020", "2,030"]);
  assert.deepEqual(groupedEnds(["2020", "20000"], ""), ["2,020", "20,000"]);
});
