// What is most probably wrong, in the hand of the person: said at rest, mended by a press only, taken back by one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../www/tool/places.mjs";
import { noOldChromium, openOldChromium } from "../harness/old-chromium.mjs";
import { noQtWebkit, openQtWebkit } from "../harness/qtwebkit.mjs";
import { serve } from "../harness/serve.mjs";
import { bench, drawn, portal, rested } from "./support.mjs";

const { open } = bench();

/** @param {string} id @param {string} zh @param {string} en */
const figure = (id, zh, en) => ({ id, label: { zh, en }, unit: "人", type: "integer", min: 0, max: 100000 });
const PACK = {
  tianbao: 1,
  id: "mend",
  version: "1",
  title: "月报",
  sections: [],
  fields: [
    figure("labour", "劳动力总数", "Labour force"), figure("total", "就业人数", "Employed"),
    figure("near", "县内就业", "In the county"), figure("far", "县外就业", "Elsewhere"),
    figure("men", "男性", "Men"), figure("women", "女性", "Women"),
    figure("grain", "粮食作物", "Grain"), figure("cash", "经济作物", "Other crops"), figure("crops", "作物合计", "Crops"),
  ],
  metrics: [],
  rules: [
    { id: "fits", severity: "mandatory", assert: "total <= labour", message: "就业人数 {total}，多于劳动力总数 {labour}。请核对。" },
    { id: "places", severity: "mandatory", assert: "near + far = total", message: "县内 {near}、县外 {far} 之和与就业人数 {total} 不等。请核对。" },
    { id: "sexes", severity: "mandatory", assert: "men + women = total", message: "男 {men}、女 {women} 之和与就业人数 {total} 不等。请核对。" },
    { id: "grown", severity: "mandatory", assert: "grain + cash = crops", message: "粮食 {grain}、经济作物 {cash} 之和与合计 {crops} 不等。请核对。" },
    { id: "other", severity: "mandatory", when: "labour > 90000", assert: "women <= total + men", message: "女 {women} 过多。请核对。" },
  ],
};
const INPUTS = PACK.fields.map(({ id, label }) => `<p><label>${label.zh} <input name="${id}" id="${id}"></label></p>`).join("\n");
const mend = (/** @type {object} */ more = {}) => portal({ pack: PACK, inputs: INPUTS, ...more });
const GOOD = { labour: "1200", near: "418", far: "335", men: "401", women: "352" };

/** @typedef {import("playwright-core").Page} Page */

/** As the person before has left it. @param {Page} page @param {Record<string, string>} values */
async function fill(page, values) {
  for (const [id, text] of Object.entries(values)) await page.fill(`#${id}`, text);
}

/** @param {Page} page */
async function unfold(page) {
  await drawn(page);
  if (await page.getAttribute(".tianbao-head", "aria-expanded") === "false") await page.click(".tianbao-head");
}

/** What was read aloud last. @param {Page} page */
const aloud = (page) => page.evaluate(() => document.querySelector(".tianbao-root")?.shadowRoot?.querySelector("[role=status]")?.textContent ?? "");

/** The list's first block of repairs: lead and buttons. @param {Page} page @param {string} finding */
function listed(page, finding) {
  const item = page.locator(".tianbao-panel .tianbao-item", { has: page.locator(`[data-tianbao-finding="${finding}"]`) });
  return { leads: item.locator(".tianbao-ways-lead"), ways: item.locator(".tianbao-way .tianbao-offer"), reasons: item.locator(".tianbao-way-reason") };
}

test("two digits exchanged are named first, a press mends them, one Ctrl+Z takes it back", async () => {
  const { page, type, leave, report, problems } = await open(mend());
  await fill(page, GOOD);
  await type("#total", "735");
  await leave();
  await rested(page);
  await unfold(page);
  const { leads, ways, reasons } = listed(page, "places");
  assert.equal(await leads.first().textContent(), "最可能是这一格：");
  assert.equal(await ways.first().textContent(), "就业人数 735 → 753");
  assert.match(await reasons.first().textContent() ?? "", /两位数字对调.*2 项审核全部通过/);
  assert.equal(await listed(page, "sexes").ways.first().textContent(), "就业人数 735 → 753");
  assert.equal(await listed(page, "sexes").reasons.count(), 0, "what mends both gives its reasons once");
  assert.equal(await page.inputValue("#total"), "735", "nothing is changed by itself");
  await ways.first().click();
  assert.equal(await page.inputValue("#total"), "753");
  assert.deepEqual((await report()).findings, []);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "total");
  await page.keyboard.press("Control+z");
  assert.equal(await page.inputValue("#total"), "735");
  await rested(page);
  assert.equal(await listed(page, "places").ways.first().textContent(), "就业人数 735 → 753");
  assert.deepEqual(problems, []);
});

