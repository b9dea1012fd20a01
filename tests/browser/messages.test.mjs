// When a message comes, what it says, when it goes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, portal } from "./support.mjs";

const { open } = bench();

test("a first message comes on leaving the field and goes at the keystroke that mends it", async () => {
  const { page, type, leave, said, invalid, counts } = await open(portal());
  await type("#labour", "2436");
  await type("#emp", "23260");
  assert.equal(await said("#emp"), "", "nothing while it is being typed");
  assert.match(await counts(), /强制 0 · 核实 0 · 提示 0 · 待填 0/);
  await leave();
  assert.match(await said("#emp"), /就业人数 23,260 人，多于劳动力总数 2,436 人/);
  assert.equal(await invalid("#emp"), "true");
  assert.match(await counts(), /强制 1/);
  await page.click("#emp");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  assert.equal(await said("#emp"), "");
  assert.equal(await invalid("#emp"), null);
  await page.keyboard.type("0");
  assert.match(await said("#emp"), /23,260/, "once shown it is judged again at every keystroke");
});

test("each severity is told apart, and a hint makes nothing invalid", async () => {
  const { type, leave, said, invalid, counts, report } = await open(portal());
  await type("#labour", "2000");
  await type("#emp", "1000");
  await leave();
  assert.match(await said("#emp"), /就业率 50\.00%，低于 60%/);
  assert.match(await said("#emp"), /正好 1,000 人/);
  assert.match(await counts(), /强制 0 · 核实 1 · 提示 1 · 待填 0/);
  assert.equal((await report()).status, "verify");
  await type("#labour", "1000");
  await leave();
  assert.equal(await invalid("#emp"), null);
  assert.match(await said("#emp"), /正好/);
  assert.equal((await report()).status, "clean");
});

test("a cross-check speaks at the field just left and marks its partner quietly", async () => {
  const { page, type, leave, said } = await open(portal());
  await type("#emp", "30");
  await type("#labour", "20");
  await leave();
  assert.match(await said("#labour"), /多于劳动力总数 20 人/);
  assert.match(await said("#emp"), /多于劳动力总数 20 人/);
  assert.equal(await page.locator(".tianbao-ring.tianbao-mandatory:not(.tianbao-quiet)").count(), 1);
  assert.equal(await page.locator(".tianbao-ring.tianbao-quiet").count(), 1);
});

test("required is counted from the start and said only after a submission was tried", async () => {
  const { page, said, counts } = await open(portal());
  assert.match(await counts(), /待填 2/);
  await page.click("#labour");
  await page.click("#pay");
  assert.equal(await said("#labour"), "");
  await page.click("#send");
  assert.notEqual(await said("#labour"), "");
  assert.notEqual(await said("#emp"), "");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "labour");
});

test("Enter commits a field as leaving it does", async () => {
  const { page, type, said } = await open(portal());
  await page.waitForSelector(".tianbao-panel");
  await type("#labour", "20");
  await type("#emp", "30");
  await page.evaluate(() => {
    const form = /** @type {any} */ (document.querySelector("form"));
    form.keepEnter = (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && event.preventDefault();
    form.addEventListener("keydown", form.keepEnter);
  });
  await page.keyboard.press("Enter");
  assert.equal(await said("#emp"), "", "the portal keeps Enter for itself, so nothing was committed");
  await page.evaluate(() => {
    const form = /** @type {any} */ (document.querySelector("form"));
    form.removeEventListener("keydown", form.keepEnter);
  });
  await page.keyboard.press("Enter");
  assert.notEqual(await said("#emp"), "");
});

test("on-change speaks at once, on-submit only when handing in", async () => {
  const atOnce = await open(portal({ attributes: `data-form="#report" data-timing="on-change"` }));
  await atOnce.type("#labour", "20");
  await atOnce.type("#emp", "30");
  assert.notEqual(await atOnce.said("#emp"), "");
  const late = await open(portal({ attributes: `data-form="#report" data-timing="on-submit"` }));
  await late.type("#labour", "20");
  await late.type("#emp", "30");
  await late.leave();
  assert.equal(await late.said("#emp"), "");
  await late.page.click("#send");
  assert.notEqual(await late.said("#emp"), "");
});

test("values that the portal loads without an event are judged, and a reset wipes the slate", async () => {
  const { page, said, counts } = await open(portal());
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector("#labour")).value = "20";
    /** @type {any} */ (document.querySelector("#emp")).value = "30";
  });
  await page.waitForFunction(() => document.querySelector("#emp")?.hasAttribute("aria-invalid"));
  assert.match(await said("#emp"), /多于/);
  await page.evaluate(() => document.querySelector("form")?.reset());
  await page.waitForFunction(() => !document.querySelector("#emp")?.hasAttribute("aria-invalid"));
  assert.match(await counts(), /强制 0 · 核实 0 · 提示 0 · 待填 2/);
});

test("the pack and the panel speak English where the page does", async () => {
  const { type, leave, said, counts } = await open(portal({ lang: "en" }));
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.match(await said("#emp"), /is more than the labour force 20/);
  assert.match(await counts(), /Must fix 1 · Check 0 · Note 0 · Blank 0/);
});

test("the host's own aria attributes are kept and come back", async () => {
  const inputs = `<input name="labourForce" id="labour"><input name="empTotal" id="emp" aria-describedby="tip" aria-invalid="false"><span id="tip">年末数</span>`;
  const { page, type, leave, said } = await open(portal({ inputs }));
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.match(await said("#emp"), /^年末数 .*多于/);
  await type("#emp", "3");
  assert.equal(await page.getAttribute("#emp", "aria-describedby"), "tip");
  assert.equal(await page.getAttribute("#emp", "aria-invalid"), "false");
});
