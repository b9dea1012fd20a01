// What is typed stays in the page: no request, no storage, no line in the console has it, not even when something fails.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { spy } from "./spy.mjs";

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
before(async () => void (chromium = await openChromium()));
after(() => chromium.close());

test("nothing that is typed leaves the page or stays behind", async () => {
  const { found, looked, sent, used, sung, warnings } = await spy(chromium);
  assert.deepEqual(found, []);
  assert.deepEqual(sent, [], "no request after the load");
  assert.deepEqual(used, [], "no storage, no channel, no worker");
  assert.ok(sung >= 2, "the figures did reach the engine and the panel");
  assert.ok(warnings >= 2, "failures were told");
  assert.ok(looked.length > 15, looked.join());
});