test("the ways stand at the field as well, and what speaks for a figure at its partners", async () => {
  const { page, type } = await open(mend());
  await fill(page, GOOD);
  await type("#total", "735");
  await page.focus("#near");
  await rested(page);
  await page.focus("#total");
  await rested(page);
  const bubble = page.locator(".tianbao-bubble");
  assert.equal(await bubble.locator(".tianbao-ways-lead").textContent(), "最可能是这一格：");
  assert.equal(await bubble.locator(".tianbao-way .tianbao-offer").textContent(), "就业人数 735 → 753");
  await bubble.locator(".tianbao-way .tianbao-offer").click();
  assert.equal(await page.inputValue("#total"), "753");
  await type("#near", "481");
  await page.focus("#total");
  await rested(page);
  assert.equal(await bubble.locator(".tianbao-way").count(), 0, "no candidate, no way");
  assert.match(await bubble.innerText(), /本格已由另外 2 项审核佐证/, "a rule that does not apply speaks for nothing");
  await unfold(page);
  const item = page.locator(".tianbao-panel .tianbao-item");
  assert.equal(await item.locator(".tianbao-backed").textContent(), "另有审核佐证：就业人数 2 项");
  await page.focus("#near");
  assert.equal(await bubble.locator(".tianbao-way .tianbao-offer").textContent(), "县内就业 481 → 418");
});

test("what nothing tells apart is shown as such: a few to choose from, of more the fields alone", async () => {
  const { page } = await open(mend());
  await fill(page, { grain: "1000", cash: "300", crops: "1327" });
  await page.focus("#labour");
  await rested(page);
  await unfold(page);
  const { leads, ways, reasons } = listed(page, "grown");
  assert.equal(await leads.first().textContent(), "这 3 格里有一格需要改，请对照台账。");
  assert.deepEqual((await ways.allTextContents()).sort(), ["作物合计 1,327 → 1,300", "粮食作物 1,000 → 1,027", "经济作物 300 → 327"].sort());
  assert.equal(await reasons.count(), 3, "each with its reason");

  const fields = ["rice", "wheat", "maize", "beans", "grain"].map((id, at) => figure(id, ["稻谷", "小麦", "玉米", "豆类", "粮食合计"][at], id));
  const rules = [{ id: "sum", severity: "mandatory", assert: "rice + wheat + maize + beans = grain", message: "各项之和与粮食合计 {grain} 不等。请核对。" }];
  const inputs = fields.map(({ id, label }) => `<p><label>${label.zh} <input name="${id}" id="${id}"></label></p>`).join("");
  const five = await open(portal({ pack: { ...PACK, fields, rules }, inputs }));
  await fill(five.page, { rice: "1246", wheat: "3117", maize: "2358", beans: "4519", grain: "11377" });
  await rested(five.page);
  await unfold(five.page);
  await rested(five.page);
  const many = listed(five.page, "sum");
  assert.deepEqual(await many.leads.allTextContents(), ["这 5 格里有一格需要改，请对照台账。"]);
  assert.equal(await many.ways.count(), 0, "no value is put forward");
  const item = five.page.locator(".tianbao-panel .tianbao-item");
  assert.deepEqual(await item.locator(".tianbao-link").allTextContents(), ["稻谷", "小麦", "玉米", "豆类", "粮食合计"]);
  await item.locator(".tianbao-link").nth(2).click();
  assert.equal(await five.page.evaluate(() => document.activeElement?.id), "maize");
});

