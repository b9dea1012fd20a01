// The page goes on after it was loaded: fields and forms come, go, move and are renamed, values change without a sound.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, portal } from "./support.mjs";

const { open } = bench();
/** @param {import("playwright-core").Page} page @param {string} field @param {string} state */
const becomes = (page, field, state) => page.waitForFunction(([field, state]) => /** @type {any} */ (window).Tianbao.attached[0].report().fields[field].state === state, [field, state]);
/** @param {import("playwright-core").Page} page */
const bindings = (page) => page.evaluate(() => Object.fromEntries(/** @type {any} */ (window).Tianbao.attached[0].bindings.map((/** @type {any} */ one) => [one.field, one.element.id])));

test("a field that comes late is taken in, one that goes is absent, and reasons stay", async () => {
  const { page, type, leave, report } = await open(portal({ inputs: `<p>劳动力总数 <input id="labour"></p><p>就业人数 <input id="emp"></p><div id="more"></div>` }));
  await type("#labour", "2436");
  await type("#emp", "800");
  await leave();
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].session.justify("low_rate", "本年六月起企业停产，外出人员返乡较多"));
  await page.evaluate(() => {
    const line = document.createElement("p");
    line.append("发放总额 ", Object.assign(document.createElement("input"), { id: "pay", value: "12" }));
    document.getElementById("more")?.append(line);
  });
  await becomes(page, "pay", "ok");
  assert.equal((await report()).findings.filter((/** @type {any} */ one) => one.id === "low_rate")[0].justified.reason, "本年六月起企业停产，外出人员返乡较多");
  await page.evaluate(() => document.getElementById("more")?.replaceChildren());
  await becomes(page, "pay", "absent");
});

