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
