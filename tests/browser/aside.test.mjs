// What stands beside the field that is filled in: unit, usual range, last year's value, what was understood, money in capital
// words, how far the parts of a total are from it. Answers, which move nothing and cover no field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, drawn, portal } from "./support.mjs";

const { open } = bench();

const PACK = {
  tianbao: 1,
  id: "beside",
  version: "1",
  title: "月报",
  sections: [],
  fields: [
    { id: "year", label: { zh: "年度", en: "Year" }, unit: "年", type: "integer", plausible: [2020, 2030] },
    { id: "total", label: { zh: "就业人数", en: "Employed" }, unit: "人", type: "integer", min: 0, max: 60000, plausible: [30, 12000] },
    { id: "total_last", label: { zh: "上年就业人数", en: "Employed last year" }, unit: "人", type: "integer", min: 0, max: 60000, last_of: "total" },
    { id: "near", label: { zh: "县内", en: "In the county" }, unit: "人", type: "integer" },
    { id: "far", label: { zh: "县外", en: "Elsewhere" }, unit: "人", type: "integer" },
    { id: "fund", label: { zh: "资金", en: "Funds" }, unit: "万元", type: "decimal", decimals: 6, in_words: true },
    { id: "name", label: { zh: "单位名称", en: "Name" }, type: "text" },
  ],
  metrics: [{ id: "m", label: "增加", unit: "人", places: 0, formula: "total - total_last" }],
  rules: [{ id: "adds", severity: "mandatory", assert: "near + far = total", message: { zh: "县内 {near}、县外 {far} 之和与就业人数 {total} 不等。请核对。", en: "{near} and {far} do not make {total}. Check them." } }],
};
const INPUTS = PACK.fields.map(({ id, label }) => `<p><label>${label.zh} <input name="${id}" id="${id}"></label></p>`).join("\n");
const beside = (/** @type {object} */ more = {}) => portal({ pack: PACK, inputs: INPUTS, ...more });

/** The lines beside the field, as they are seen now. @param {import("playwright-core").Page} page */
async function lines(page) {
  await drawn(page);
  return page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector(".tianbao-root")?.shadowRoot);
    const bubble = root.querySelector(".tianbao-bubble");
    return bubble && bubble.getClientRects().length > 0 ? [...bubble.querySelectorAll(".tianbao-beside")].map((line) => (line.getBoundingClientRect().width > 20 ? line.textContent : "unseen")) : [];
  });
}

test("unit, usual range and last year's value stand beside the field in focus, and nothing is flagged", async () => {
  const { page, type, said, invalid } = await open(beside());
  await type("#total_last", "1612");
  await page.focus("#total");
  assert.deepEqual(await lines(page), ["单位 人 · 通常 30 至 12,000 · 上年 1,612"]);
  assert.equal(await said("#total"), "");
  assert.equal(await invalid("#total"), null);
  assert.equal(await page.locator(".tianbao-ring").count(), 0);
  await page.focus("#total_last");
  assert.deepEqual(await lines(page), ["单位 人 · 可填 0 至 60,000"], "the limits, where the pack knows no usual range");
  await page.focus("#year");
  assert.deepEqual(await lines(page), ["单位 年 · 通常 2020 至 2030"], "years are not grouped");
  await page.focus("#name");
  assert.deepEqual(await lines(page), [], "nothing is to be said of a text");
  await page.focus("#send");
  assert.deepEqual(await lines(page), []);
});

test("last year's value leads to its field, but is no stop on the way of Tab", async () => {
  const { page, type } = await open(beside());
  await type("#total_last", "1612");
  await page.focus("#total");
  await drawn(page);
  await page.locator(".tianbao-beside-link").click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "total_last");
  await page.focus("#total");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "total_last", "the next field of the page");
});

test("last year's value is told where it was accepted then and is not on this form", async () => {
  const inputs = INPUTS.split("\n").filter((line) => !/total_last/.test(line)).join("\n");
  const { page } = await open(beside({ inputs }).replace(`data-pack="#pack"`, ""), { ready: false });
  await page.waitForFunction(() => window.Tianbao);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attach("#report", { pack: "#pack", prior: { total: "2000" } }));
  await page.focus("#total");
  assert.deepEqual(await lines(page), ["单位 人 · 通常 30 至 12,000 · 上年 2,000"]);
  assert.equal(await page.locator(".tianbao-beside-link").count(), 0, "it is nowhere to go to");
});

