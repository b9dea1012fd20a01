// What a screen reader hears without asking: one polite region, one sentence at a time, never in the middle of typing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, INPUTS, portal } from "./support.mjs";

const { open } = bench();

/** Opens a page and writes down what is read aloud, and when. @param {string} html @param {Parameters<typeof open>[1]} [options] */
async function listen(html, options) {
  const opened = await open(html, options);
  const { page } = opened;
  await page.waitForFunction(() => document.querySelector(".tianbao-root")?.shadowRoot?.querySelector("[role=status]"));
  await page.evaluate(() => {
    const region = /** @type {Element} */ (document.querySelector(".tianbao-root")?.shadowRoot?.querySelector("[role=status]"));
    const heard = /** @type {{ text: string, at: number }[]} */ ([]);
    const note = () => region.textContent && heard.push({ text: region.textContent, at: Date.now() });
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { heard });
  });
  const heard = () => page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ { text }) => text.trim()));
  /** @param {number} many */
  const hears = async (many) => {
    await page.waitForFunction((many) => /** @type {any} */ (window).heard.length >= many, many);
    return heard();
  };
  return { ...opened, heard, hears };
}

const OVER = "强制：就业人数 30 人，多于劳动力总数 20 人。请核对这两格。";

test("one region, polite, in our own root; rendered, and not to be seen", async () => {
  const { page, context } = await listen(portal());
  const found = await page.evaluate(() => {
    const shadow = /** @type {ShadowRoot} */ (document.querySelector(".tianbao-root")?.shadowRoot);
    const live = "[aria-live],[role=status],[role=alert],[role=log],output";
    const [region] = shadow.querySelectorAll(live);
    const { width, height } = region.getBoundingClientRect();
    const { display, visibility } = getComputedStyle(region);
    return { outside: document.querySelectorAll(live).length, inside: shadow.querySelectorAll(live).length, width, height, display, visibility };
  });
  assert.deepEqual(found, { outside: 0, inside: 1, width: 1, height: 1, display: "block", visibility: "visible" });
  const { nodes } = await (await context.newCDPSession(page)).send("Accessibility.getFullAXTree");
  const status = nodes.filter(({ role, ignored }) => role?.value === "status" && !ignored);
  assert.equal(status.length, 1, "the browser hands it to screen readers");
  assert.equal(status[0].properties?.filter(({ name }) => name === "live")[0].value.value, "polite");
});

