// The engine stops at every place where it can be entered or left, and its memory runs out: the form knows everything still.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { faulty } from "../harness/faults.mjs";
import { during, inside } from "../harness/visit.mjs";
import { SMALL } from "./tasks.mjs";

/** What has nothing left to lose need not be asked twice by us. */
const AGAIN = ["free"];

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
before(async () => void (chromium = await openChromium()));
after(() => chromium.close());

test("a fault in any call into the engine or out of it is made good", () => during(chromium, { init: [faulty] }, async ({ page, problems }) => {
  const results = await inside(page, "sweep.js", "sweep", { task: SMALL, most: 3 });
  assert.ok(results.length > 50, `${results.length} faults`);
  assert.deepEqual(results.filter(({ wrong }) => wrong !== ""), []);
  const late = results.filter(({ operation, asked }) => asked > 1 && !AGAIN.includes(operation));
  assert.deepEqual(late, [], "a form answers at once");
  assert.equal(problems.length, 1, "one warning");
}));

test("memory that runs out costs nothing that was typed", () => during(chromium, { init: [faulty] }, async ({ page }) => {
  for (const mib of [1, 2]) {
    const results = await inside(page, "memory.js", "starve", { task: SMALL, mib });
    assert.deepEqual(results.filter(({ wrong }) => wrong !== ""), []);
    assert.ok(results.filter(({ ran }) => ran).length >= 5, "it did run out");
  }
}));