test("nothing is asked while someone types; at rest each question is asked once", async () => {
  const { page, type } = await open(mend());
  await fill(page, GOOD);
  await type("#total", "735");
  await page.focus("#near");
  await rested(page);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(() => {
    const idle = window.requestIdleCallback.bind(window);
    Object.assign(window, { asked: 0 });
    window.requestIdleCallback = (work, options) => {
      /** @type {any} */ (window).asked += 1;
      return idle(work, options);
    };
  });
  const asked = () => page.evaluate(() => /** @type {any} */ (window).asked);
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.type(String(i % 10));
    await page.clock.runFor(150);
  }
  assert.equal(await asked(), 0);
  await page.clock.runFor(5000);
  assert.equal(await asked(), 4, "what lies ahead, what is left for the field, what is wrong, and what speaks for the rest");
});

test("two figures in each other's field are exchanged by one press and taken back by one", async () => {
  const { page } = await open(mend());
  await fill(page, { ...GOOD, labour: "753", total: "1200" });
  await page.focus("#grain");
  await rested(page);
  await unfold(page);
  const { leads, ways } = listed(page, "fits");
  assert.equal(await leads.first().textContent(), "需要一起改的可能是这几格：");
  assert.equal(await ways.first().textContent(), "劳动力总数 753 → 1,200；就业人数 1,200 → 753");
  await ways.first().click();
  const both = () => page.evaluate(() => ["labour", "total"].map((id) => /** @type {any} */ (document.getElementById(id)).value));
  assert.deepEqual(await both(), ["1200", "753"]);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "labour");
  await page.waitForFunction(() => /已填入/.test(document.querySelector(".tianbao-root")?.shadowRoot?.querySelector("[role=status]")?.textContent ?? ""));
  assert.match(await aloud(page), /^已填入：劳动力总数 1,200（原为 753）；就业人数 753（原为 1,200）。按 Ctrl\+Z 可撤销。/);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await both(), ["753", "1200"]);
});

test("where too many sets of fields would do, that is said and none is offered", async () => {
  const { page } = await open(mend());
  await fill(page, { labour: "700", total: "753", near: "401", far: "335", men: "418", women: "352" });
  await page.focus("#grain");
  await rested(page);
  await unfold(page);
  const { leads, ways } = listed(page, "places");
  assert.deepEqual(await leads.allTextContents(), ["有几格需要一起改，仅凭数字分不出是哪几格，请对照台账。"]);
  assert.equal(await ways.count(), 0);
});

