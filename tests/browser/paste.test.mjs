// A block from a sheet goes into the fields that follow, or that its labels name: shown first, one change, one undo.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { rowsOf } from "../../www/panel/hands/table.js";
import { openTodays } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { Visit } from "../harness/stacks.mjs";
import { stacks } from "./stacks/index.mjs";
import { bench, INPUTS, PACK, portal } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

const { open } = bench();

/** @param {string} [html] @param {any} [options] */
async function ready(html = portal(), options) {
  const bench = await open(html, options);
  const { page } = bench;
  await page.waitForSelector(".tianbao-panel");
  const inside = (/** @type {string} */ call) => page.evaluate(`import("/tests/browser/inside/paste.js").then((own) => own.${call})`);
  return {
    ...bench,
    /** @param {string} selector @param {string} text @param {string} [html] @returns {Promise<any>} */
    paste: (selector, text, html) => inside(`paste(${JSON.stringify(selector)}, ${JSON.stringify(text)}, ${JSON.stringify(html ?? "")})`),
    /** @returns {Promise<any>} */
    preview: () => inside(`preview("body")`),
    line: () => page.locator(".tianbao-pasted").textContent({ timeout: 2000 }).catch(() => null),
    values: () => page.evaluate(() => Array.from(document.querySelectorAll("#report input[id],#report select")).map((one) => /** @type {any} */ (one).value)),
    focus: () => page.evaluate(() => document.activeElement?.id),
  };
}

test("cells as Excel writes them", () => {
  assert.deepEqual(rowsOf("12\r\n"), [["12"]]);
  assert.deepEqual(rowsOf("12\n\n"), [["12"], [""]]);
  assert.deepEqual(rowsOf("a\tb\r\n\t2"), [["a", "b"], ["", "2"]]);
  assert.deepEqual(rowsOf("\"a\r\nb\"\t\"say \"\"x\"\"\"\r\n"), [["a\r\nb", "say \"x\""]]);
  assert.deepEqual(rowsOf("\"half\t6\" pipe\rx"), [["\"half", "6\" pipe"], ["x"]]);
  assert.deepEqual(rowsOf(""), [[""]]);
});


test("a column is shown first, goes into the fields that follow, and one Ctrl+Z brings every text back", async () => {
  const { page, paste, preview, line, values, focus, report, type } = await ready();
  await type("#labour", "7");
  await type("#last", "1,5");
  await type("#emp", "-");
  const before = await values();
  assert.equal(await paste("#labour", "2,436\r\n2326\r\n\r\n1.2万\r\n"), false);
  assert.deepEqual(await values(), before, "nothing is written yet");
  assert.deepEqual(await preview(), {
    title: "将填入 2 格",
    rows: ["劳动力总数|7|2,436", "就业人数|-|2326", "发放总额|空|空，不改", "地形|空|请在页面上选择", "有无景区|空|请在页面上选择"],
    left: "还有 1 个值没有放处",
    ways: [],
  });
  await page.keyboard.press("Escape");
  assert.equal(await preview(), null);
  assert.equal(await focus(), "labour");
  assert.deepEqual(await values(), before);

  await paste("#labour", "2,436\r\n2326");
  await page.keyboard.press("Enter");
  assert.equal(await preview(), null);
  assert.equal(await focus(), "labour");
  assert.deepEqual((await values()).slice(0, 3), ["2436", "2326", "1,5"], "tidied as after typing");
  assert.equal(await line(), "已填入 2 格撤销");
  assert.equal((await report()).fields.emp_total.value, "2326");
  await page.keyboard.press("Control+z");
  assert.deepEqual(await values(), before, "byte for byte");
  assert.equal((await report()).fields.labour_force.value, "7");
  assert.equal(await line(), "已撤销，2 格恢复原样");
  await page.keyboard.press("Control+z");
  assert.deepEqual((await values()).slice(1), before.slice(1), "what comes next is the browser's own undo");
});

test("the browser's own undo and what the person does next stay the person's", async () => {
  const { page, paste, line, values, type } = await ready();
  await type("#labour", "20");
  await paste("#emp", "10\n11");
  await page.keyboard.press("Enter");
  await type("#pay", "5");
  assert.equal(await line(), null, "gone with the next change");
  await page.keyboard.press("Control+z");
  assert.deepEqual((await values()).slice(0, 4), ["20", "10", "", "11"], "only what was typed last");
});

test("the line's button takes back as well, and the focus returns to the form", async () => {
  const { page, paste, values, focus } = await ready();
  await paste("#labour", "10\n11");
  await page.click(".tianbao-paste-go");
  await page.click("#pay");
  await page.click(".tianbao-paste-back");
  assert.deepEqual((await values()).slice(0, 2), ["", ""]);
  assert.equal(await focus(), "labour");
});

