// Ways out of a form: stopped while something must be fixed, untouched otherwise.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, INPUTS, PACK, portal } from "./support.mjs";

const { open } = bench();
const BAD = { labour: "20", emp: "30" };
const GOOD = { labour: "2436", emp: "2326" };

/** Opens a page with these figures, counting what the container hears. @param {string} html @param {Record<string, string>} figures @param {any} [options] */
async function filled(html, figures, options) {
  const bench = await open(html, options);
  for (const id of Object.keys(figures)) await bench.type(`#${id}`, figures[id]);
  await bench.page.evaluate(() => {
    /** @type {any} */ (window).events = [];
    for (const name of ["blocked", "unchecked"]) document.addEventListener(`tianbao:${name}`, (event) => /** @type {any} */ (window).events.push([name, event instanceof CustomEvent && event.detail.status || /** @type {any} */ (event).detail.reason]));
  });
  const events = () => bench.page.evaluate(() => /** @type {any} */ (window).events);
  return { ...bench, events };
}

/** An input of the page's own is not sent: it has no name. */
const WITH_MORE = `${INPUTS}<p><input id="find" title="查找"></p>`;

/** @type {Record<string, (page: import("playwright-core").Page) => Promise<unknown>>} */
const WAYS = {
  "the submit button": (page) => page.click("#send"),
  "Enter in an input that is no field": (page) => page.press("#find", "Enter"),
  "requestSubmit()": (page) => page.evaluate(() => document.querySelector("form")?.requestSubmit()),
  "form.submit()": (page) => page.evaluate(() => document.querySelector("form")?.submit()),
};

for (const way of Object.keys(WAYS)) {
  test(`${way}: stopped with a figure that must be fixed`, async () => {
    const { page, events, said, counts } = await filled(portal({ inputs: WITH_MORE }), BAD);
    await WAYS[way](page);
    await page.waitForTimeout(150);
    assert.match(page.url(), /portal\.html$/);
    assert.deepEqual(await events(), [["blocked", "mandatory"]]);
    assert.match(await said("#emp"), /多于/);
    assert.match(await counts(), /强制 1/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "emp", "the field at which the message speaks has the focus");
  });

  test(`${way}: passes when all is well, with nothing added`, async () => {
    const { page, sent } = await filled(portal({ inputs: WITH_MORE }), GOOD);
    await WAYS[way](page);
    assert.equal(await sent(), "labourForce=2436&empTotal=2326&empTotalLast=&pay=&terrain=");
  });
}

test("a button that works by script is stopped before its script", async () => {
  const buttons = `<div class="bar"><a class="btn" href="javascript:;" id="send">提 交</a> <span class="btn" id="save">保存</span></div>`;
  const html = portal({ body: `<div id="report">${INPUTS}</div>${buttons}` });
  const { page, events } = await filled(html, BAD);
  await page.evaluate(() => ["send", "save"].forEach((id) => document.getElementById(id)?.addEventListener("click", () => (document.title = id))));
  await page.click("#send");
  assert.equal(await page.title(), "portal");
  assert.equal((await events()).length, 1);
  await page.click("#save");
  assert.equal(await page.title(), "save", "beside 提交, 保存 only saves");
});

test("保存 hands in where nothing else does", async () => {
  const { page, events } = await filled(portal({ buttons: `<button id="save">保存</button>` }), BAD);
  await page.click("#save");
  assert.deepEqual(await events(), [["blocked", "mandatory"]]);
});

test("drafts always pass, by whatever way they are sent", async () => {
  for (const buttons of [
    `<button id="go" name="a" value="draft">暂存</button><button>提交</button>`,
    `<button id="go" formnovalidate>存一下</button><button>提交</button>`,
    `<button id="go" type="button" onclick="this.form.submit()">存草稿</button><button>提交</button>`,
  ]) {
    const { page, sent } = await filled(portal({ buttons }), BAD);
    await page.click("#go");
    assert.match(await sent() ?? "", /empTotal=30/);
  }
});

test("searching, going back and other forms of the page pass", async () => {
  const body = `<form id="find" action="/sent" method="post"><input name="q" value="x"><button id="go">查询</button></form>
    <form id="report" action="/sent" method="post">${INPUTS}<button id="send">提交</button></form>`;
  const { page, sent } = await filled(portal({ body }), BAD);
  await page.click("#go");
  assert.equal(await sent(), "q=x");
});

