// What the other answers still leave for a field, beside it; one value left is offered and never filled in by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, portal, rested } from "./support.mjs";

const { open } = bench();

/** @param {string} id @param {string} zh @param {string} en */
const figure = (id, zh, en) => ({ id, label: { zh, en }, unit: "人", type: "integer", min: 0, max: 60000 });
const PACK = {
  tianbao: 1,
  id: "range",
  version: "1",
  title: "月报",
  sections: [],
  fields: [figure("labour", "劳动力总数", "Labour force"), figure("total", "就业人数", "Employed"), figure("near", "县内", "In the county"), figure("far", "县外", "Elsewhere"), figure("free", "其他", "Other")],
  metrics: [],
  rules: [
    { id: "fits", severity: "mandatory", assert: "total <= labour", message: "就业人数 {total}，多于劳动力总数 {labour}。请核对。" },
    { id: "adds", severity: "mandatory", assert: "near + far = total", message: "县内 {near}、县外 {far} 之和与就业人数 {total} 不等。请核对。" },
  ],
};
const INPUTS = PACK.fields.map(({ id, label }) => `<p><label>${label.zh} <input name="${id}" id="${id}"></label></p>`).join("\n");
const range = (/** @type {object} */ more = {}) => portal({ pack: PACK, inputs: INPUTS, ...more });

/** @param {import("playwright-core").Page} page */
const lines = (page) => page.locator(".tianbao-bubble .tianbao-beside").allTextContents();

test("the range stands beside the field in focus, with the rules that make it so", async () => {
  const { page, type } = await open(range());
  await type("#labour", "1456");
  await type("#near", "1203");
  await page.focus("#total");
  await rested(page);
  const said = await lines(page);
  assert.ok(said.includes("按其他各格，本格可填 1,203 – 1,456"), said.join("\n"));
  assert.ok(said.includes("依据：就业人数 ≤ 劳动力总数；县内 + 县外 = 就业人数"), said.join("\n"));
  await page.keyboard.type("12");
  assert.ok((await lines(page)).includes("按其他各格，本格可填 1,203 – 1,456"), "it does not come and go while one types");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.focus("#free");
  await rested(page);
  assert.deepEqual(await lines(page), ["单位 人 · 可填 0 至 60,000"], "no rule, no narrower range");
});

test("one value left is offered as a button, and fills the field only when pressed", async () => {
  const { page, type } = await open(range());
  await type("#near", "1000");
  await type("#far", "234");
  await page.focus("#total");
  await rested(page);
  const offer = page.locator(".tianbao-bubble .tianbao-offer");
  await page.evaluate(() => void (/** @type {any} */ (document.getElementById("total")).readOnly = true));
  await page.focus("#free");
  await page.focus("#total");
  await rested(page);
  assert.ok((await lines(page)).includes("可推算 1,234"));
  assert.equal(await offer.count(), 0, "what the page fills in itself is told, and left to the page");
  await page.evaluate(() => void (/** @type {any} */ (document.getElementById("total")).readOnly = false));
  await page.focus("#free");
  await page.focus("#total");
  await rested(page);
  assert.equal(await offer.textContent(), "可推算 1,234");
  assert.equal(await page.inputValue("#total"), "");
  assert.equal(await page.getByRole("button", { name: "就业人数：可推算 1,234", exact: true }).count(), 1, "field and value in its name");
  await page.keyboard.press("F2");
  assert.equal(await page.inputValue("#total"), "1234");
  await page.keyboard.press("Control+z");
  assert.equal(await page.inputValue("#total"), "");
  await rested(page);
  await offer.click();
  assert.equal(await page.inputValue("#total"), "1234");
  await rested(page);
  assert.equal(await offer.count(), 0, "what is there need not be worked out");
  await page.keyboard.press("Control+z");
  assert.equal(await page.inputValue("#total"), "");
});

test("in English as in Chinese", async () => {
  const { page, type } = await open(range({ lang: "en" }));
  await type("#labour", "1456");
  await page.focus("#near");
  await rested(page);
  const said = await lines(page);
  assert.ok(said.includes("Given the other answers: 0 – 1,456"), said.join("\n"));
  assert.ok(said.some((line) => line.startsWith("Because of: ")), said.join("\n"));
});