test("in the township's report the likeliest comes first and is mended by a press", async () => {
  const cases = JSON.parse(readFileSync(join(root, "www", "packs", "rural-revitalization-township", "cases.json"), "utf8"));
  const { page, site } = await open(mend());
  await page.goto(`${site.origin}/www/demo/index.html`);
  await page.waitForFunction(() => window.Tianbao?.attached.length > 0);
  await page.evaluate((values) => {
    for (const { field, element } of /** @type {any} */ (window).Tianbao.attached[0].bindings) {
      if (values[field] === undefined || element.tagName !== "INPUT" || /radio|checkbox/.test(element.type)) continue;
      element.value = field === "emp_total" ? "1565" : values[field];
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, cases.submissions.plain.values);
  await page.focus("#empTotal");
  await page.keyboard.press("Tab");
  await rested(page);
  await unfold(page);
  const { leads, ways } = listed(page, "PH01");
  assert.equal(await leads.first().textContent(), "最可能是这一格：");
  assert.equal(await ways.first().textContent(), "脱贫劳动力实现就业 1,565 → 1,655");
  await ways.first().click();
  assert.equal(await page.inputValue("#empTotal"), "1655");
  await drawn(page);
  assert.equal(await page.locator("[data-tianbao-finding=PH01]").count(), 0);
});

test("a figure that would be made up is not put forward, nor is a doubt called a mistake", async () => {
  const { page, site } = await open(mend());
  await page.goto(`${site.origin}/www/demo/index.html`);
  await page.waitForFunction(() => window.Tianbao?.attached.length > 0);
  await page.click("#fill-wrong");
  await page.waitForTimeout(500);
  await rested(page);
  await unfold(page);
  await page.locator(".tianbao-way").first().waitFor();
  const told = async (/** @type {string} */ finding) => {
    const { leads, ways } = listed(page, finding);
    return { leads: await leads.allTextContents(), ways: await ways.allTextContents() };
  };
  assert.deepEqual(await told("PH01"), { leads: ["这 5 格里有一格需要改，请对照台账。"], ways: [] }, "each of many sets changes one of these, whatever else it changes");
  assert.deepEqual(await told("JD02"), { leads: ["最可能是这一格："], ways: ["农村卫生厕所普及率 100 → 88.12"] }, "what is far less likely only distracts");
  assert.deepEqual((await told("BH36")).leads, ["最可能是这一格：", "也可能是："]);
  assert.deepEqual(await told("LJ33"), { leads: [], ways: [] });
  assert.deepEqual((await told("TB05")).leads, ["这 2 格里可能有一格需要改，请对照台账。"]);
  assert.deepEqual((await told("cleaners:decimals")).ways, ["配备保洁员 63.5 → 635"], "where the field alone speaks, too");
});

test("where the search took too long that is said; of many values of one field none is picked", async () => {
  const { page } = await open(mend());
  const drawn = (/** @type {object[]} */ ways, /** @type {string[]} */ about) => page.evaluate(`(async () => {
    const { makeWays } = await import("/www/panel/repair/ways.js");
    const { words } = await import("/www/panel/repair/text.js");
    const { pack, report } = Tianbao.attached[0];
    const { element, paint } = makeWays(words("zh"), { can: () => true });
    paint(${JSON.stringify(ways)}, ${JSON.stringify(ways)}, { pack, report: report(), locale: "zh" }, { reason: "sentence", key: false, about: ${JSON.stringify(about)}, sure: true });
    return [element.textContent, element.querySelectorAll("button").length];
  })()`);
  const one = { fields: ["total"], values: { total: "1" }, kind: "digit", solves: ["places"], message: "甲", confidence: 0.2, proven: true };
  assert.deepEqual(await drawn([{ ...one, proven: false, message: "未能逐一推算。" }], ["total", "near"]), ["未能逐一推算。", 0]);
  const four = ["1", "2", "3", "4"].map((total) => ({ ...one, values: { total } }));
  assert.deepEqual(await drawn(four, ["total", "near", "far"]), ["可能是这一格：就业人数", 0]);
  assert.deepEqual(await drawn(four, ["total"]), ["", 0], "that it is this field is known");
  assert.deepEqual(await drawn(four.slice(0, 3), ["total"]).then(([, buttons]) => buttons), 3);
});

test("all is reached and pressed by keys, and axe finds nothing on it", async () => {
  const { page, type, leave } = await open(mend());
  await fill(page, GOOD);
  await type("#total", "735");
  await leave();
  await rested(page);
  await unfold(page);
  await page.evaluate(readFileSync(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8"));
  const found = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run();
    const nodes = violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ { target: [at] }) => ({ id, at })));
    // What the page brings itself stands in no shadow.
    return nodes.filter((/** @type {any} */ { at }) => Array.isArray(at));
  });
  assert.deepEqual(found, []);
  await page.focus(".tianbao-head");
  const at = () => page.evaluate(() => document.querySelector(".tianbao-root")?.shadowRoot?.activeElement?.textContent ?? "");
  for (let i = 0; i < 20 && await at() !== "就业人数 735 → 753"; i += 1) await page.keyboard.press("Shift+Tab");
  assert.equal(await at(), "就业人数 735 → 753");
  await page.keyboard.press("Enter");
  assert.equal(await page.inputValue("#total"), "753");
});

test("beside the field one key takes what is offered there, and says what it did", async () => {
  const { page, type } = await open(mend());
  const { keyboard } = page;
  await fill(page, GOOD);
  await type("#total", "735");
  await keyboard.press("Tab");
  await keyboard.press("F2");
  assert.equal(await page.inputValue("#total"), "735", "nothing is offered at this field");
  await keyboard.press("Shift+Tab");
  await rested(page);
  const offer = page.getByRole("button", { name: "就业人数 735 → 753", exact: true });
  assert.equal(await offer.getAttribute("aria-keyshortcuts"), "F2");
  assert.match(await page.locator(".tianbao-bubble").innerText(), /按 F2 填入/);
  await page.waitForFunction(() => /F2/.test(document.querySelector(".tianbao-root")?.shadowRoot?.querySelector("[role=status]")?.textContent ?? ""));
  assert.match(await aloud(page), /最可能是这一格： 就业人数 735 → 753。按 F2 填入。/);
  await keyboard.press("Shift+F2");
  assert.equal(await page.inputValue("#total"), "735");
  await keyboard.press("F2");
  assert.equal(await page.inputValue("#total"), "753");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "total");
  await page.waitForFunction(() => /已填入/.test(document.querySelector(".tianbao-root")?.shadowRoot?.querySelector("[role=status]")?.textContent ?? ""));
  assert.match(await aloud(page), /^已填入：就业人数 753（原为 735）。按 Ctrl\+Z 可撤销。/);
  await keyboard.press("F2");
  assert.equal(await page.inputValue("#total"), "753", "once is enough");
  await keyboard.press("Control+z");
  assert.equal(await page.inputValue("#total"), "735");
  await rested(page);
  await page.evaluate(() => addEventListener("keydown", (event) => event.preventDefault(), true));
  await keyboard.press("F2");
  assert.equal(await page.inputValue("#total"), "735", "a key that the portal has answered stays the portal's");
});