test("a row fills this year's and last year's; a column only its own kind; what is read-only gives its value to the next", async () => {
  const { page, paste, preview } = await ready(portal({ inputs: INPUTS.replace(`id="emp"`, `id="emp" readonly value="5"`) }));
  await paste("#labour", "1\t2\t3");
  assert.deepEqual((await preview()).rows, ["劳动力总数|空|1", "就业人数|5|只读或由系统计算，不填", "上年就业人数|空|2", "发放总额|空|3"]);
  await page.keyboard.press("Escape");
  await paste("#labour", "1\n2");
  assert.deepEqual((await preview()).rows, ["劳动力总数|空|1", "就业人数|5|只读或由系统计算，不填", "发放总额|空|2"]);
});

const BLOCK = [
  "指标\t单位\t去年\t本年", "一、就业\t\t\t", "1.劳动力总数（人）\t人\t2000\t2,436", "其中：就业人数：\t人\t1900\t2326", "脱贫户数\t户\t1\t2",
  "发放总额\t万元\t3\t", "地 形\t\t平原\t丘陵", "有无景区\t\t有\t无",
].join("\r\n");

test("labels name the fields; this year's column is taken, another one can be", async () => {
  const { page, paste, preview, report, line } = await ready();
  await paste("#pay", BLOCK);
  assert.deepEqual(await preview(), {
    title: "将填入 4 格",
    rows: ["劳动力总数|空|2,436", "就业人数|空|2326", "脱贫户数||2没有对应的栏目", "发放总额|空|空，不改", "地形|空|丘陵", "有无景区|空|无"],
    left: "",
    ways: ["第 3 列（去年）", "第 4 列（本年）"],
  });
  await page.selectOption(".tianbao-paste-way", { index: 0 });
  assert.deepEqual((await preview()).rows.slice(0, 2), ["劳动力总数|空|2000", "就业人数|空|1900"]);
  await page.selectOption(".tianbao-paste-way", { index: 1 });
  await page.focus(".tianbao-paste-way");
  await page.keyboard.press("Enter");
  assert.notEqual(await preview(), null, "Enter in the list is the list's");
  await page.keyboard.press("Escape");
  await paste("#pay", BLOCK);
  await page.keyboard.press("Enter");
  const { fields } = await report();
  assert.deepEqual(["labour_force", "emp_total", "pay", "terrain", "has_scenic"].map((id) => fields[id].value), ["2436", "2326", null, "hill", "false"]);
  assert.equal(await line(), "已填入 4 格撤销");
  await page.keyboard.press("Control+z");
  const back = (await report()).fields;
  assert.deepEqual(["labour_force", "emp_total", "terrain", "has_scenic"].map((id) => back[id].value), [null, null, null, null]);
});

test("labels above their values, and two blocks side by side", async () => {
  const { page, paste, preview } = await ready();
  await paste("#pay", "劳动力总数\t就业人数\n12\t11\n");
  assert.deepEqual((await preview()).rows, ["劳动力总数|空|12", "就业人数|空|11"]);
  await page.keyboard.press("Escape");
  await paste("#pay", "劳动力总数\t12\t就业人数\t11\n发放总额\t3\t某某\t4\n");
  assert.deepEqual((await preview()).rows, ["劳动力总数|空|12", "就业人数|空|11", "发放总额|空|3", "某某||4没有对应的栏目"]);
});

test("a label that two fields have is not guessed at, and one that comes twice counts once", async () => {
  const fields = PACK.fields.map((field) => (field.id === "pay" ? { ...field, aliases: ["人数"] } : field.id === "emp_total_last" ? { ...field, aliases: ["人数"] } : field));
  const { paste, preview } = await ready(portal({ pack: { ...PACK, fields } }));
  await paste("#labour", "人数\t1\n就业人数\t2\n就业人数\t3");
  assert.deepEqual((await preview()).rows, ["人数||1有几个栏目同名，请单独填写", "就业人数|空|2", "就业人数|空|3与上面重复，不填"]);
});

test("what a merged cell covers is no cell", async () => {
  const { paste, preview, page } = await ready();
  const rows = `<tr height=19><td rowspan=2 class=xl65>10</td></tr><tr></tr><tr><td rowspan="2">11</td></tr><tr></tr>`;
  const html = `<table><col width=72><!--StartFragment-->${rows}<!--EndFragment--><tr height=0 style='display:none'><td></td></tr></table>`;
  await paste("#labour", "10\r\n\r\n11\r\n\r\n", html);
  assert.deepEqual((await preview()).rows, ["劳动力总数|空|10", "就业人数|空|11"]);
  await page.keyboard.press("Escape");
  await paste("#labour", "10\r\n\r\n11\r\n", html);
  assert.equal((await preview()).rows[1], "就业人数|空|空，不改", "two tellings that differ: the text holds");
});

