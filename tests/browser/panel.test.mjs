// The panel: what stands open, why, how far each section is, and reasons that explain themselves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, drawn, INPUTS, PACK, portal } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

const { open } = bench();
const REASON = "本年六月起两家企业停产";

const SECTIONS = [
  { id: "people", label: { zh: "人员", en: "People" } },
  { id: "work", label: { zh: "就业", en: "Work" }, within: "people" },
  { id: "money", label: { zh: "经费", en: "Money" } },
  { id: "elsewhere", label: { zh: "别处", en: "Elsewhere" } },
];
/** @type {Record<string, string>} */
const PLACE = { labour_force: "people", pay: "money" };
const DIVIDED = { ...PACK, sections: SECTIONS, fields: PACK.fields.map((field) => ({ ...field, section: PLACE[field.id] ?? "work" })) };

/** @param {Page} page */
async function unfold(page, tab = 0) {
  await page.click(".tianbao-head");
  await page.locator(".tianbao-tab").nth(tab).click();
  await drawn(page);
}

/** @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id);

/** @param {Page} page @param {string} id */
const item = (page, id) => page.locator(".tianbao-item", { has: page.locator(`[data-tianbao-finding="${id}"]`) });

test("a section tells how far it is and leads to what is still open in it", async () => {
  const { page, type, leave } = await open(portal({ pack: DIVIDED }));
  await unfold(page, 2);
  const rows = async () => {
    await drawn(page);
    return page.locator(".tianbao-section:visible").evaluateAll((all) => all.map((one) => ["section-name", "unseen"].map((part) => one.querySelector(`.tianbao-${part}`)?.textContent).join("")));
  };
  assert.deepEqual(await rows(), ["人员：应填 2 项，已填 0 项", "就业：应填 1 项，已填 0 项", "经费：应填 1 项，已填 0 项"], "sections of other forms are left out");
  await page.locator(".tianbao-section", { hasText: "就业" }).click();
  assert.equal(await focused(page), "emp");
  await page.keyboard.type("0");
  await type("#labour", "0");
  await type("#pay", "1");
  await leave();
  assert.deepEqual(await rows(), ["人员：已填齐，2 项", "就业：已填齐，1 项", "经费：已填齐，1 项"], "0 is an answer");
  await type("#emp", "5");
  await leave();
  assert.equal((await rows())[0], "人员：应填 2 项，已填 2 项，审核 1 条待处理");
  await page.locator(".tianbao-section", { hasText: "人员" }).click();
  assert.equal(await focused(page), "emp", "nothing is blank, so it leads to what is said");
});

