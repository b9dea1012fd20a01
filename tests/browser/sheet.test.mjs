// The check sheet: what stands on it, that it prints by itself, and that its table is safe to open.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../www/tool/places.mjs";
import { bench, INPUTS, PACK, portal, STRICT } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

const { open } = bench();

/** Opens the sheet as the form's own action does. @param {Page} page */
async function openSheet(page) {
  await page.evaluate(() => new Promise((done, fail) => {
    const { container, pack, session } = /** @type {any} */ (window).Tianbao.attached[0];
    const script = /** @type {any} */ (document.createElement("script"));
    script.src = "/dist/tianbao-sheet.js";
    script.onerror = fail;
    script.onload = () => done(script.brought.openSheet({ container, pack, session, report: session.report(), early: [], locale: document.documentElement.lang.startsWith("en") ? "en" : "zh" }));
    document.head.appendChild(script);
  }));
  await page.frameLocator(".tianbao-sheet-window").locator(".tianbao-sheet-paper").waitFor();
  return page.frames().filter((frame) => frame.parentFrame() && frame.url() === "about:blank")[0];
}

/** @param {Page} page @param {import("playwright-core").Frame} frame @param {string} [name] */
async function table(page, frame, name = "导出 CSV") {
  const [file] = await Promise.all([page.waitForEvent("download"), frame.getByRole("button", { name, exact: true }).click()]);
  const text = readFileSync(await file.path(), "utf8");
  return { name: file.suggestedFilename(), text, rows: parse(text) };
}

