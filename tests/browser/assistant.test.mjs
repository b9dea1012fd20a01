// The assistant for binding, as the engineer of a portal uses it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, portal, STRICT } from "./support.mjs";

const { open } = bench();
const BODY = `<form id="report"><p>劳动力总数 <input name="labourForce"></p><p>就业人数 <input id="one"></p><p>就业人数 <input id="two"></p>
  <p>人均 <input id="rate" readonly></p><button id="send">提交</button></form>`;
const html = portal({ body: BODY, attributes: `data-form="#report" data-assistant` });

test("shows what is bound and why, takes a click for what is open, prints the map and the tag", async () => {
  const { page, problems } = await open(html, { csp: STRICT });
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.bind());
  const panel = page.locator("section[aria-label=绑定助手]");
  const row = (/** @type {string} */ label) => panel.locator(".tianbao-row", { hasText: label }).first();
  assert.match(await row("劳动力总数").innerText(), /按 name/);
  assert.match(await row("就业人数").innerText(), /有几处相符/);
  await row("就业人数").locator("button").click();
  assert.match(await row("就业人数").innerText(), /请在页面上点击/);
  await page.click("#two");
  assert.match(await row("刚才点选").innerText(), /^就业人数\s+改选\s+刚才点选 · #two/);
  const [map, tag] = await panel.locator("textarea").evaluateAll((areas) => areas.map((area) => /** @type {HTMLTextAreaElement} */ (area).value));
  assert.deepEqual(JSON.parse(map), { emp_total: "#two" });
  assert.match(tag, /^<script .*data-pack="#pack".* data-map="tianbao-map.json"><\/script>$/);
  assert.doesNotMatch(tag, /data-assistant/);
  assert.deepEqual(problems, []);
});

test("Escape ends the picking, and a click then does what it does", async () => {
  const { page } = await open(html);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.bind());
  const panel = page.locator("section[aria-label=绑定助手]");
  await panel.locator(".tianbao-row", { hasText: "就业人数" }).first().locator("button").click();
  await page.keyboard.press("Escape");
  await page.click("#one");
  assert.equal(await panel.locator(".tianbao-row", { hasText: "刚才点选" }).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "one");
});

test("the map that it prints binds as it says, a metric's target included", async () => {
  const { page } = await open(html);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.bind());
  const panel = page.locator("section[aria-label=绑定助手]");
  await panel.locator(".tianbao-row", { hasText: "就业人数" }).first().locator("button").click();
  await page.click("#one");
  await panel.locator("summary").click();
  await panel.locator("details .tianbao-row", { hasText: "就业率" }).first().locator("button").click();
  await page.click("#rate");
  const map = await panel.locator("textarea").first().evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).value);
  const again = await open(portal({ body: BODY, attributes: `data-form="#report" data-map='${map.replace(/\n/g, "")}'` }));
  await again.type("[name=labourForce]", "200");
  await again.type("#one", "150");
  await again.page.waitForFunction(() => /** @type {any} */ (document.querySelector("#rate")).value === "75.00");
});

test("?tianbao=bind opens it only where the tag allows it", async () => {
  const allowed = await open(html, { query: "?tianbao=bind" });
  await allowed.page.locator("section[aria-label=绑定助手]").waitFor();
  const plain = await open(portal({ body: BODY }), { query: "?tianbao=bind" });
  await plain.page.waitForTimeout(300);
  assert.equal(await plain.page.locator("section[aria-label=绑定助手]").count(), 0);
});
