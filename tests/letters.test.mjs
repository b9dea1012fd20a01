import assert from "node:assert/strict";
import { test } from "node:test";
import { toLetters } from "../www/tool/letters.mjs";
import { bytes } from "../www/wasm/letters.js";

test("any bytes come back from their letters", () => {
  const all = Uint8Array.from({ length: 65536 }, (_, at) => (at * at) >> 3);
  const every = Uint8Array.from({ length: 256 }, (_, at) => at);
  for (const some of [new Uint8Array(0), new Uint8Array([255]), every, all, all.reverse()]) assert.deepEqual(bytes(toLetters(some)), some);
});

test("letters mean nothing in scripts and pages", () => {
  const letters = toLetters(Uint8Array.from({ length: 256 }, (_, at) => at));
  assert.match(letters, /^[ -~]+$/);
  assert.doesNotMatch(letters, /["'`\\$<>]/);
});