test("each field of a finding is a link of its own", async () => {
  const { page, type, leave } = await open(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  await unfold(page);
  const links = item(page, "not_more").locator(".tianbao-link:visible");
  assert.deepEqual(await links.allInnerTexts(), ["就业人数", "劳动力总数"]);
  await links.nth(1).click();
  assert.equal(await focused(page), "labour");
});

test("why: the formula in labels, then in numbers, then the outcome; operands lead to their fields and figures open in place", async () => {
  const { page, type, leave } = await open(portal());
  await type("#labour", "200");
  await type("#emp", "30");
  await leave();
  await unfold(page);
  const low = item(page, "low_rate");
  await low.locator(".tianbao-ask").first().click();
  const told = () => low.locator(".tianbao-told-words:visible").allInnerTexts();
  assert.deepEqual(await told(), ["就业率 ≥ 60", "15.00 ≥ 60", "15.00 < 60，不成立"]);
  const rate = low.locator("button.tianbao-operand").first();
  assert.equal(await rate.getAttribute("aria-expanded"), "false");
  await rate.click();
  assert.deepEqual((await told()).slice(3), ["就业人数 ÷ 劳动力总数 × 100", "30 ÷ 200 × 100", "15.00%"]);
  await type("#emp", "40");
  await drawn(page);
  assert.deepEqual((await told()).slice(0, 2), ["就业率 ≥ 60", "20.00 ≥ 60"], "it follows the numbers while it is open");
  assert.equal(await low.locator(".tianbao-operand-value").nth(1).innerText(), "40 人");
  await low.locator("button.tianbao-operand", { hasText: "劳动力总数" }).click();
  assert.equal(await focused(page), "labour");
});

test("the policy explains itself while a reason is typed, exactly as the engine counts, and keeps nothing", async () => {
  const { page, type, leave, report } = await open(portal());
  await type("#labour", "200");
  await type("#emp", "30");
  await leave();
  await unfold(page);
  const low = item(page, "low_rate");
  await low.locator(".tianbao-reason-toggle").click();
  const states = [];
  for (const text of ["情况属实", "，停产", "，停产两家企业", "。"]) {
    await page.keyboard.type(text);
    states.push(await low.locator(".tianbao-reason-state").innerText());
  }
  assert.deepEqual(states, ["这是套话，请写明造成这一情况的具体原因。", "还差 6 个字。", "字数已够，可以保存。", "字数已够，可以保存。"]);
  const { findings } = await report();
  assert.ok(findings.every((/** @type {any} */ one) => !one.justified), "nothing was kept yet");
});

test("what is refused is said at the box; what is kept turns quiet; with other numbers it lapses and can be used again", async () => {
  const { page, type, leave, report, counts } = await open(portal());
  const low = item(page, "low_rate");
  const justified = async () => (await report()).findings.some((/** @type {any} */ one) => one.justified);
  await type("#labour", "200");
  await type("#emp", "30");
  await leave();
  await unfold(page);
  await low.locator(".tianbao-reason-toggle").click();
  await low.locator("textarea").fill("停产");
  await low.locator(".tianbao-reason-save").click();
  assert.equal(await low.locator("textarea").getAttribute("aria-invalid"), "true");
  assert.match(await low.locator(".tianbao-reason-error").innerText(), /请再补充/);
  await low.locator("textarea").fill(REASON);
  await low.locator(".tianbao-reason-save").click();
  await drawn(page);
  assert.equal(await low.locator(".tianbao-reason-given").innerText(), `已说明：${REASON}`);
  assert.match(await counts(), /核实 0/);
  await type("#emp", "40");
  await drawn(page);
  assert.equal(await low.locator(".tianbao-reason-given").count(), 0);
  assert.match(await low.locator(".tianbao-reason-lapsed").innerText(), new RegExp(`数字变了，原说明不再适用：${REASON}`));
  assert.equal(await justified(), false);
  await low.locator(".tianbao-reuse").click();
  assert.equal(await low.locator("textarea").inputValue(), REASON);
  await low.locator(".tianbao-reason-save").click();
  await drawn(page);
  assert.equal(await justified(), true);
  await low.locator(".tianbao-reason-toggle").click();
  await low.locator(".tianbao-reason-remove").click();
  await drawn(page);
  assert.equal(await low.locator(".tianbao-reason-lapsed").count(), 0, "what was taken back did not lapse");
});

test("the reasons fill the portal's remarks, as long as nobody wrote something else there", async () => {
  const map = JSON.stringify({ $reasons: "[name=remark]" });
  const inputs = `${INPUTS}<p><label>备注 <textarea name="remark" id="remark"></textarea></label></p>`;
  const { page, type, leave } = await open(portal({ inputs, attributes: `data-form="#report" data-map='${map}'` }));
  const justify = (/** @type {string} */ reason) => page.evaluate((reason) => void /** @type {any} */ (window).Tianbao.attached[0].session.justify("low_rate", reason), reason);
  await type("#labour", "200");
  await type("#emp", "30");
  await leave();
  await justify(REASON);
  assert.equal(await page.inputValue("#remark"), `【就业率 15.00%，低于 60%】${REASON}`);
  await type("#emp", "40");
  assert.equal(await page.inputValue("#remark"), "", "it lapsed with its numbers");
  await type("#remark", "数据已与村里核对");
  await leave();
  await justify(REASON);
  assert.equal(await page.inputValue("#remark"), "数据已与村里核对");
});

test("one button walks through what is open, folded on a phone or not, and tells where one is", async () => {
  const { page, type, leave } = await open(portal());
  await page.setViewportSize({ width: 700, height: 800 });
  await type("#labour", "20");
  await type("#emp", "30");
  await type("#pay", "abc");
  await leave();
  await drawn(page);
  await page.click(".tianbao-next");
  assert.equal(await focused(page), "pay");
  await page.click(".tianbao-next");
  assert.equal(await focused(page), "emp");
  await page.setViewportSize({ width: 1280, height: 800 });
  await unfold(page);
  assert.equal(await page.locator(".tianbao-position").innerText(), "2 / 2");
  assert.equal(await page.locator(".tianbao-item[aria-current=true] [data-tianbao-finding=not_more]").count(), 1);
  await page.locator(".tianbao-step").first().click();
  await drawn(page);
  assert.equal(await page.locator(".tianbao-position").innerText(), "1 / 2");
  await type("#pay", "5");
  await type("#emp", "15");
  await leave();
  await page.click(".tianbao-head");
  await drawn(page);
  assert.equal(await page.locator(".tianbao-next").count(), 0, "there is nowhere to go");
});

test("the tabs turn by arrows, Home and End, and only the one that is seen is drawn", async () => {
  const { page } = await open(portal());
  await page.click(".tianbao-head");
  await page.locator(".tianbao-tab").first().focus();
  const chosen = () => page.locator(".tianbao-tab[aria-selected=true]").innerText();
  const seen = [];
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "End", "ArrowLeft", "Home"]) {
    await page.keyboard.press(key);
    seen.push((await chosen()).replace(/ \d+$/, ""));
  }
  assert.deepEqual(seen, ["指标", "进度", "审核", "进度", "指标", "审核"]);
  assert.equal(await page.locator("[role=tabpanel]:visible").count(), 1);
});

