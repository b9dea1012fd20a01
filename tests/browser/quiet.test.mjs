// Nobody is told of a mistake in a field that they have not left yet: a whole report, filled in many times in many ways.
// ROUNDS=1000 for all of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { www } from "../../www/tool/places.mjs";

const ROUNDS = Number(process.env.ROUNDS || 60);
const SHARE = 10;
const cases = JSON.parse(readFileSync(join(www, "packs", "rural-revitalization-township", "cases.json"), "utf8"));
/** Reports with all that the form asks and nothing that must be put right. */
const SAMPLES = Object.values(cases.submissions).filter(({ status, prior }) => status !== "mandatory" && !prior).map(({ values }) => values);

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  chromium = await openChromium();
  site = await serve();
});
after(async () => {
  await chromium.close();
  await site.close();
});

/** The demonstration's page, where looks at the form come fifty times as often as a person would meet them. @param {string} [timing] */
async function demo(timing = "hybrid") {
  const { page, context } = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    const { setInterval } = window;
    window.setInterval = /** @type {any} */ ((/** @type {any} */ what, /** @type {number} */ every) => setInterval(what, every / 50));
  });
  await page.route("**/demo/index.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(`data-form="#report"`, `data-form="#report" data-timing="${timing}"`) });
  });
  await page.goto(`${site.origin}/www/demo/index.html`);
  await page.waitForFunction(() => window.Tianbao?.attached.length > 0);
  return { page, context };
}

/** @param {import("playwright-core").Page} page @param {number} rounds @param {number} seed @returns {Promise<import("./inside/quiet.js").Found>} */
const fill = (page, rounds, seed) => page.evaluate(
  async ([samples, rounds, seed]) => (await import(/** @type {any} */ ("/tests/browser/inside/quiet.js"))).fills(samples, rounds, seed),
  /** @type {const} */ ([SAMPLES, rounds, seed]));

test(`no flag before a field was left, in ${ROUNDS} fills of 132 fields`, async (t) => {
  assert.ok(SAMPLES.length >= 2);
  const { page, context } = await demo();
  let flagged = 0;
  let keys = 0;
  for (let done = 0; done < ROUNDS; done += SHARE) {
    const found = await fill(page, Math.min(SHARE, ROUNDS - done), done + 1);
    assert.deepEqual(found.premature, []);
    assert.equal(found.open, 0, "what was typed in the end agrees");
    flagged += found.flagged;
    keys += found.keys;
    if (ROUNDS > 100) console.log(`${done + SHARE} of ${ROUNDS}: ${keys} keys, ${flagged} flags, none of them early`);
  }
  assert.ok(flagged > ROUNDS, `flags do come where a half figure was left: ${flagged}`);
  t.diagnostic(`${keys} keys, ${flagged} flags after leaving`);
  await context.close();
});

test("a portal that wants messages at once gets them, and this test would see them", async () => {
  const { page, context } = await demo("on-change");
  const { premature } = await fill(page, 1, 1);
  assert.ok(premature.length > 0);
  await context.close();
});