test("the page hears of each field once, and we look once", async () => {
  const { page, paste } = await ready();
  await page.evaluate(() => {
    /** @type {any} */ (window).heard = [];
    const hear = (/** @type {Event} */ event) => /** @type {any} */ (window).heard.push(`${event.type} ${/** @type {any} */ (event.target).id}`);
    ["input", "change", "tianbao:change"].forEach((type) => document.addEventListener(type, hear));
  });
  await paste("#labour", "10\n11\n12");
  await page.keyboard.press("Enter");
  await page.click("#last");
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard),
    ["input labour", "input emp", "change emp", "input pay", "change pay", "tianbao:change report", "change labour"]);
});

test("while it is open the keys and the focus stay inside, and the page hears none of them", async () => {
  const { page, paste, preview, focus } = await ready();
  await page.evaluate(() => {
    /** @type {any} */ (window).heard = [];
    for (const type of ["keydown", "keyup"]) document.addEventListener(type, (event) => /** @type {any} */ (window).heard.push(/** @type {any} */ (event).key));
  });
  await paste("#labour", "10\n11");
  const at = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
  assert.equal(await at(), "tianbao-paste-go");
  const stops = [];
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.press("Tab");
    stops.push(await at());
  }
  assert.deepEqual(stops, ["tianbao-paste-scroll", "tianbao-paste-stop", "tianbao-paste-go", "tianbao-paste-scroll"]);
  await page.keyboard.press("Shift+Tab");
  assert.equal(await at(), "tianbao-paste-go");
  await page.keyboard.press("F8");
  await page.keyboard.press("Enter");
  assert.equal(await preview(), null);
  assert.equal(await focus(), "labour");
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), []);
  const box = await page.evaluate(() => document.querySelectorAll("[class^=tianbao-paste]").length);
  assert.equal(box, 0);
});

test("one cell, lines for a text of several lines, and what the page pastes itself are not ours; detach takes an open one along", async () => {
  const { page, paste, preview } = await ready(portal({ inputs: INPUTS.replace(`<input name="pay" id="pay">`, `<textarea name="pay" id="pay"></textarea>`) }));
  assert.equal(await paste("#labour", "12\r\n"), true);
  assert.equal(await paste("#labour", "\"1\r\n2\"\r\n"), true);
  assert.equal(await paste("#pay", "1\n2"), true);
  await page.evaluate(() => document.querySelector("form")?.addEventListener("paste", (event) => event.preventDefault(), { once: true }));
  await paste("#labour", "1\n2");
  assert.equal(await preview(), null);
  await paste("#labour", "1\n2");
  assert.notEqual(await preview(), null);
  await page.evaluate(() => window.Tianbao?.attached[0].detach());
  assert.equal(await page.evaluate(() => document.querySelector("[class^=tianbao-]")), null);
});

test("by the keyboard and the clipboard", async () => {
  const { page, context, preview, values } = await ready();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("31\r\n30\r\n"));
  await page.focus("#labour");
  await page.keyboard.press("Control+V");
  await page.waitForFunction(() => document.querySelector(".tianbao-root")?.shadowRoot?.querySelector(".tianbao-paste"));
  assert.equal((await preview()).title, "将填入 2 格");
  await page.keyboard.press("Enter");
  assert.deepEqual((await values()).slice(0, 2), ["31", "30"]);
  await page.evaluate(() => navigator.clipboard.writeText("29"));
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+V");
  assert.deepEqual((await values()).slice(0, 2), ["29", "30"]);
});

// The same on pages of portals: what is handed in is what would have been typed.
describe("on the page of", () => {
  /** @type {any} */
  let user;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let site;
  before(async () => {
    site = await serve();
    user = await openTodays();
  });
  after(async () => {
    await user.close();
    await site.close();
  });

  /** @param {Visit} visit */
  async function handedIn(visit) {
    const since = site.posts.length;
    await visit.stack.submit[Object.keys(visit.stack.submit)[0]](user);
    await visit.until("nothing was handed in", async () => visit.sent(since).length > 0);
    return visit.sent(since);
  }

  for (const name of ["native, quirks mode", "native", "Element Plus", "Ant Design 5, dialog", "RuoYi: ", "Element UI", "layui 2.9", "EasyUI"]) {
    const stack = stacks.filter((one) => (name === "native" ? one.name === name : one.name.startsWith(name)))[0];
    test(stack.name, async () => {
      const visit = new Visit(stack, user, site);
      await visit.fill({ plain: true, quick: true });
      const typed = await handedIn(visit);
      await visit.open();
      const given = await user.evaluate(`import("/tests/browser/inside/paste.js").then((own) => own.pasteAll(${JSON.stringify(stack.fields)}, ${JSON.stringify(stack.good)}))`);
      assert.ok(given.length > 5, String(given));
      const rest = Object.entries(stack.good).filter(([field]) => !given.includes(field));
      await visit.type(Object.fromEntries(rest));
      assert.deepEqual(await handedIn(visit), typed);
    });
  }
});
