// The page of figures: last year's beside this year's, pictures with a description, sums that close.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, drawn, portal } from "./support.mjs";

const { open } = bench();

const count = (/** @type {string} */ id, /** @type {string} */ zh, more = {}) => ({ id, label: { zh, en: id }, section: "work", unit: "人", type: "integer", ...more });
const rate = (/** @type {string} */ id, /** @type {string} */ zh, /** @type {string} */ formula, more = {}) => ({ id, label: { zh, en: id }, section: "work", unit: "%", places: 2, formula, ...more });

const PACK = {
  tianbao: 1,
  id: "figures",
  version: "1",
  title: "月报",
  sections: [{ id: "work", label: "就业" }, { id: "fund", label: "资金" }],
  fields: [
    count("force", "劳动力"),
    count("total", "就业人数"),
    count("force_last", "上年劳动力", { last_of: "force" }),
    count("total_last", "上年就业人数", { last_of: "total" }),
    count("near", "县内"),
    count("far", "县外"),
    { id: "fund", label: "资金合计", section: "fund", unit: "元", type: "decimal", decimals: 2 },
    { id: "central", label: "中央资金", section: "fund", unit: "元", type: "decimal", decimals: 2 },
    { id: "county", label: "县级资金", section: "fund", unit: "元", type: "decimal", decimals: 2 },
  ],
  metrics: [
    rate("r", "就业率", "total / force * 100%", { picture: "track" }),
    rate("r_last", "上年就业率", "total_last / force_last * 100%", { last_of: "r", label: { zh: "上年就业率", en: "Rate last year" } }),
    { id: "r_change", label: "就业率比上年变化", section: "work", unit: "百分点", places: 2, change_of: "r", formula: "total / force * 100% - total_last / force_last * 100%" },
    rate("done", "完成率", "total / force * 100%", { picture: "ring" }),
    rate("s_near", "县内占比", "near / total * 100%", { picture: "share" }),
    rate("s_far", "县外占比", "far / total * 100%", { picture: "share" }),
    rate("g", "增长", "(total - total_last) / total_last * 100%", { change_of: "total", picture: "track" }),
  ],
  rules: [
    { id: "adds", severity: "mandatory", assert: "near + far = total", message: "县内 {near}、县外 {far} 之和与就业人数 {total} 不等。请核对。" },
    { id: "funds", severity: "mandatory", assert: "fund = central + county", shown_in: { unit: "万元", places: 0 }, message: "中央 {central}、县级 {county} 之和与合计 {fund} 不等。请核对。" },
  ],
};
const INPUTS = PACK.fields.map(({ id, label }) => `<p><label>${typeof label === "string" ? label : label.zh} <input name="${id}" id="${id}"></label></p>`).join("\n");

/** @param {Record<string, string>} values @param {object} [more] of the page */
async function figures(values, more) {
  const bench = await open(portal({ pack: PACK, inputs: INPUTS, ...more }));
  const { page } = bench;
  await page.locator(".tianbao-head").click();
  await page.locator(".tianbao-tab").nth(1).click();
  const enter = async (/** @type {Record<string, string>} */ some) => {
    for (const [id, value] of Object.entries(some)) await page.fill(`#${id}`, value);
    await drawn(page);
  };
  await enter(values);
  const row = (/** @type {string} */ id) => page.locator(`[data-tianbao-metric="${id}"]`);
  const of = (/** @type {string} */ id, /** @type {string} */ part, /** @type {string} */ name) => row(id).locator(`.tianbao-${part}`).getAttribute(name);
  return { ...bench, enter, row, of };
}

const FORM = { force: "1742", total: "1655", force_last: "1728", total_last: "1612", near: "595", far: "1060" };

test("last year's figure and the change stand with the figure itself, in the right words, a rise with its sign", async () => {
  const { row, enter } = await figures(FORM);
  assert.match(await row("r").innerText(), /^就业率\s+95\.01%\s+上年 93\.29%，比上年 \+1\.72 个百分点$/);
  assert.equal(await row("r_last").count() + await row("r_change").count(), 0, "these are no figures of their own");
  await enter({ total: "1600" });
  assert.match(await row("r").innerText(), /上年 93\.29%，比上年 -1\.44 个百分点/);
  await enter({ total: "1612", force: "1728" });
  assert.match(await row("r").innerText(), /比上年 0\.00 个百分点/);
  await enter({ total_last: "" });
  assert.match(await row("r").innerText(), /^就业率\s+93\.29%$/, "of what is not known nothing is said");
  assert.equal(await row("g").count(), 1, "the change of a field is a figure of its own");
});

test("in English the same is said as English says it", async () => {
  const { row } = await figures(FORM, { lang: "en" });
  assert.match(await row("r").innerText(), /^r\s+95\.01%\s+Last year 93\.29%, \+1\.72 percentage points since last year$/);
});

