// Hostile packs in a browser, where the stack is short and ids may be names of the language.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { faulty } from "../harness/faults.mjs";
import { during, inside } from "../harness/visit.mjs";

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
before(async () => void (chromium = await openChromium()));
after(() => chromium.close());

test("each hostile pack loads or is refused, and the engine does not stop", () => during(chromium, { init: [faulty] }, async ({ page, problems }) => {
  const results = await inside(page, "hostile.js", "packs");
  assert.deepEqual(results.filter(({ outcome }) => outcome !== "loads" && outcome !== "refused"), []);
  const byName = Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]));
  assert.equal(byName["ids of the language"], "loads");
  assert.equal(byName["10,000 fields"], "loads");
  assert.equal(byName["a circle of 1,000 metrics"], "refused");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).faults.real), 0);
  assert.deepEqual(problems, []);
}));
