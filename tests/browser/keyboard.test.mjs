// The whole way by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, portal } from "./support.mjs";

const { open } = bench();

test("fill, be stopped, walk the findings, give a reason, hand in: no mouse", async () => {
  const { page, sent } = await open(portal({ attributes: `data-form="#report" data-guard="verify"` }));
  const { keyboard } = page;
  const focus = () => page.evaluate(() => document.activeElement?.id);
  await keyboard.press("Tab");
  await keyboard.type("2436");
  await keyboard.press("Tab");
  await keyboard.type("8000");
  await page.focus("#send");
  await keyboard.press("Enter");
  assert.equal(await focus(), "emp", "stopped, at the field where the message speaks");
  await keyboard.press("F8");
  assert.equal(await focus(), "emp", "the finding speaks at the field that was left last");
  await keyboard.press("End");
  await keyboard.press("Backspace");
  await page.focus("#send");
  await keyboard.press("Enter");
  assert.equal(await focus(), "emp", "stopped for the reason");
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.classList.contains("tianbao-reason-toggle"))); i += 1) await keyboard.press("Tab");
  await keyboard.press("Enter");
  await keyboard.type("本年六月起企业停产，外出人员返乡较多");
  for (let i = 0; i < 8 && !(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.classList.contains("tianbao-reason-save"))); i += 1) await keyboard.press("Tab");
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  assert.equal(await page.locator(".tianbao-panel.tianbao-folded").count(), 1);
  await page.focus("#send");
  await keyboard.press("Enter");
  assert.match(await sent() ?? "", /empTotal=800/);
});

test("F8 and Shift+F8 go round, and stay the portal's where it uses them", async () => {
  const { page } = await open(portal());
  await page.click("#send");
  const focus = () => page.evaluate(() => document.activeElement?.id);
  assert.equal(await focus(), "labour");
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  assert.equal(await focus(), "emp");
  await page.keyboard.press("Shift+F8");
  assert.equal(await focus(), "labour");
  await page.evaluate(() => addEventListener("keydown", (event) => event.preventDefault(), true));
  await page.keyboard.press("F8");
  assert.equal(await focus(), "labour");
});

/** By Tab until what has the focus in our root is wanted. @param {import("playwright-core").Page} page @param {string} selector @param {string} [text] */
async function tabTo(page, selector, text = "") {
  for (let at = 0; at < 60; at += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(([selector, text]) => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return !!inner && inner.matches(selector) && (inner.textContent ?? "").includes(text);
    }, [selector, text]);
    if (there) return;
  }
  assert.fail(`${selector} ${text} is not reached`);
}

test("panel, tabs, why, operands, check sheet and a pasted block: no mouse", async () => {
  const { page, type, leave } = await open(portal());
  const { keyboard } = page;
  const inner = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className ?? document.activeElement?.id);
  await type("#labour", "20");
  await type("#emp", "8");
  await leave();
  await page.focus("#labour");
  await tabTo(page, ".tianbao-head");
  await keyboard.press("Enter");
  assert.equal(await page.locator(".tianbao-head").getAttribute("aria-expanded"), "true");
  await page.focus("#labour");
  await tabTo(page, ".tianbao-tab");
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  assert.equal(await page.locator(".tianbao-tab[aria-selected=true]").textContent(), "进度");
  await keyboard.press("ArrowRight");
  await tabTo(page, ".tianbao-ask", "为什么");
  await keyboard.press("Enter");
  await tabTo(page, ".tianbao-operand");
  assert.ok(await page.locator(".tianbao-told-words:visible").count() > 0);
  await page.focus("#labour");
  await tabTo(page, ".tianbao-tab");
  await keyboard.press("ArrowLeft");
  await tabTo(page, ".tianbao-step", "审核表");
  await keyboard.press("Enter");
  const sheet = page.frameLocator(".tianbao-sheet-window");
  await sheet.locator(".tianbao-sheet-paper").waitFor();
  await keyboard.press("Tab");
  assert.equal(await sheet.locator(":focus").count(), 1, "inside the window");
  await keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector(".tianbao-sheet-window"));
  assert.match(await inner() ?? "", /tianbao-step/, "back where it was opened");
  await page.focus("#labour");
  const pasted = (/** @type {string} */ text) => page.evaluate(`import("/tests/browser/inside/paste.js").then((own) => own.paste("#labour", ${JSON.stringify(text)}))`);
  await pasted("200\r\n150\r\n");
  assert.match(await inner() ?? "", /tianbao-/);
  await keyboard.press("Escape");
  assert.equal(await inner(), "labour");
  await pasted("200\r\n150\r\n");
  await keyboard.press("Enter");
  assert.deepEqual([await page.inputValue("#labour"), await page.inputValue("#emp"), await inner()], ["200", "150", "labour"]);
  await keyboard.press("Control+z");
  assert.deepEqual([await page.inputValue("#labour"), await page.inputValue("#emp")], ["20", "8"]);
});
