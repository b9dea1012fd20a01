// EasyUI and Validform as they are driven from outside: what is shown is what is sent, and messages stand in their own places.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { hands } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  chromium = await openChromium();
  site = await serve();
});
after(async () => {
  await chromium.close();
  await site.close();
});

/** @param {string} path */
async function visit(path) {
  const { page, problems } = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}/www/demo/easyui/${path}`);
  if (path.startsWith("main")) await page.evaluate("openForm()");
  await page.waitForFunction(() => window.Tianbao && window.Tianbao.attached.length > 0);
  return { page, problems, ...hands(page) };
}

const box = (/** @type {string} */ id) => `#${id} + .textbox .textbox-text`;
/** Shown and sent. */
const both = (/** @type {string} */ id) => `[document.querySelector("${box(id)}").value, document.querySelector("#fm [name=${id}]").value]`;
/** The red, and what the tooltip says. */
const said = (/** @type {string} */ id) =>
  `(function (input) { return [/validatebox-invalid/.test(input.className), $.data(input, "validatebox").message]; })(document.querySelector("${box(id)}"))`;
const tip = "(function (row) { return [row.cells[5].textContent, row.cells[5].firstChild.className, document.reportform.jyrs.className]; })(document.reportform.jyrs.closest('tr'))";

/** Figures that contradict each other, in EasyUI's page. @param {Awaited<ReturnType<typeof visit>>} at */
async function contradict({ page, type }) {
  await type(box("ldlzs"), "1742");
  await type(box("jyrs"), "1955");
  await page.keyboard.press("Tab");
}

test("EasyUI: a metric fills the portal's own read-only field, shown and sent alike", async () => {
  const map = encodeURIComponent(JSON.stringify({ r_emp: "#fm [name=jyl]", labour_force: "#ldlzs" }));
  const { page, type, leave, problems } = await visit(`main.html?map=${map}`);
  await type(box("ldlzs"), "1742");
  await type(box("jyrs"), "1655");
  await leave();
  await page.waitForFunction(`document.querySelector("#fm [name=jyl]").value === "95.01"`);
  assert.deepEqual(await page.evaluate(both("jyl")), ["95.01%", "95.01"]);
  const by = await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].bindings.filter((/** @type {any} */ one) => one.field === "labour_force")[0].by);
  assert.equal(by, "map");
  assert.deepEqual(problems, []);
});

test("EasyUI: what it dresses up is read without its dress, and left as it wrote it", async () => {
  const { page, type, leave, problems } = await visit("main.html");
  await type(box("jdmj"), "1380.5");
  await leave();
  await page.waitForFunction(() => /** @type {any} */ (window).Tianbao.attached[0].report().fields.base_area.value === "1380.5");
  assert.deepEqual(await page.evaluate(both("jdmj")), ["1,380.50", "1380.50"]);
  const field = await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].report().fields.base_area);
  assert.equal(field.notice, undefined);
  assert.deepEqual(problems, []);
});

test("EasyUI: with its own red and tooltip, which stay through its own validation and go with the mistake", async () => {
  const at = await visit("main.html?message=host");
  const { page, type, problems } = at;
  assert.deepEqual(await page.evaluate(said("jyrs")), [true, "请填写"]);
  await contradict(at);
  await page.waitForFunction(`/多于/.test(${said("jyrs")}[1])`);
  await page.evaluate(`void $("#jyrs").numberbox("validate")`);
  await page.waitForFunction(`${said("jyrs")}[0] && /多于/.test(${said("jyrs")}[1])`);
  await type(box("jyrs"), "1655");
  await page.keyboard.press("Tab");
  await page.waitForFunction(`${said("jyrs")}[0] === false && ${said("jyrs")}[1] === ""`);
  await type(box("jyrs"), "");
  await page.keyboard.press("Tab");
  await page.waitForFunction(`${said("jyrs")}[1] === "请填写"`);
  assert.deepEqual(problems, []);
});

test("EasyUI: its validation fails while the report is stopped, that of the search form does not, and a reset is no submission", async () => {
  const at = await visit("main.html");
  const { page, problems } = at;
  await contradict(at);
  await page.evaluate(`$("#fm .validatebox-text").validatebox("disableValidation"); blocked = 0; addEventListener("tianbao:blocked", function () { blocked += 1; })`);
  const valid = (/** @type {string} */ form) => page.evaluate(`$("${form}").form("validate")`);
  assert.equal(await valid("#searchForm"), true);
  assert.equal(await page.evaluate(`$("#fm").form("load", { xzmc: "枫林镇" }), blocked`), 0);
  await page.evaluate(() => new Promise((over) => setTimeout(over, 0)));
  assert.equal(await valid("#fm"), false);
  assert.equal(await page.evaluate("blocked"), 1);
  await page.evaluate("Tianbao.attached[0].detach()");
  assert.equal(await valid("#fm"), true);
  assert.deepEqual(problems, []);
});

test("Validform: in its line beside the input, and its own words come back", async () => {
  const { page, type, leave, problems } = await visit("validform.html?message=host");
  await type("[name=reportform] [name=ldlzs]", "1742");
  await type("[name=reportform] [name=jyrs]", "1955");
  await leave();
  await page.waitForFunction(`/多于/.test(${tip}[0])`);
  assert.deepEqual((await page.evaluate(tip)).slice(1), ["Validform_checktip Validform_wrong", "Validform_error"]);
  await type("[name=reportform] [name=jyrs]", "1655");
  await leave();
  await page.waitForFunction(`!/多于/.test(${tip}[0])`);
  assert.deepEqual(await page.evaluate(tip), ["通过信息验证！", "Validform_checktip Validform_right", ""]);
  assert.deepEqual(problems, []);
});

test("Validform: a submission by its own interface is stopped, and detach takes what was added away", async () => {
  const { page, type, leave, problems } = await visit("validform.html");
  for (const name of await page.$$eval("#reportform [datatype]", (all) => all.map((/** @type {any} */ one) => one.name))) {
    await page.evaluate(`document.reportform.${name}.value = { dwmc: "河口镇", tjnd: "2024" }["${name}"] || "1"`);
  }
  await type("[name=reportform] [name=jyrs]", "5");
  await leave();
  await page.waitForFunction(() => /** @type {any} */ (window).Tianbao.attached[0].report().status === "mandatory");
  await page.evaluate("void report.submitForm(false)");
  assert.equal(site.posts.length, 0);
  assert.equal(await page.evaluate("Tianbao.attached[0].detach(), 'beforeSubmit' in document.reportform.settings"), false);
  await page.evaluate("void report.submitForm(false)");
  await page.waitForFunction(() => document.getElementById("msg")?.textContent === "提交成功");
  assert.equal(site.posts.length, 1);
  assert.deepEqual(problems, []);
});