const CHOICES = (() => {
  const fields = [
    { id: "scenic", label: "有无景区", type: "boolean" },
    { id: "terrain", label: "地形", type: "choice", choices: [{ value: "plain", label: "平原" }, { value: "hill", label: "丘陵" }] },
    ...["visitors", "tickets", "slope", "terrace"].map((id, at) => ({ ...figure(id, "", ""), label: ["游客", "购票", "坡地", "梯田"][at] })),
  ];
  const none = (/** @type {string} */ id, /** @type {string} */ when) => ({ id: `no_${id}`, severity: "mandatory", when, assert: `${id} = 0`, message: `{${id}}，应为 0。请核对。` });
  return { ...PACK, fields, rules: [none("visitors", "not scenic"), none("tickets", "not scenic"), none("slope", "terrain = 'plain'"), none("terrace", "terrain = 'plain'")] };
})();
const NUMBERS = ["visitors", "tickets", "slope", "terrace"].map((id) => `<p><label>${id} <input name="${id}" id="${id}"></label></p>`).join("");
const RADIOS = `<p id="scenic">有无景区 <label><input type="radio" name="scenic" value="Y"> 有</label> <label><input type="radio" name="scenic" value="N"> 无</label></p>`;
const LIST = `<select name="terrain" id="terrain"><option value="">请选择</option><option value="1">平原</option><option value="2">丘陵</option></select>`;

test("a choice is pressed like any figure and taken back like any; what we cannot choose is said", async () => {
  const { page } = await open(portal({ pack: CHOICES, inputs: `${RADIOS}<p><label>地形 ${LIST}</label></p>${NUMBERS}` }));
  await page.click("#scenic [value=N]");
  await page.selectOption("#terrain", "1");
  await fill(page, { visitors: "1200", tickets: "300", slope: "25", terrace: "40" });
  await page.focus("#visitors");
  await rested(page);
  await unfold(page);
  const chosen = () => page.evaluate(() => [/** @type {any} */ (document.querySelector("[name=scenic]:checked"))?.value, /** @type {any} */ (document.getElementById("terrain")).value]);
  const radio = listed(page, "no_visitors").ways;
  assert.deepEqual(await radio.allTextContents(), ["有无景区 否 → 是"]);
  await radio.first().click();
  assert.deepEqual(await chosen(), ["Y", "1"]);
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).name), "scenic");
  await page.keyboard.press("Control+z");
  assert.deepEqual(await chosen(), ["N", "1"]);
  await rested(page);
  const list = listed(page, "no_slope").ways;
  assert.deepEqual(await list.allTextContents(), ["地形 平原 → 丘陵"]);
  await list.first().click();
  assert.deepEqual(await chosen(), ["N", "2"]);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await chosen(), ["N", "1"]);

  const drawn = await open(portal({ pack: CHOICES, inputs: `${RADIOS}<div class="el-select"><label>地形 ${LIST}</label></div>${NUMBERS}` }));
  await drawn.page.selectOption("#terrain", "1");
  await fill(drawn.page, { slope: "25", terrace: "40" });
  await drawn.page.focus("#visitors");
  await rested(drawn.page);
  await unfold(drawn.page);
  await rested(drawn.page);
  const { ways, leads, reasons } = listed(drawn.page, "no_slope");
  assert.equal(await leads.count(), 1);
  assert.equal(await ways.count(), 0);
  assert.match(await reasons.first().textContent() ?? "", /地形.*平原.*丘陵/);
});

