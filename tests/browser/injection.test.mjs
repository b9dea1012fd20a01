// Whatever a pack or a person writes is shown as text: nothing of it becomes markup, and nothing runs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { attack, INJECTIONS } from "./texts.mjs";

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
before(async () => void (chromium = await openChromium()));
after(() => chromium.close());

test("there are enough of them, all different", () => {
  assert.ok(INJECTIONS.length >= 200, String(INJECTIONS.length));
  assert.equal(new Set(INJECTIONS).size, INJECTIONS.length);
});

test("hostile texts in every slot are shown as text, under trusted types", async () => {
  const { results, problems, requests, ran } = await attack(chromium, INJECTIONS.filter((_, at) => at % 3 === 0), 14);
  assert.deepEqual(results.filter(({ wrong }) => wrong.length > 0), []);
  assert.ok(results.every(({ shown }) => shown > 50), "each was looked for in each slot");
  // Our own panel, which comes with the first form.
  const foreign = requests.filter((address) => address !== "/dist/tianbao-panel.js");
  assert.deepEqual({ problems, foreign, ran }, { problems: [], foreign: [], ran: 0 });
});