/** As RFC 4180 reads it. @param {string} text */
function parse(text) {
  /** @type {string[][]} */
  const rows = [[]];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g;
  for (let found = cells.exec(text); found && found[0] !== ""; found = cells.exec(text)) {
    const cell = found[1].startsWith('"') ? found[1].slice(1, -1).replace(/""/g, '"') : found[1];
    rows[rows.length - 1].push(cell);
    if (found[2] === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

test("figures, metrics, findings with their numbers, reasons and where it comes from", async () => {
  const { page, type, leave, report, problems } = await open(portal(), { csp: STRICT });
  for (const [at, text] of [["#labour", "1.2万"], ["#emp", "5000"], ["#last", "6000"], ["#pay", "1234567.5"]]) await type(at, text);
  await leave();
  await page.selectOption("#terrain", "2");
  await page.evaluate(() => window.Tianbao?.attached[0].session.justify("low_rate", "外出务工人员尚未返乡登记"));
  const { pack, engine } = await report();
  const frame = await openSheet(page);
  const paper = await frame.locator(".tianbao-sheet-paper").innerText();
  for (const part of [pack.hash, `jobs ${pack.version}`, engine.version, "就业率 41.67%", "核实性", "已说明", "外出务工人员尚未返乡登记", "填写为“1.2万”", "填报人", "审核人", "单位负责人", "日期"]) {
    assert.ok(paper.includes(part), `${part} in ${paper}`);
  }
  assert.match(paper, /劳动力总数\s+12,000\s+人/);
  assert.match(paper, /就业人数\s+5,000\s+人\s+6,000/, "last year's figure beside this year's");
  assert.match(paper, /地形\s+丘陵/);
  assert.match(paper, /发放总额\s+1,234,567\.5\s+元/);
  assert.match(paper, /制表时间：\d{4}年\d+月\d+日 \d\d:\d\d/);
  const { name, text, rows } = await table(page, frame);
  assert.match(name, /^就业月报 审核表 \d{4}-\d\d-\d\d\.csv$/);
  assert.equal(text.charCodeAt(0), 0xfeff);
  assert.deepEqual([...new Set(rows.map((row) => row.length))], [12], "as many cells in each row");
  const of = (/** @type {string} */ id) => rows.filter((row) => row[2] === id)[0];
  assert.deepEqual(of("labour_force").slice(3, 8), ["劳动力总数", "12000", "人", "", "1.2万"]);
  assert.deepEqual(of("emp_total").slice(3, 8), ["就业人数", "5000", "人", "6000", ""]);
  assert.equal(of("r_emp")[4], "41.67");
  assert.deepEqual(of("low_rate").slice(10), ["已说明", "外出务工人员尚未返乡登记"]);
  assert.deepEqual(problems, []);
});

test("what a spreadsheet would run stays a text, and figures stay figures", async () => {
  const field = { id: "note", label: { zh: "备注", en: "Note" }, section: "work", type: "text" };
  const notes = ["=HYPERLINK(\"http://a\",\"b\")", "+1", "-2+3", "@SUM(A1)", "＝1+1", "0012", "110101199003071234", "甲,\"乙\""];
  for (const note of notes) {
    const { page, type, leave } = await open(portal({ pack: { ...PACK, fields: [...PACK.fields, field] }, inputs: `${INPUTS}<p><label>备注 <input name="note" id="note"></label></p>` }));
    await type("#note", note);
    await type("#pay", "-5");
    await leave();
    const { rows } = await table(page, await openSheet(page));
    const [cell] = rows.filter((row) => row[2] === "note").map((row) => row[4]);
    assert.equal(cell, note.startsWith("甲") ? note : `'${note}`);
    assert.equal(rows.filter((row) => row[2] === "pay")[0][4], "-5");
    rows.slice(1).forEach((row) => row.forEach((one) => assert.doesNotMatch(one.replace(/^-\d+(\.\d+)?$/, ""), /^[=+\-@＝]/)));
  }
});

test("it prints by itself, on A4, with its head on each page and no row cut", async () => {
  const { page, type, leave } = await open(portal());
  await type("#labour", "100");
  await leave();
  const frame = await openSheet(page);
  await frame.evaluate(() => void (window.print = () => (/** @type {any} */ (window).printed = true)));
  await page.evaluate(() => void (window.print = () => (/** @type {any} */ (window).printed = true)));
  await frame.getByRole("button", { name: "打印" }).click();
  assert.deepEqual([await frame.evaluate(() => /** @type {any} */ (window).printed), await page.evaluate(() => /** @type {any} */ (window).printed)], [true, undefined]);
  const rules = await frame.evaluate(() => document.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join("\n")).join("\n"));
  assert.match(rules, /@page[^]*size: a4/i);
  await page.emulateMedia({ media: "print" });
  const seen = await frame.evaluate(() => ({
    bar: getComputedStyle(/** @type {Element} */ (document.querySelector(".tianbao-sheet-bar"))).display,
    heads: [...document.querySelectorAll("thead")].map((head) => getComputedStyle(head).display),
    rows: [...new Set([...document.querySelectorAll("tr")].map((row) => getComputedStyle(row).breakInside))],
  }));
  assert.deepEqual(seen, { bar: "none", heads: seen.heads.map(() => "table-header-group"), rows: ["avoid"] });
});

test("a window over the page: closed by a key, the focus back, nothing left", async () => {
  const { page, type, leave } = await open(portal());
  await type("#labour", "100");
  await leave();
  const before = await page.evaluate(() => document.body.outerHTML);
  await page.focus("#emp");
  let frame = await openSheet(page);
  assert.equal(await page.locator(".tianbao-sheet-window").count(), 1);
  assert.equal(await frame.evaluate(() => document.activeElement?.textContent), "打印");
  for (const name of ["导出 CSV", "关闭", "打印"]) {
    await page.keyboard.press("Tab");
    assert.equal(await frame.evaluate(() => document.activeElement?.textContent), name);
  }
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "emp");
  await page.focus("#last");
  assert.equal(await page.evaluate(() => document.body.outerHTML), before);
  frame = await openSheet(page);
  await page.evaluate(() => window.Tianbao?.attached[0].detach());
  await page.waitForFunction(() => document.querySelector(".tianbao-sheet-window") === null);
});

test("the panel opens it", async () => {
  const { page, type, leave, problems } = await open(portal(), { csp: STRICT });
  await type("#labour", "100");
  await leave();
  await page.locator(".tianbao-head").click();
  await page.getByRole("tab", { name: "进度" }).click();
  await page.getByRole("button", { name: "审核表：打印、导出" }).click();
  await page.frameLocator(".tianbao-sheet-window").getByText("就业月报", { exact: true }).waitFor();
  assert.deepEqual(problems, []);
});

test("open to everyone", async () => {
  const { page, type, leave } = await open(portal());
  for (const [at, text] of [["#labour", "100"], ["#emp", "120"]]) await type(at, text);
  await leave();
  const frame = await openSheet(page);
  await frame.evaluate(readFileSync(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8"));
  const found = await frame.evaluate(() => /** @type {any} */ (window).axe.run(document).then((/** @type {any} */ { violations }) => violations.map((/** @type {any} */ { id, nodes }) => `${id} ${nodes[0].target}`)));
  assert.deepEqual(found, []);
});

test("in English, on a phone, in a page that can save no file", async () => {
  const { page, type, leave } = await open(portal({ lang: "en" }), {
    viewport: { width: 375, height: 720 },
    init: () => Object.defineProperty(Navigator.prototype, "userAgent", { get: () => "Mozilla/5.0 MicroMessenger/8.0" }),
  });
  await type("#labour", "100");
  await leave();
  const frame = await openSheet(page);
  assert.match(await frame.locator(".tianbao-sheet-paper").innerText(), /Check sheet[^]*Labour force[^]*Filled in by/);
  assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth), 375);
  await frame.getByRole("button", { name: "Export CSV" }).click();
  assert.match(await frame.locator("textarea").inputValue(), /^Type,Part,Id[^]*labour_force,Labour force,100/);
});