test("a rate is drawn as long as the engine says, with last year's mark, and described", async () => {
  const { of, enter } = await figures(FORM);
  assert.equal(await of("r", "rate-part", "width"), "95.01%");
  assert.equal(await of("r", "rate-mark", "x"), "93.29%");
  assert.equal(await of("r", "rate-mark", "visibility"), "visible");
  assert.deepEqual([await of("r", "rate", "role"), await of("r", "rate", "aria-label")], ["img", "就业率 95.01%，上年 93.29%"]);
  assert.equal(await of("done", "around-part", "stroke-dasharray"), "95.01 100");
  assert.equal(await of("done", "around", "aria-label"), "完成率 95.01%");
  await enter({ total: "2000" });
  assert.equal(await of("r", "rate-part", "width"), "100%", "no further than its track");
  assert.equal(await of("g", "rate-part", "width"), "24.07%");
  await enter({ total: "1000" });
  assert.equal(await of("g", "rate-part", "width"), "0%", "a fall has no length");
  await enter({ total: "" });
  assert.equal(await of("r", "rate-part", "width"), "0%");
  assert.equal(await of("r", "rate-mark", "visibility"), "hidden");
  assert.deepEqual([await of("r", "rate", "role"), await of("r", "rate", "aria-hidden")], [null, "true"], "an empty picture shows nothing");
});

test("shares stand next to each other as one bar, told apart by pattern, described as a whole", async () => {
  const { page, enter } = await figures(FORM);
  const bar = () => page.evaluate(() => {
    const bar = /** @type {HTMLElement} */ (document.querySelector(".tianbao-root")?.shadowRoot?.querySelector(".tianbao-share-bar"));
    const parts = [...bar.querySelectorAll(".tianbao-segment")].map((part) => {
      const { backgroundImage, backgroundColor } = getComputedStyle(part);
      return { width: /** @type {HTMLElement} */ (part).style.width, look: backgroundImage + backgroundColor };
    });
    return { name: bar.getAttribute("aria-label"), role: bar.getAttribute("role"), widths: parts.map(({ width }) => width), looks: new Set(parts.map(({ look }) => look)).size };
  });
  assert.deepEqual(await bar(), { name: "构成：县内占比 35.95%、县外占比 64.05%", role: "img", widths: ["35.95%", "64.05%"], looks: 2 });
  await enter({ near: "0" });
  assert.deepEqual(await bar(), { name: "构成：县内占比 0.00%、县外占比 64.05%", role: "img", widths: ["64.05%"], looks: 1 });
});

test("a total and its parts stand at the top of their section, with what is missing between them", async () => {
  const { page, enter } = await figures({ ...FORM, far: "" });
  const sum = () => page.locator(".tianbao-sum").nth(0).innerText();
  assert.match(await sum(), /^就业人数\s+1,655 人\s+县内\s+595 人\s+县外\s+待填\s+还差 1,060 人$/);
  await enter({ far: "1060" });
  assert.match(await sum(), /县外\s+1,060 人\s+已平衡$/);
  await page.locator(".tianbao-sum-link", { hasText: "县外" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "far");
});

test("parts that are shown in a larger unit still make their total", async () => {
  const { page } = await figures({ fund: "30000", central: "15000", county: "15000" });
  assert.match(await page.locator(".tianbao-sum").innerText(), /以万元计（分项凑整后仍等于合计）：2 \+ 1 = 3$/);
});

test("where the person chose the colours, the pictures are drawn in those", async () => {
  const { page } = await figures(FORM);
  await page.emulateMedia({ forcedColors: "active" });
  const colours = await page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector(".tianbao-root")?.shadowRoot);
    const of = (/** @type {string} */ name) => getComputedStyle(/** @type {Element} */ (root.querySelector(name))).fill;
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.cssText = "forced-color-adjust:none;color:Highlight;background:Canvas";
    const { color, backgroundColor } = getComputedStyle(probe);
    return { part: of(".tianbao-rate-part"), ground: of(".tianbao-rate-ground"), wanted: [color, backgroundColor] };
  });
  assert.deepEqual([colours.part, colours.ground], colours.wanted);
});

test("the label of a figure opens how it is worked out, in the person's own numbers, each a way to its field", async () => {
  const { page, row, enter } = await figures(FORM);
  const label = row("r").locator(".tianbao-figure-name");
  assert.equal(await label.getAttribute("aria-expanded"), "false");
  await label.click();
  assert.equal(await label.getAttribute("aria-expanded"), "true");
  assert.match(await row("r").innerText(), /就业人数 ÷ 劳动力 × 100[^]*1,655 ÷ 1,742 × 100[^]*95\.01%/);
  await enter({ total: "1600" });
  assert.match(await row("r").innerText(), /1,600 ÷ 1,742 × 100/, "and follows while it is open");
  await row("r").locator(".tianbao-operand", { hasText: "劳动力" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "force");
});