test("the parts of a total say at each keystroke how far they are from it", async () => {
  const { page, type } = await open(beside());
  const last = async () => (await lines(page)).pop();
  await type("#near", "100");
  assert.equal(await last(), "“就业人数”：分项合计 100 人", "a total that is blank is no measure yet");
  await type("#total", "150");
  assert.equal(await last(), "分项：还差 50 人");
  await type("#far", "3");
  assert.equal(await last(), "“就业人数”：还差 47 人");
  await page.keyboard.type("2");
  assert.equal(await last(), "“就业人数”：还差 18 人");
  await type("#far", "50");
  assert.equal(await last(), "“就业人数”：已平衡");
  await page.keyboard.type("0");
  assert.equal(await last(), "“就业人数”：多出 450 人");
});

test("what was understood stands there while it is typed, and not where it is what was typed", async () => {
  const { page, type } = await open(beside());
  await type("#total_last", "1.2");
  await page.keyboard.type("万");
  assert.deepEqual((await lines(page)).slice(1), ["读作 12,000 人"]);
  for (const plain of ["12000", "12,000", ""]) {
    await type("#total_last", plain);
    assert.deepEqual((await lines(page)).slice(1), [], plain);
  }
});

test("money in capital words where the pack asks for them, ready before the first digit", async () => {
  const { page, type } = await open(beside());
  await page.focus("#fund");
  assert.deepEqual(await lines(page), ["单位 万元", "大写 —"]);
  await type("#fund", "123.456789");
  assert.deepEqual(await lines(page), ["单位 万元", "大写 壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"]);
});

test("in English there are no capital words, and all the rest", async () => {
  const { page, type } = await open(beside({ lang: "en" }));
  await type("#total_last", "1612");
  await type("#near", "1000");
  await type("#total", "1655");
  assert.deepEqual(await lines(page), ["Unit: people · Usually 30 to 12,000 · Last year 1,612", "Parts: 655 people short of the total"]);
  await page.focus("#fund");
  assert.deepEqual(await lines(page), ["Unit: × 10,000 yuan"]);
});

test("the lines are the same elements while one types, and the first does not move", async () => {
  const { page, type } = await open(beside());
  await type("#near", "1000");
  await type("#total", "1");
  const look = () => page.evaluate(() => {
    const bubble = /** @type {any} */ (document.querySelector(".tianbao-root")?.shadowRoot?.querySelector(".tianbao-bubble"));
    const kept = /** @type {any} */ (window).kept || [...bubble.children];
    /** @type {any} */ (window).kept = kept;
    const { left, top } = bubble.children[0].getBoundingClientRect();
    return { same: kept.every((/** @type {Element} */ one, /** @type {number} */ i) => bubble.children[i] === one), count: bubble.children.length, left, top };
  });
  await drawn(page);
  const before = await look();
  assert.deepEqual([before.same, before.count], [true, 2]);
  await page.keyboard.type("23");
  await drawn(page);
  assert.deepEqual(await look(), before);
});

test("on a phone one line, the answer first, and neither the field nor the next is covered", async () => {
  const { page, type } = await open(beside(), { viewport: { width: 375, height: 640 } });
  await page.focus("#total");
  assert.equal((await lines(page)).length, 1);
  await type("#near", "100");
  await type("#total", "150");
  assert.deepEqual(await lines(page), ["分项：还差 50 人"]);
  const boxes = await page.evaluate(() => {
    const box = (/** @type {any} */ element) => element.getBoundingClientRect().toJSON();
    const bubble = document.querySelector(".tianbao-root")?.shadowRoot?.querySelector(".tianbao-bubble");
    return { bubble: box(bubble), fields: ["total", "total_last"].map((id) => box(document.getElementById(id))), wide: document.documentElement.scrollWidth };
  });
  assert.ok(boxes.bubble.height < 30, JSON.stringify(boxes.bubble));
  assert.ok(boxes.bubble.left >= 0 && boxes.bubble.right <= 375 && boxes.wide <= 375);
  for (const field of boxes.fields) {
    const { bubble } = boxes;
    assert.ok(bubble.right <= field.left || bubble.left >= field.right || bubble.bottom <= field.top || bubble.top >= field.bottom, JSON.stringify(boxes));
  }
});

test("detach takes the lines away with everything else", async () => {
  const { page } = await open(beside());
  await page.focus("#total");
  assert.equal((await lines(page)).length, 1);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].detach());
  assert.equal(await page.evaluate(() => document.querySelectorAll("[class*=tianbao-]").length), 0);
});
