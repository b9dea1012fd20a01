// The live figures: a value, waiting, undefined, absent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, drawn, INPUTS, PACK, portal } from "./support.mjs";

const { open } = bench();

/** @param {import("playwright-core").Page} page */
async function figures(page) {
  await page.locator(".tianbao-head").click();
  await page.locator(".tianbao-tab").nth(1).click();
  return (/** @type {string} */ id) => drawn(page).then(() => page.locator(`[data-tianbao-metric="${id}"]`).innerText());
}

test("a metric follows every keystroke, waits for blanks and never prints a number for them", async () => {
  const { page, type } = await open(portal());
  const figure = await figures(page);
  assert.match(await figure("r_emp"), /就业率\s+待填/);
  await type("#labour", "2436");
  assert.match(await figure("r_emp"), /待填/);
  await type("#emp", "2326");
  assert.match(await figure("r_emp"), /95\.48%/);
  await page.keyboard.press("Backspace");
  assert.match(await figure("r_emp"), /9\.52%/);
  await type("#emp", "");
  assert.match(await figure("r_emp"), /待填/);
});

test("a division by zero is undefined and says why", async () => {
  const { page, type } = await open(portal());
  const figure = await figures(page);
  await type("#emp", "0");
  await type("#labour", "0");
  const shown = await figure("r_emp");
  assert.match(shown, /—/);
  assert.doesNotMatch(shown, /\d+\.\d\d/);
  assert.ok(shown.split("\n").length > 2, "the reason stands below");
});

test("what depends on a field that the form does not have is absent and silent", async () => {
  const inputs = INPUTS.split("\n").filter((line) => !/empTotalLast|labourForce/.test(line)).join("\n");
  const { page, type, leave, report, said } = await open(portal({ inputs }));
  await figures(page);
  await type("#emp", "30");
  await leave();
  const { metrics, findings, fields } = await report();
  assert.equal(metrics.r_emp.state, "absent");
  assert.equal(fields.labour_force.state, "absent");
  assert.deepEqual(findings, []);
  assert.equal(await said("#emp"), "");
  assert.equal(await page.locator(`[data-tianbao-metric="r_emp"]`).isVisible(), false);
});

test("last year's figures come from what was accepted then, and what is typed wins", async () => {
  const { page, type } = await open(portal().replace(`data-pack="#pack"`, ""), { ready: false });
  await page.waitForFunction(() => window.Tianbao);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attach("#report", { pack: "#pack", prior: { emp_total: "2000" } }));
  const figure = await figures(page);
  await type("#emp", "2200");
  assert.match(await figure("g_emp"), /10\.00%/);
  assert.equal(await page.inputValue("#last"), "", "it is not written to the page");
  await type("#last", "1100");
  assert.match(await figure("g_emp"), /100\.00%/);
});

test("lists and radio groups are read by their words where the portal sends codes", async () => {
  const { page, report } = await open(portal());
  await page.selectOption("#terrain", "2");
  await page.check("#scenic input[value=Y]");
  const { fields } = await report();
  assert.equal(fields.terrain.value, "hill");
  assert.equal(fields.has_scenic.value, "true");
  await page.selectOption("#terrain", "");
  assert.equal((await report()).fields.terrain.state, "blank");
});

test("a bad pack is refused with its place, and the form stays free", async () => {
  const { page, problems, type, sent } = await open(portal({ pack: { ...PACK, metrics: [{ ...PACK.metrics[0], formula: "emp_totl / labour_force" }] } }), { ready: false });
  await page.waitForFunction(() => window.Tianbao);
  const found = await page.evaluate(() => /** @type {any} */ (window).Tianbao.load("#pack").catch((/** @type {any} */ error) => ({ name: error.name, first: error.diagnostics[0] })));
  assert.equal(found.name, "PackError");
  assert.equal(found.first.line, 1);
  assert.ok(found.first.column > 1);
  assert.equal(problems.filter((text) => text.includes("works as before")).length, 1);
  await type("#emp", "x");
  await page.click("#send");
  assert.match(await sent() ?? "", /empTotal=x/);
});
