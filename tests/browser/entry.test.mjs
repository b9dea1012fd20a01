// What people type into a figure, and what stands there afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, portal } from "./support.mjs";

const { open } = bench();

for (const [way, go] of /** @type {const} */ ([["Tab", "key"], ["a press elsewhere", "mouse"]])) {
  test(`typography is written back plainly on leaving by ${way}, in one undo step`, async () => {
    const { page, type } = await open(portal());
    await type("#pay", "１２，０００．５０");
    if (go === "key") await page.keyboard.press("Tab");
    else await page.click("#labour");
    assert.equal(await page.inputValue("#pay"), "12000.50");
    await page.click("#pay");
    await page.keyboard.press("Control+Z");
    assert.equal(await page.inputValue("#pay"), "１２，０００．５０");
  });
}

test("the portal hears of it as of typing", async () => {
  const { page, type, leave } = await open(portal());
  await page.evaluate(() => {
    /** @type {any} */ (window).heard = [];
    document.querySelector("#pay")?.addEventListener("input", (event) => /** @type {any} */ (window).heard.push(/** @type {any} */ (event.target).value));
  });
  await type("#pay", "1,200");
  await leave();
  const heard = await page.evaluate(() => /** @type {any} */ (window).heard);
  assert.equal(heard[heard.length - 1], "1200");
});

test("nothing else that was typed is rewritten", async () => {
  const { page, type, leave } = await open(portal());
  for (const text of ["1.2万", "12.0", "007", "1 234 567", "一百二十", "35,00", "abc", "12.345", "200元"]) {
    await type("#pay", text);
    await leave();
    assert.equal(await page.inputValue("#pay"), text);
  }
});

test("data-normalise=off leaves all of it alone", async () => {
  const { page, type, leave } = await open(portal({ attributes: `data-form="#report" data-normalise="off"` }));
  await type("#pay", "1,200");
  await leave();
  assert.equal(await page.inputValue("#pay"), "1,200");
});

test("an interpretation is shown with the offer to write it out", async () => {
  const { page, type, leave, said, invalid } = await open(portal());
  await type("#pay", "1.2万");
  assert.equal(await said("#pay"), "", "not while it is being typed");
  await leave();
  assert.match(await said("#pay"), /12,?000/);
  assert.equal(await invalid("#pay"), null);
  await page.locator(".tianbao-bubble .tianbao-offer").click();
  assert.equal(await page.inputValue("#pay"), "12000");
  assert.equal(await said("#pay"), "");
  await page.keyboard.press("Control+Z");
  assert.equal(await page.inputValue("#pay"), "1.2万", "one step takes it back");
});

test("two readings are both offered and none is taken", async () => {
  const { page, type, leave, report } = await open(portal());
  await type("#labour", "12.5%");
  await leave();
  const { fields, findings } = await report();
  assert.equal(fields.labour_force.state, "invalid");
  const { candidates = [] } = findings.filter((/** @type {any} */ one) => one.fields[0] === "labour_force")[0];
  assert.equal(await page.locator(".tianbao-bubble .tianbao-offer").count(), candidates.length);
});

test("what a number input cannot tell is no blank", async () => {
  const { type, leave, report } = await open(portal({ inputs: `<input type="number" name="labourForce" id="labour"><input name="empTotal" id="emp">` }));
  await type("#labour", "1e");
  await leave();
  assert.equal((await report()).findings[0].code, "not-a-number");
});

test("an input method is left in peace until it is done", async () => {
  const { page, said, report } = await open(portal());
  await page.click("#emp");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "yi'bai", selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(700);
  assert.equal((await report()).fields.emp_total.typed, "");
  await cdp.send("Input.insertText", { text: "一百" });
  assert.equal((await report()).fields.emp_total.typed, "一百");
  assert.equal((await report()).fields.emp_total.value, "100");
  await page.keyboard.press("Tab");
  assert.match(await said("#emp"), /100/);
});
