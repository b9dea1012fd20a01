// On a phone: room for thumbs, the keyboard of figures, and a panel that gives way to the keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, drawn, INPUTS, portal } from "./support.mjs";

const { open } = bench();
const PHONE = { width: 375, height: 700 };
const MODES = INPUTS.replace(`<input name="pay" id="pay">`, `<input name="pay" id="pay" inputmode="text">`);

/** Opens the panel. @param {import("playwright-core").Page} page */
async function unfold(page) {
  await page.click(".tianbao-head");
  await drawn(page);
}

/** The keyboard comes up, or goes: the part of the window that is seen changes, and only that. @param {import("playwright-core").Page} page @param {number} height */
async function keyboard(page, height) {
  await page.evaluate((seen) => {
    const viewport = /** @type {VisualViewport} */ (window.visualViewport);
    Object.defineProperty(viewport, "height", { configurable: true, get: () => seen });
    viewport.dispatchEvent(new Event("resize"));
  }, height);
  await drawn(page);
}

const dock = (/** @type {import("playwright-core").Page} */ page) => page.locator(".tianbao-dock").evaluate((element) => {
  const { visibility } = getComputedStyle(element);
  return { visibility, bottom: Math.round(element.getBoundingClientRect().bottom) };
});

test("whatever can be pressed in the panel is at least 44 px high", async () => {
  const { page, type, leave } = await open(portal(), { viewport: PHONE });
  for (const [id, text] of Object.entries({ labour: "20", emp: "8", last: "10", pay: "1.2万" })) await type(`#${id}`, text);
  await leave();
  await unfold(page);
  for (const title of [".tianbao-reason-toggle", ".tianbao-tab"]) assert.ok(await page.locator(title).count() > 0, title);
  await page.locator(".tianbao-reason-toggle").first().click();
  const small = await page.locator(".tianbao-panel button, .tianbao-bubble button").evaluateAll((buttons) => buttons
    .map((button) => ({ name: button.textContent, height: button.getBoundingClientRect().height })).filter(({ height }) => height > 0 && height < 44));
  assert.deepEqual(small, []);
});

test("fields of figures get the keyboard of figures where they name none, and lose it again", async () => {
  const { page } = await open(portal({ inputs: MODES }), { viewport: PHONE });
  await page.waitForFunction(() => document.querySelector("#emp")?.getAttribute("inputmode") === "numeric");
  const modes = () => page.evaluate(() => ["labour", "emp", "last", "pay", "terrain"].map((id) => document.getElementById(id)?.getAttribute("inputmode")));
  assert.deepEqual(await modes(), ["numeric", "numeric", "numeric", "text", null]);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].detach());
  assert.deepEqual(await modes(), [null, null, null, "text", null]);
});

test("at a desk the fields are left as they are", async () => {
  const { page } = await open(portal());
  await page.waitForSelector(".tianbao-head");
  await drawn(page);
  assert.equal(await page.getAttribute("#emp", "inputmode"), null);
});

test("the panel gives way while someone types into the form, and messages stay above the keyboard", async () => {
  const { page, type } = await open(portal(), { viewport: PHONE });
  await type("#labour", "20");
  await type("#emp", "30");
  await page.click("#send");
  await page.waitForSelector(".tianbao-bubble");
  assert.equal((await dock(page)).visibility, "visible");
  await page.focus("#emp");
  await keyboard(page, 330);
  assert.equal((await dock(page)).visibility, "hidden");
  const bubble = await page.locator(".tianbao-bubble").evaluate((element) => element.getBoundingClientRect().bottom);
  assert.ok(bubble <= 330, `the bubble ends at ${bubble}`);
  await keyboard(page, PHONE.height);
  assert.equal((await dock(page)).visibility, "visible");
});

test("while a reason is written the sheet stands on the keyboard", async () => {
  const { page, type, leave } = await open(portal(), { viewport: PHONE });
  await type("#labour", "20");
  await type("#emp", "8");
  await leave();
  await unfold(page);
  await page.locator(".tianbao-reason-toggle").first().click();
  await page.locator(".tianbao-reason-text").first().focus();
  await keyboard(page, 330);
  assert.deepEqual(await dock(page), { visibility: "visible", bottom: 330 });
  const top = await page.locator(".tianbao-panel").evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(top >= 0, `the sheet begins at ${top}`);
  await page.keyboard.type("含上年结转的任务");
  await keyboard(page, PHONE.height);
  assert.deepEqual(await dock(page), { visibility: "visible", bottom: PHONE.height });
});