/** In the page: counts what the engine is asked at rest, by task, and notes keys and paints between. @param {Record<string, string>} names */
function listenToEngine(names) {
  const log = /** @type {string[]} */ ([]);
  Object.assign(window, { log });
  const { instantiate } = WebAssembly;
  const heard = (/** @type {any} */ { exports }) => {
    const all = { ...exports };
    for (const name of ["early", "range", "repairs"]) {
      const real = exports[names[`wasmsession_${name}`]];
      all[names[`wasmsession_${name}`]] = (/** @type {any[]} */ ...args) => {
        log.push(name);
        return real(...args);
      };
    }
    return { exports: all };
  };
  WebAssembly.instantiate = /** @type {any} */ ((/** @type {any} */ bytes, /** @type {any} */ imports) => instantiate(bytes, imports).then((/** @type {any} */ made) => (made.instance ? { module: made.module, instance: heard(made.instance) } : heard(made))));
  addEventListener("keydown", () => {
    log.push("key");
    requestAnimationFrame(() => setTimeout(() => log.push("paint")));
  }, true);
  const idle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (work, options) => idle((deadline) => {
    log.push("slice");
    work(deadline);
  }, options);
}

test("between a key and the paint that shows it nothing is asked; each question has a slice of its own", async () => {
  const names = JSON.parse(readFileSync(join(root, "www", ".cache", "names.json"), "utf8")).exports;
  const { page, type } = await open(mend(), { init: { content: `(${listenToEngine})(${JSON.stringify(names)})` } });
  await fill(page, GOOD);
  await type("#total", "735");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  for (const key of ["Control+A", "7", "3", "5", "Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(90);
  }
  await rested(page);
  const log = await page.evaluate(() => /** @type {any} */ (window).log);
  assert.ok(["early", "range", "repairs"].every((name) => log.includes(name)), log.join(" "));
  const told = log.join(" ").replace(/\b(key)( key)*/g, "key");
  assert.doesNotMatch(told, /key (?!paint)/, "a key, then its paint");
  assert.doesNotMatch(told, /(early|range|repairs) (early|range|repairs)/, "one question in a slice");
  assert.doesNotMatch(told, /(key|paint) (early|range|repairs)/, "only in a slice");
});

test("in English as in Chinese", async () => {
  const { page, type, leave } = await open(mend({ lang: "en" }));
  await fill(page, GOOD);
  await type("#total", "735");
  await leave();
  await rested(page);
  await unfold(page);
  const { leads, ways } = listed(page, "places");
  assert.equal(await leads.first().textContent(), "Most probably this answer:");
  assert.equal(await ways.first().textContent(), "Employed 735 → 753");
});

/** In the page, in ES5: what is offered beside the field in use. */
function offered() {
  var root = /** @type {any} */ (document.querySelector(".tianbao-root"));
  var one = (root.shadowRoot || root).querySelector(".tianbao-bubble [aria-keyshortcuts]");
  return one && one.getClientRects().length > 0 ? one.textContent : "";
}

/** @type {Record<string, { skip?: string, open: () => Promise<Awaited<ReturnType<typeof openOldChromium>>> }>} */
const OLD = { "Chromium 64": { skip: noOldChromium, open: openOldChromium }, "a WebKit without wasm, of the level of Safari 10": { skip: noQtWebkit, open: openQtWebkit } };
for (const [name, { skip, open: openOld }] of Object.entries(OLD)) {
  test(`offered, taken and taken back in ${name}`, { skip }, async () => {
    const site = await serve({ pages: { "/portal.html": mend() } });
    const user = await openOld();
    try {
      await user.goto(`${site.origin}/portal.html`);
      await user.waitFor("window.Tianbao && window.Tianbao.attached.length > 0");
      for (const [id, text] of Object.entries({ ...GOOD, total: "735" })) await user.fill(`#${id}`, text);
      await user.click("#near");
      await user.click("#total");
      await user.waitFor(`(${offered})() === "就业人数 735 → 753"`);
      await user.press("F2");
      await user.waitFor("document.getElementById('total').value === '753'");
      assert.deepEqual(await user.evaluate("Tianbao.attached[0].report().findings"), []);
      await user.press("z", { ctrl: true });
      await user.waitFor("document.getElementById('total').value === '735'");
      assert.deepEqual(user.problems, []);
    } finally {
      await user.close();
      await site.close();
    }
  });
}
