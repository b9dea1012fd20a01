// The field in use is seen: what we draw goes out of its way, as a person tabs through a whole report.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  chromium = await openChromium();
  site = await serve({});
});
after(async () => {
  await chromium.close();
  await site.close();
});

/** What stands in the middle of the focused input. @param {import("playwright-core").Page} page */
const seen = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const input = /** @type {any} */ (document.activeElement);
  const { left, top, right, bottom } = input.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  // What the page itself keeps at the lower edge is the page's.
  done(hit && /tianbao/.test(hit.className) ? `${input.name} is under ours` : "");
}))));

for (const width of [1280, 900, 700]) {
  test(`at ${width} px no field is hidden while someone is in it`, async () => {
    const { page } = await chromium.newPage({ viewport: { width, height: 720 } });
    await page.goto(`${site.origin}/www/demo/index.html`);
    await page.waitForSelector(".tianbao-panel");
    await page.locator(".tianbao-head").click();
    await page.focus("[name=township]");
    const hidden = [];
    for (let i = 0; i < 120; i += 1) {
      hidden.push(await seen(page));
      await page.keyboard.press("Tab");
    }
    assert.deepEqual(hidden.filter(Boolean), []);
    await page.context().close();
  });
}