for (const [width, least] of [[1280, 24], [320, 44]]) {
  test(`at ${width} px nothing is cut off and whatever can be pressed is at least ${least} px high`, async () => {
    const { page, leave } = await open(portal({ lang: "en" }), { viewport: { width, height: 700 } });
    await page.focus("#labour");
    for (const text of ["200", "30", "10", "1.2万"]) {
      await page.keyboard.type(text);
      await leave();
    }
    await unfold(page);
    for (const ask of await page.locator(".tianbao-ask:visible").all()) await ask.click();
    for (const tab of [0, 1, 2]) {
      await page.locator(".tianbao-tab").nth(tab).click();
      const faults = await page.locator(".tianbao-panel").evaluate((panel, least) => {
        const all = /** @type {HTMLElement[]} */ ([panel, ...panel.querySelectorAll("*")]);
        const wide = all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1);
        const low = all.filter((one) => one.tagName === "BUTTON" && one.offsetHeight > 0 && one.offsetHeight < least);
        return wide.concat(low).map((one) => `${one.className} ${one.scrollWidth} > ${one.clientWidth}, ${one.offsetHeight} high`);
      }, least);
      assert.deepEqual(faults, []);
    }
  });
}

test("a panel that cannot be made is left out alone: fields still speak, a submission is still stopped", async () => {
  const init = () => void (window.ResizeObserver = /** @type {any} */ (function () {
    throw new Error("none here");
  }));
  const { page, type, leave, said, sent, problems } = await open(portal(), { init });
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.match(await said("#emp"), /多于/);
  await page.click("#send");
  assert.equal(await sent(), null);
  assert.equal(await page.locator(".tianbao-panel").count(), 0);
  assert.equal(problems.filter((text) => /the panel failed/.test(text)).length, 1);
});
