// Hundreds of forms made at random from the township pack in the ways that portals write them: never a wrong binding, hardly one missed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { www } from "../../www/tool/places.mjs";

const ROUNDS = Number(process.env.ROUNDS || 6);
const pack = JSON.parse(readFileSync(join(www, "packs", "rural-revitalization-township", "pack.json"), "utf8"));
/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  site = await serve({ pages: { "/blank.html": "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>.</title>" } });
  chromium = await openChromium();
});
after(() => Promise.all([chromium.close(), site.close()]));

test("random forms are bound rightly or not at all", async () => {
  const { page } = await chromium.newPage();
  await page.goto(`${site.origin}/blank.html`);
  const found = await page.evaluate(async ([pack, rounds]) => (await import(/** @type {any} */ ("/tests/browser/inside/forms.js"))).tryForms(pack, rounds), /** @type {const} */ ([pack, ROUNDS]));
  for (const { layout, asked, bound, wrong } of found) {
    if (process.env.ROUNDS) console.log(layout, asked, bound, wrong.length, [...new Set(wrong)].slice(0, 12));
    if (process.env.ROUNDS) continue;
    assert.deepEqual(wrong, [], layout);
    assert.ok(bound >= 0.97 * asked, `${layout}: ${bound} of ${asked}`);
  }
});