test("data-submit names what hands in", async () => {
  const buttons = `<button type="button" id="next">下一步</button> <button type="button" id="send">提交</button>`;
  const { page, events } = await filled(portal({ attributes: `data-form="#report" data-submit="#next"`, buttons }), BAD);
  await page.click("#send");
  assert.deepEqual(await events(), []);
  await page.click("#next");
  assert.deepEqual(await events(), [["blocked", "mandatory"]]);
});

test("verify findings pass under the usual guard; under guard=verify they want a reason", async () => {
  const low = { labour: "2436", emp: "800" };
  const usual = await filled(portal(), low);
  await usual.page.click("#send");
  assert.match(await usual.sent() ?? "", /empTotal=800/);
  const strict = await filled(portal({ attributes: `data-form="#report" data-guard="verify"` }), low);
  await strict.page.click("#send");
  assert.deepEqual(await strict.events(), [["blocked", "verify"]]);
  await strict.page.locator(".tianbao-reason-toggle").click();
  await strict.page.keyboard.type("情况属实");
  await strict.page.locator(".tianbao-reason-save").click();
  assert.match(await strict.page.locator(".tianbao-reason-error").innerText(), /套话|具体/);
  await strict.page.locator(".tianbao-reason-text").fill("本年六月起企业停产，外出人员返乡较多");
  await strict.page.locator(".tianbao-reason-save").click();
  assert.match(await strict.counts(), /核实 0/);
  await strict.page.click("#send");
  assert.match(await strict.sent() ?? "", /empTotal=800/);
});

test("a reason lapses with its numbers and holds again when they come back", async () => {
  const { page, type, counts } = await filled(portal(), { labour: "2436", emp: "800" });
  await page.keyboard.press("Tab");
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].session.justify("low_rate", "本年六月起企业停产，外出人员返乡较多"));
  assert.match(await counts(), /核实 0/);
  await type("#emp", "801");
  await page.keyboard.press("Tab");
  assert.match(await counts(), /核实 1/);
  await type("#emp", "800");
  await page.keyboard.press("Tab");
  assert.match(await counts(), /核实 0/);
});

test("an interpretation stops a submission once, with the offer", async () => {
  const { page, events, sent } = await filled(portal(), { ...GOOD, pay: "1.2万" });
  await page.click("#send");
  assert.equal((await events()).length, 1);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "pay");
  assert.match(await page.locator(".tianbao-bubble .tianbao-offer").innerText(), /12000/);
  await page.click("#send");
  assert.match(await sent() ?? "", /pay=1\.2/);
});

test("data-guard=off stops nothing", async () => {
  const { page, sent } = await filled(portal({ attributes: `data-form="#report" data-guard="off"` }), BAD);
  await page.click("#send");
  assert.match(await sent() ?? "", /empTotal=30/);
});

test("before the engine is ready a submission passes and the container hears it", async () => {
  const body = `<form id="report" action="/sent" method="post" target="answer">${INPUTS}<button id="send">提交</button></form><iframe name="answer"></iframe>`;
  const html = portal({ body, attributes: `data-form="#report"` }).replace(`data-pack="#pack"`, `data-pack="/slow.json"`);
  const { page, events } = await filled(html, BAD, { ready: false, init: () => void (window.fetch = () => new Promise(() => undefined)) });
  await page.click("#send");
  await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.querySelector("#body"));
  assert.deepEqual(await events(), [["unchecked", "starting"]]);
});

test("where the engine is refused the form works as before", async () => {
  const body = `<form id="report" action="/sent" method="post" target="answer">${INPUTS}<button id="send">提交</button></form><iframe name="answer"></iframe>`;
  const csp = "script-src 'self'; style-src 'self'";
  const { page, events, problems } = await filled(portal({ body, attributes: `data-form="#report" data-engine="wasm"` }), BAD, { ready: false, csp });
  await page.waitForFunction(() => window.Tianbao);
  await page.waitForTimeout(300);
  await page.click("#send");
  await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.querySelector("#body"));
  assert.deepEqual(await events(), [["unchecked", "failed"]]);
  assert.equal(problems.filter((text) => text.startsWith("warning: Tianbao")).length, 1, problems.join("\n"));
});

test("an input named submit does no harm", async () => {
  const { page, sent } = await filled(portal({ buttons: `<input type="submit" name="submit" id="send" value="提交">`, pack: PACK }), GOOD);
  await page.click("#send");
  assert.match(await sent() ?? "", /empTotal=2326/);
});