test("what goes with its tab is still part of what will be sent, and is fetched back where it is wrong", async () => {
  const body = `<form id="report"><div role="tablist"><a role="tab" aria-selected="true" id="one">人口</a><a role="tab" aria-selected="false" id="two">资金</a></div><div id="pane"></div><button id="send">提交</button></form>`;
  const script = `(function () {
    var panes = { one: ["劳动力总数", "就业人数"], two: ["发放总额"] }, values = {};
    function draw(id) {
      ["one", "two"].forEach(function (other) { document.getElementById(other).setAttribute("aria-selected", String(other === id)); });
      document.getElementById("pane").replaceChildren(...panes[id].map(function (label, i) {
        var input = Object.assign(document.createElement("input"), { id: id + i, value: values[id + i] || "" });
        input.oninput = function () { values[input.id] = input.value; };
        var line = document.createElement("p");
        line.append(label, input);
        return line;
      }));
    }
    ["one", "two"].forEach(function (id) { document.getElementById(id).onclick = function () { draw(id); }; });
    draw("one");
  })();`;
  const { page, type, report } = await open(portal({ body: `${body}<script src="/panes.js"></script>`, pack: undefined }), { pages: { "/panes.js": script } });
  await type("#one0", "20");
  await type("#one1", "30");
  await page.click("#two");
  await becomes(page, "pay", "blank");
  assert.equal((await report()).fields.emp_total.value, "30");
  assert.equal((await report()).status, "mandatory");
  await page.click("#send");
  assert.match(page.url(), /portal\.html$/);
  await page.locator(".tianbao-go", { hasText: "多于" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "one1");
});

test("a name that moves to another input takes its field along", async () => {
  const map = `{&quot;labour_force&quot;:&quot;[name='rows[0].a']&quot;,&quot;emp_total&quot;:&quot;[name='rows[0].b']&quot;}`;
  const inputs = `<p><input id="a0" name="rows[0].a"><input id="b0" name="rows[0].b"></p><p><input id="a1" name="rows[1].a"><input id="b1" name="rows[1].b"></p>`;
  const { page } = await open(portal({ inputs, attributes: `data-form="#report" data-map="${map}"` }));
  assert.deepEqual(await bindings(page), { labour_force: "a0", emp_total: "b0" });
  await page.evaluate(() => {
    document.querySelector("#a0")?.parentElement?.remove();
    for (const id of ["a1", "b1"]) /** @type {any} */ (document.getElementById(id)).name = `rows[0].${id[0]}`;
  });
  await page.waitForFunction(() => /** @type {any} */ (window).Tianbao.attached[0].bindings[0].element.id === "a1");
  assert.deepEqual(await bindings(page), { labour_force: "a1", emp_total: "b1" });
});

test("values that a script loads or clears are seen; a form that is emptied begins anew", async () => {
  const { page, type, said, counts } = await open(portal());
  await type("#labour", "20");
  await page.click("#send");
  assert.match(await counts(), /待填 1/);
  await page.keyboard.press("Tab");
  const set = (/** @type {Record<string, string>} */ values) => page.evaluate((values) => Object.keys(values).forEach((id) => (/** @type {any} */ (document.getElementById(id)).value = values[id])), values);
  await set({ labour: "20", emp: "30", last: "10", pay: "5" });
  for (const end = Date.now() + 5000; !/多于/.test(await said("#emp")) && Date.now() < end; ) await page.waitForTimeout(50);
  assert.match(await said("#emp"), /多于/);
  await set({ labour: "", emp: "", last: "", pay: "" });
  await page.waitForFunction(() => document.querySelector("#emp")?.getAttribute("aria-invalid") === null);
  assert.match(await counts(), /强制 0 .*待填 2/);
});

test("a form that the page draws anew is attached anew, nothing is left of the old", async () => {
  const { page, type, leave, said, problems } = await open(portal());
  for (let round = 0; round < 3; round += 1) {
    await type("#labour", "20");
    await type("#emp", "30");
    await leave();
    assert.match(await said("#emp"), /多于/);
    await page.evaluate(() => {
      const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
      const again = /** @type {HTMLFormElement} */ (form.cloneNode(true));
      again.querySelectorAll("input").forEach((input) => ["aria-invalid", "aria-describedby"].forEach((name) => input.removeAttribute(name)));
      form.replaceWith(again);
    });
    await page.waitForFunction(() => /** @type {any} */ (window).Tianbao.attached[0]?.container === document.querySelector("form"));
    assert.equal(await page.locator(".tianbao-panel").count(), 1);
  }
  assert.deepEqual(problems, []);
});

test("a form in a frame, with the tag in the page around it", async () => {
  const inner = portal().replace(/<script src=[^>]*><\/script>/, "");
  const { page, problems } = await open(portal({ body: `<h1>平台</h1><iframe id="frame" src="/inner.html" width="900" height="600"></iframe>`, attributes: "" }), { pages: { "/inner.html": inner } });
  const frame = page.frameLocator("#frame");
  await frame.locator("#labour").pressSequentially("20");
  await frame.locator("#emp").pressSequentially("30");
  await page.keyboard.press("Tab");
  await frame.locator(".tianbao-ring.tianbao-mandatory").first().waitFor();
  await frame.locator("#send").click();
  await page.waitForTimeout(150);
  assert.match(page.frames()[1].url(), /inner\.html$/);
  assert.deepEqual(problems, []);
});

test("buttons of the form's dialog stop; those of other dialogs, tables and menus pass", async () => {
  const body = `<div role="dialog"><div id="report">${`<p>劳动力总数 <input id="labour"></p><p>就业人数 <input id="emp"></p>`}</div><footer><button type="button" id="sure">确 定</button><button type="button" id="off">取 消</button></footer></div>
    <div class="el-message-box" role="dialog"><button type="button" id="other">确定</button></div>
    <table><tr><td><a id="row" href="#">提交</a></td></tr></table><nav><a id="menu" href="#">数据上报</a></nav>`;
  const { page, type } = await open(portal({ body }));
  await page.evaluate(() => document.querySelectorAll("button,a").forEach((one) => one.addEventListener("click", () => (document.title += ` ${one.id}`))));
  await type("#labour", "20");
  await type("#emp", "30");
  for (const id of ["sure", "off", "other", "row", "menu"]) await page.evaluate((id) => /** @type {any} */ (document.getElementById(id)).click(), id);
  assert.equal(await page.title(), "portal off other row menu");
  await type("#emp", "10");
  await page.click("#sure");
  assert.match(await page.title(), /sure$/);
});

test("a metric fills the field that the map names, and leaves what a person wrote", async () => {
  const inputs = `<p>劳动力总数 <input id="labour"></p><p>就业人数 <input id="emp"></p><p><input id="rate" readonly> <input id="own"></p>`;
  const { page, type } = await open(portal({ inputs, attributes: `data-form="#report" data-map='{"r_emp":"#rate","g_emp":"#own"}'` }));
  const value = () => page.evaluate(() => /** @type {any} */ (document.getElementById("rate")).value);
  await type("#labour", "200");
  await type("#emp", "150");
  await page.waitForFunction(() => /** @type {any} */ (document.getElementById("rate")).value === "75.00");
  await type("#emp", "");
  await page.waitForFunction(() => /** @type {any} */ (document.getElementById("rate")).value === "");
  await type("#own", "12");
  await type("#emp", "100");
  assert.equal(await value(), "50.00");
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.getElementById("own")).value), "12");
});

test("inline messages stand under the field and go with detach", async () => {
  const { page, type, leave } = await open(portal({ attributes: `data-form="#report" data-message="inline"` }));
  const before = await page.evaluate(() => document.querySelector("form")?.innerHTML);
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.match(await page.locator("#emp + .tianbao-inline").innerText(), /多于/);
  await type("#emp", "10");
  assert.equal(await page.locator(".tianbao-inline").count(), 0);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].detach());
  assert.equal(await page.evaluate(() => document.querySelector("form")?.innerHTML), before);
});
