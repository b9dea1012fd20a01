// The demo: a county portal's page with the whole township report, typed in key by key.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { www } from "../../www/tool/places.mjs";
import { openChromium } from "../harness/chromium.mjs";
import { noOldChromium, openOldChromium } from "../harness/old-chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { hands, STRICT } from "./support.mjs";

const { submissions } = JSON.parse(readFileSync(join(www, "packs", "rural-revitalization-township", "cases.json"), "utf8"));
const clean = submissions[Object.keys(submissions).filter((name) => submissions[name].status === "clean" && !submissions[name].prior)[0]];
const wrong = submissions[Object.keys(submissions).filter((name) => /wrong/.test(name))[0]];

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  chromium = await openChromium();
  site = await serve({ csp: STRICT });
});
after(async () => {
  await chromium.close();
  await site.close();
});

/** @param {string} [query] @param {{ width: number, height: number }} [viewport] */
async function demo(query = "", viewport = { width: 1280, height: 800 }) {
  const { page, context, problems } = await chromium.newPage({ viewport });
  await page.goto(`${site.origin}/www/demo/index.html${query}`);
  await page.waitForFunction(() => window.Tianbao && window.Tianbao.attached.length > 0);
  return { page, context, problems, ...hands(page) };
}

/** What each bound field is called on the page. @param {import("playwright-core").Page} page */
const inputs = (page) => page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].bindings
  .map(({ field, element }) => ({ field, name: element.name, kind: element.type })));

test("every field is bound, with nothing but the tag", async () => {
  const { page } = await demo();
  const { bound, unbound } = await page.evaluate(() => {
    const { bindings, unbound } = /** @type {any} */ (window).Tianbao.attached[0];
    return { bound: bindings.length, unbound: unbound.length };
  });
  assert.deepEqual({ bound, unbound }, { bound: 132, unbound: 0 });
  const english = await demo("?lang=en");
  assert.equal(await english.page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].bindings.length), 132);
});

test("the whole report, typed in key by key, ends clean and is handed in", async () => {
  const { page, problems, report, counts } = await demo();
  let flags = 0;
  for (const { field, name, kind } of await inputs(page)) {
    const value = clean.values[field] ?? "";
    const at = `[name="${name}"]`;
    if (kind === "radio") await page.check(`${at}[value="${/true|是|有/.test(value) ? "是" : "否"}"]`);
    else if (kind === "select-one") await page.selectOption(at, value);
    else {
      await page.focus(at);
      for (const key of value) {
        await page.keyboard.type(key);
        flags += await page.evaluate((at) => Number(document.querySelector(at)?.hasAttribute("aria-invalid")), at);
      }
    }
  }
  await page.keyboard.press("Tab");
  const { status, metrics, findings } = await report();
  assert.deepEqual(findings, []);
  assert.equal(status, "clean");
  for (const id of Object.keys(clean.metrics)) assert.equal(metrics[id].value, clean.metrics[id], id);
  assert.match(await counts(), /强制 0 · 核实 0 · 提示 0 · 待填 0/);
  assert.equal(flags, 0, "no field is called wrong while it is being typed for the first time");
  await page.click("button.main");
  assert.equal(await page.locator("#state").innerText(), "已提交。");
  assert.deepEqual(problems, []);
});

test("the sample with mistakes has exactly the findings that its case states", async () => {
  const { page, problems, report, invalid } = await demo();
  await page.click("#fill-wrong");
  await page.waitForFunction(() => document.querySelectorAll("[aria-invalid]").length > 5);
  const { status, findings } = await report();
  assert.equal(status, wrong.status);
  assert.deepEqual(findings.map((/** @type {any} */ one) => one.id), wrong.findings);
  for (const { severity, fields } of findings.filter((/** @type {any} */ one) => one.severity !== "hint" && one.code !== "required")) {
    for (const field of fields) {
      const name = (await inputs(page)).filter((/** @type {any} */ one) => one.field === field)[0].name;
      assert.equal(await invalid(`[name="${name}"]`), "true", `${severity} ${field}`);
    }
  }
  await page.click("button.main");
  assert.notEqual(await page.locator("#state").innerText(), "已提交。");
  await page.click("#fill");
  await page.waitForFunction(() => document.querySelectorAll("[aria-invalid]").length === 0);
  assert.equal((await report()).status, "clean");
  assert.deepEqual(problems, []);
});

test("it stays usable on a phone", async () => {
  const { page, counts } = await demo("", { width: 375, height: 720 });
  await page.click("#fill-wrong");
  await page.waitForFunction(() => document.querySelectorAll("[aria-invalid]").length > 5);
  assert.match(await counts(), /强制 \d+/);
  await page.locator(".tianbao-head").click();
  await page.locator(".tianbao-go").first().click();
  assert.equal(await page.locator(".tianbao-panel.tianbao-folded").count(), 1, "the sheet makes way for the field");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid")), "true");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375);
});

test("the same page in Chromium 64", { skip: noOldChromium }, async () => {
  const old = await openOldChromium();
  const open = await serve();
  try {
    await old.goto(`${open.origin}/www/demo/index.html`);
    await old.waitFor(() => window.Tianbao && window.Tianbao.attached.length > 0);
    await old.evaluate((/** @type {any} */ values) => {
      const { bindings } = /** @type {any} */ (window).Tianbao.attached[0];
      for (const { field, element } of bindings) {
        const value = values[field] || "";
        if (element.type === "radio") document.querySelectorAll(`[name=${element.name}]`).forEach((/** @type {any} */ one) => (one.checked = one.value === (value === "true" ? "是" : "否")));
        else element.value = value;
      }
    }, clean.values);
    await old.waitFor(() => /** @type {any} */ (window).Tianbao.attached[0].report().status === "clean");
    await old.click("#empTotal");
    await old.evaluate(() => /** @type {any} */ (document.querySelector("#empTotal")).select());
    await old.type("99999");
    await old.press("Tab");
    // Rings are placed with the next frame.
    await old.waitFor(() => {
      const ring = /** @type {any} */ (document.querySelector(".tianbao-root")).shadowRoot.querySelector(".tianbao-ring.tianbao-mandatory:not(.tianbao-quiet)");
      return ring && ring.style.left !== "";
    });
    const said = await old.evaluate(() => {
      const input = /** @type {Element} */ (document.querySelector("#empTotal"));
      const root = /** @type {any} */ (document.querySelector(".tianbao-root")).shadowRoot;
      const box = (/** @type {Element} */ element) => { const { left, top, width } = element.getBoundingClientRect(); return [left, top, width].map(Math.round); };
      return { invalid: input.getAttribute("aria-invalid"), ring: box(root.querySelector(".tianbao-ring.tianbao-mandatory:not(.tianbao-quiet)")), field: box(input),
        colour: getComputedStyle(root.querySelector(".tianbao-ring")).position, counts: root.querySelector(".tianbao-counts").textContent };
    });
    assert.equal(said.invalid, "true");
    assert.deepEqual(said.ring, said.field, "the ring stands exactly around the field");
    assert.equal(said.colour, "absolute", "styled without a style sheet of ours");
    await old.click("button.main");
    assert.equal(await old.evaluate(() => /** @type {any} */ (document.querySelector("#state")).textContent), "");
    assert.deepEqual(old.problems, []);
  } finally {
    await old.close();
    await open.close();
  }
});
