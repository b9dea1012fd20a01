// A rule that can no longer pass whatever the blanks become: said before the form is full, and it stops a submission.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, drawn, portal, rested } from "./support.mjs";

const { open } = bench();

/** @param {string} id @param {string} label */
const figure = (id, label) => ({ id, label, unit: "人", type: "integer", min: 0 });
const PACK = {
  tianbao: 1,
  id: "early",
  version: "1",
  title: "月报",
  sections: [],
  fields: [figure("total", "就业人数"), figure("out", "省外务工"), figure("far", "省内县外务工"), figure("near", "县内务工"), figure("other", "其他")],
  metrics: [],
  rules: [
    { id: "adds", severity: "mandatory", assert: "out + far + near = total", message: "省外 {out}、县外 {far}、县内 {near} 之和与就业人数 {total} 不等。请核对。" },
    { id: "many", severity: "verify", assert: "other + total <= 5000", message: "合计过多。请核对。" },
  ],
};
const INPUTS = PACK.fields.map(({ id, label }) => `<p><label>${label} <input name="${id}" id="${id}"></label></p>`).join("\n");
const early = (/** @type {object} */ more = {}) => portal({ pack: PACK, inputs: INPUTS, ...more });

test("省外 + 省内县外 exceed the total: said at the field just left, at rest", async () => {
  const { page, type, leave, said, invalid, counts, report } = await open(early());
  await type("#total", "1500");
  await type("#out", "900");
  await type("#far", "800");
  await leave();
  await rested(page);
  assert.match(await said("#far"), /按已填的数.*不可能成立/);
  assert.equal(await invalid("#far"), "true");
  assert.equal(await invalid("#near"), null, "what is blank is no mistake");
  assert.match(await counts(), /强制 1 · 核实 0/);
  assert.deepEqual((await report()).findings, [], "it is none of the report's findings");
  await page.click(".tianbao-head");
  assert.equal(await page.locator(".tianbao-early").textContent(), "尚未填完，已不可能成立");
  const mended = await page.evaluate(() => new Promise((done) => {
    const far = /** @type {HTMLInputElement} */ (document.getElementById("far"));
    far.focus();
    far.value = "500";
    far.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => requestAnimationFrame(() => done(far.getAttribute("aria-invalid"))));
  }));
  assert.equal(mended, null, "gone at the mending key, not at the next rest");
  await leave();
  await rested(page);
  assert.equal(await said("#far"), "");
  assert.match(await counts(), /强制 0/);
});

test("it stops a submission, also one that comes at once", async () => {
  const { page, type, said } = await open(early());
  await type("#total", "1500");
  await type("#out", "900");
  await type("#far", "800");
  // In the same turn: nothing was asked at rest.
  await page.evaluate(() => {
    document.getElementById("other")?.focus();
    document.getElementById("send")?.click();
  });
  assert.match(page.url(), /portal/);
  await drawn(page);
  assert.match(await said("#far"), /不可能成立/);
  assert.match(await page.locator(".tianbao-banner").textContent() ?? "", /尚不能提交/);
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).id), "far", "where it speaks");
});

test("what can still pass lets the submission go", async () => {
  const { type, page, sent } = await open(early());
  await type("#total", "1500");
  await type("#out", "900");
  await page.click("#send");
  assert.match(await sent() ?? "", /total=1500/);
});

test("a verdict that is only to be explained is no obstacle", async () => {
  const { type, page, sent } = await open(early());
  await type("#total", "6000");
  await rested(page);
  await page.click("#send");
  assert.match(await sent() ?? "", /total=6000/);
});

test("once the last blank is filled in, the finding is the report's own, and there is one", async () => {
  const { page, type, leave, counts } = await open(early());
  await type("#total", "1500");
  await type("#out", "900");
  await type("#far", "800");
  await leave();
  await rested(page);
  await type("#near", "1");
  await leave();
  assert.match(await counts(), /强制 1/);
  await page.click(".tianbao-head");
  await drawn(page);
  assert.equal(await page.locator("[data-tianbao-finding=adds]").count(), 1);
  assert.equal(await page.locator(".tianbao-early").count(), 0);
});

test("the check sheet has it too, marked, at once after the last key", async () => {
  const { page, type } = await open(early());
  await page.click(".tianbao-head");
  await page.getByRole("tab", { name: "进度" }).click();
  await type("#total", "1500");
  await type("#out", "900");
  await type("#far", "800");
  await page.getByRole("button", { name: "审核表：打印、导出" }).click();
  const paper = page.frameLocator(".tianbao-sheet-window").locator(".tianbao-sheet-paper");
  const text = await paper.innerText();
  assert.match(text, /强制性 1 条/);
  assert.match(text, /有强制性审核未通过/);
  assert.match(text, /按已填的数[^]*不可能成立[^]*待改正\s+尚未填完，已不可能成立/);
  assert.match(text, /省内县外务工\s+800\s+人\s+见审核意见 1/);
});