test("the sentence of a field comes after leaving it, and once it is put right that is said", async () => {
  const { type, leave, heard, hears } = await listen(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  assert.deepEqual(await heard(), [], "nothing while it is typed");
  await leave();
  assert.deepEqual(await hears(1), [OVER]);
  await type("#emp", "18");
  await leave();
  assert.deepEqual(await hears(2), [OVER, "就业人数：已改正。"]);
});

test("what still does not agree is said again, with the new figures", async () => {
  const { type, leave, hears } = await listen(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  await hears(1);
  await type("#emp", "25");
  await leave();
  assert.deepEqual(await hears(2), [OVER, OVER.replace("30", "25")]);
});

test("what was not said is not said to be put right", async () => {
  const { page, type, leave, heard, hears } = await listen(portal());
  await page.evaluate(() => Object.assign(/** @type {any} */ (document.querySelector("#emp")), { value: "30" }));
  await page.evaluate(() => Object.assign(/** @type {any} */ (document.querySelector("#labour")), { value: "20" }));
  await page.waitForFunction(() => document.querySelector("#emp")?.getAttribute("aria-invalid") === "true");
  await type("#emp", "18");
  await leave();
  await type("#pay", "abc");
  await leave();
  await hears(1);
  assert.match((await heard())[0], /^强制：“发放总额”/, "loaded values and what is put right in them are passed over");
});

test("a field that takes the focus is described there, so the same is not said twice", async () => {
  const { page, type, said, leave, hears } = await listen(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  await page.keyboard.press("Shift+Tab");
  assert.match(await said("#labour"), /多于/);
  await type("#pay", "abc");
  await leave();
  assert.equal((await hears(1)).filter((/** @type {string} */ text) => /多于/.test(text)).length, 0);
  await type("#emp", "18");
  await leave();
  assert.equal((await hears(2))[1], "就业人数：已改正。", "it was heard all the same");
});

test("whoever types on is not interrupted: it waits until that field is left too", async () => {
  const { page, type, heard, hears } = await listen(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  await page.focus("#last");
  await page.keyboard.type("1");
  await page.waitForTimeout(1300);
  assert.deepEqual(await heard(), []);
  await page.keyboard.press("Tab");
  assert.deepEqual(await hears(1), [OVER]);
});

test("a submission that is stopped says how much is left, each time", async () => {
  const { page, type, heard, hears } = await listen(portal());
  await type("#emp", "abc");
  await page.click("#send");
  const why = "尚不能提交：强制 1 项，待填 1 项。";
  assert.deepEqual(await hears(1), [why]);
  await page.click("#send");
  await hears(2);
  assert.deepEqual(await heard(), [why, why]);
});

test("a missing reason is said, and that it was taken", async () => {
  const { page, type, hears } = await listen(portal({ attributes: `data-form="#report" data-guard="verify"` }));
  await type("#labour", "2436");
  await type("#emp", "800");
  await page.click("#send");
  assert.deepEqual(await hears(1), ["尚不能提交：核实 1 项未写明原因。"]);
  await page.evaluate(() => window.Tianbao.attached[0].session.justify("low_rate", "六月起企业停产，外出人员返乡较多"));
  assert.equal((await hears(2))[1], "就业人数：已写明原因。");
});

test("two sentences are a second apart at least", async () => {
  const { page, type, leave, hears } = await listen(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  await hears(1);
  await type("#pay", "abc");
  await leave();
  await hears(2);
  const at = await page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ one) => one.at));
  assert.ok(at[1] - at[0] >= 1000, `${at[1] - at[0]} ms`);
});

test("in English too, with the label in every sentence", async () => {
  const { type, leave, hears } = await listen(portal({ lang: "en" }));
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.deepEqual(await hears(1), ["Must fix: Employed 30 people is more than the labour force 20 people. Check the two figures."]);
  await type("#emp", "18");
  await leave();
  assert.equal((await hears(2))[1], "Employed: this is now put right.");
});

test("two forms share the region, and the last takes it away", async () => {
  const { page } = await open(portal({ body: `<form id="report">${INPUTS}</form><form id="other">${INPUTS.replace(/id="/g, `id="b_`)}</form>` }));
  await page.evaluate(async () => {
    const pack = document.getElementById("pack")?.textContent ?? "";
    Object.assign(window, { second: await window.Tianbao.attach("#other", { pack }) });
  });
  const regions = () => page.evaluate(() => document.querySelector(".tianbao-root")?.shadowRoot?.querySelectorAll("[role=status]").length ?? 0);
  assert.equal(await regions(), 1);
  await page.evaluate(() => /** @type {any} */ (window).second.detach());
  assert.equal(await regions(), 1);
  await page.evaluate(() => window.Tianbao.attached[0].detach());
  assert.equal(await regions(), 0);
});

test("a description holds still while its field is typed in, and goes at the key that puts it right", async () => {
  const { page, type, leave, said } = await listen(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  const first = await said("#emp");
  await page.focus("#emp");
  await page.keyboard.press("End");
  await page.keyboard.type("1");
  assert.equal(await said("#emp"), first);
  await leave();
  assert.match(await said("#emp"), /301/);
  await type("#emp", "2");
  assert.equal(await said("#emp"), "");
});

test("what the page says of its own inputs stays and comes back, also what it says in the meantime", async () => {
  const body = `<form id="report">${INPUTS.replace(`id="emp"`, `id="emp" aria-describedby=" hint  more" aria-invalid="false"`)}</form><p id="hint">年末数</p><p id="more">人</p>`;
  const { page, type, leave } = await open(portal({ body }));
  const marks = (/** @type {string} */ selector) => page.locator(selector).evaluate((one) => ["aria-invalid", "aria-describedby", "aria-errormessage"].map((name) => one.getAttribute(name)));
  /** @param {string} selector @param {Record<string, string>} attributes */
  const say = (selector, attributes) => page.locator(selector).evaluate((one, all) => Object.entries(all).forEach(([name, value]) => one.setAttribute(name, value)), attributes);
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  const [invalid, described, other] = await marks("#emp");
  assert.equal(invalid, "true");
  assert.match(described ?? "", /^ hint {2}more tianbao-said-\d+$/);
  assert.equal(other, null);
  // A framework writes its own list anew, without ours.
  await say("#labour", { "aria-describedby": "more", "aria-invalid": "grammar" });
  await type("#emp", "31");
  await leave();
  assert.match((await marks("#labour"))[1] ?? "", /^more tianbao-said-\d+$/);
  assert.equal((await marks("#labour"))[0], "true");
  await type("#emp", "18");
  await leave();
  assert.deepEqual(await marks("#labour"), ["grammar", "more", null]);
  assert.deepEqual(await marks("#emp"), ["false", " hint  more", null]);
  assert.equal(await page.locator(".tianbao-said").count(), 0);
});

test("the focus goes nowhere by itself", async () => {
  const { page, type, leave } = await open(portal());
  await page.evaluate(() => {
    const { focus } = HTMLElement.prototype;
    Object.assign(window, { moved: 0 });
    HTMLElement.prototype.focus = function (...given) {
      /** @type {any} */ (window).moved += 1;
      return focus.apply(this, given);
    };
  });
  const moved = () => page.evaluate(() => /** @type {any} */ (window).moved);
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  await type("#pay", "1.2万");
  await leave();
  await type("#pay", "１２，０００");
  await leave();
  await page.selectOption("#terrain", "1");
  await page.check("[name=hasScenic]");
  await type("#emp", "8");
  await leave();
  assert.equal(await moved(), 0);
  await page.keyboard.press("F8");
  assert.ok(await moved() > 0, "on command it does, and this test sees it");
});

test("whoever walks on to where they are already hears the sentence all the same", async () => {
  const { page, type, leave, hears } = await listen(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.deepEqual(await hears(1), [OVER]);
  await page.keyboard.press("F8");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "emp", "the focus moves, and it is described there");
  await page.keyboard.press("F8");
  assert.deepEqual(await hears(2), [OVER, OVER]);
});

test("what a reason lacks is not read at every key, and read where it is refused", async () => {
  const { page, type, leave } = await open(portal());
  await type("#labour", "2436");
  await type("#emp", "800");
  await leave();
  await page.click(".tianbao-head");
  await page.locator(".tianbao-reason-toggle").first().click();
  await page.keyboard.type("停产");
  const described = () => page.locator(".tianbao-reason-text").first().evaluate((area) => {
    const root = /** @type {ShadowRoot} */ (area.getRootNode());
    return (area.getAttribute("aria-describedby") ?? "").split(" ").map((id) => root.getElementById(id)?.textContent).join(" ");
  });
  assert.doesNotMatch(await described(), /还差/);
  await page.locator(".tianbao-reason-save").first().click();
  assert.match(await described(), /再补充实际情况/);
});
