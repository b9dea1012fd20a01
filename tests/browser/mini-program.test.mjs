// A page inside a mini-program's web-view: what the program hears and when the page goes back, with the real script of WeChat
// and a container that is played: its bridge comes late, never, answers nothing or throws.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { openTodays } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { www } from "../../www/tool/places.mjs";

const folder = join(www, "demo", "mini-program");
const read = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");
const PAGES = {
  "/www/demo/mini-program/stay.html": read("h5.html").replace(' data-mini-program="back"', ""),
  "/www/demo/mini-program/refused": () => JSON.stringify({ code: 500, msg: "已超过截止时间" }),
};
const GOOD = { ldlzs: "1742", jyrs: "1655", swwg: "742", snwg: "318", xnwg: "421", qtjy: "174", gwbt: "69.12" };
const MESSAGE = { type: "tianbao", pack: "rural-revitalization-township@1.0.0", status: "clean", filled: 7 };

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
/** @type {Awaited<ReturnType<typeof openTodays>>} */
let user;
before(async () => {
  site = await serve({ pages: PAGES });
  user = await openTodays({ viewport: { width: 375, height: 720 } });
});
after(async () => {
  await user?.close();
  await site?.close();
});

/** The page, attached. @param {string} query @param {string} [page] */
async function open(query, page = "h5.html") {
  user.problems.length = site.posts.length = site.requests.length = 0;
  await user.goto(`${site.origin}/www/demo/mini-program/${page}?${query}`);
  await user.waitFor("window.Tianbao && Tianbao.attached.length === 1 && Tianbao.attached[0].bindings.length === 7");
  if (/container=/.test(query)) await user.waitFor("performance.getEntriesByType('resource').some(function (one) { return /tianbao-mini/.test(one.name); })");
}

/** @param {Record<string, string>} figures */
async function fill(figures) {
  for (const [name, text] of Object.entries(figures)) await user.fill(`[name=${name}]`, text);
}

const container = () => user.evaluate("window.container && { calls: container.calls, delivered: container.delivered, queue: container.queue, closed: container.closed }");
const say = (/** @type {string} */ text) => user.waitFor(`document.getElementById("state").textContent === "${text}"`);

for (const query of ["container=wechat&bridge=late", "container=wechat&system=ios", "container=wechat&sdk=bundled", "container=wecom", "container=alipay", "container=dingtalk"]) {
  test(`${query}: a message when it passes, and back when the page has sent it`, async () => {
    await open(query);
    await fill({ ...GOOD, jyrs: "1955" });
    await user.click("#submit");
    assert.deepEqual([site.posts.length, (await container()).calls], [0, []], "what is stopped is no news");
    await fill({ jyrs: GOOD.jyrs });
    await user.click("#submit");
    await say("已提交");
    assert.equal((await container()).closed, false, "the page says first what it has to say");
    await user.waitFor("container.closed");
    assert.deepEqual(await container(), { calls: ["postMessage", "navigateBack"], delivered: [MESSAGE], queue: [], closed: true });
    assert.equal(site.posts.length, 1);
    assert.deepEqual(user.problems, []);
  });
}

describe("whatever the bridge does, the page hands in", () => {
  for (const bridge of ["absent", "silent", "throwing"]) {
    for (const program of ["wechat", "alipay"]) {
      test(`${program}, ${bridge}`, async () => {
        await open(`container=${program}&bridge=${bridge}`);
        await fill(GOOD);
        await user.click("#submit");
        await say("已提交");
        await user.evaluate("new Promise(function (done) { setTimeout(done, 400); })");
        assert.equal(site.posts.length, 1);
        const { calls } = await container();
        assert.deepEqual(calls, bridge === "silent" ? ["postMessage", "navigateBack"] : []);
        assert.deepEqual(user.problems.map((text) => text.replace(/;[^]*/, "")), bridge === "throwing" ? ["warning: Tianbao: speaking to the mini-program failed"] : []);
      });
    }
  }
});

describe("it goes back only when the report was taken", () => {
  test("sent by fetch", async () => {
    await open("container=wechat&send=fetch");
    await fill(GOOD);
    await user.click("#submit");
    await user.waitFor("container.closed");
    assert.equal(site.posts.length, 1);
  });

  test("sent the browser's own way: its answer takes the page's place", async () => {
    await open("container=wechat&bridge=there&send=form");
    await fill(GOOD);
    await user.click("#submit");
    await user.waitFor("/save$/.test(location.pathname)");
    assert.equal(await user.evaluate("sessionStorage.getItem('container')"), "postMessage,navigateBack");
    assert.equal(site.posts.length, 1);
  });

  test("refused by the portal: it stays, and a second try goes back", async () => {
    await open("container=wechat&send=refused");
    await fill(GOOD);
    await user.click("#submit");
    await say("已超过截止时间");
    await user.evaluate("new Promise(function (done) { setTimeout(done, 600); })");
    assert.deepEqual((await container()).calls, ["postMessage"]);
    await user.evaluate("history.replaceState(null, '', location.href.replace('refused', 'xhr'))");
    await user.click("#submit");
    await user.waitFor("container.closed");
    assert.deepEqual((await container()).calls, ["postMessage", "postMessage", "navigateBack"]);
  });

  test("not asked for in the tag: it stays", async () => {
    await open("container=wechat", "stay.html");
    await fill(GOOD);
    await user.click("#submit");
    await say("已提交");
    await user.evaluate("new Promise(function (done) { setTimeout(done, 400); container.leave(); })");
    assert.deepEqual(await container(), { calls: ["postMessage"], delivered: [MESSAGE], queue: [], closed: true });
  });

  test("the page's own ways of sending are as they were", async () => {
    await open("container=wechat");
    const own = "[XMLHttpRequest.prototype.open, window.fetch].map(String).join()";
    const before = await user.evaluate(own);
    await fill(GOOD);
    await user.click("#submit");
    await user.waitFor("container.closed");
    assert.equal(await user.evaluate(own), before);
  });
});

test("an ordinary page neither loads nor says any of it", async () => {
  await open("");
  await fill(GOOD);
  await user.evaluate("delete window.wx");
  await user.click("#submit");
  await say("已提交");
  assert.deepEqual([site.posts.length, user.problems], [1, []]);
});

test("in Lockdown mode the JavaScript build answers, and the program hears the same", async () => {
  await open("container=wechat&system=lockdown");
  assert.equal(await user.evaluate("Tianbao.attached[0].report().engine.kind"), "js");
  await fill(GOOD);
  await user.click("#submit");
  await user.waitFor("container.closed");
  assert.deepEqual((await container()).delivered, [MESSAGE]);
});

describe("the sample mini-program", () => {
  const { pages } = JSON.parse(read("app.json"));

  test("has the files of its pages, and a web-view that hears messages", () => {
    for (const page of pages) for (const kind of ["js", "json", "wxml", "wxss"]) assert.ok(existsSync(join(folder, `${page}.${kind}`)), `${page}.${kind}`);
    assert.match(read(`${pages[0]}.wxml`), /<web-view [^>]*bindmessage="onMessage"/);
  });

  test("takes ours of the messages that come together", () => {
    /** @type {any} */
    let page;
    runInNewContext(read(`${pages[0]}.js`), { Page: (/** @type {any} */ made) => void (page = made) });
    page.setData = (/** @type {object} */ data) => Object.assign(page.data, data);
    page.onLoad({ id: "7 8" });
    assert.match(page.data.src, /^https:.*\?id=7%208$/);
    page.onMessage({ detail: { data: [{ type: "share" }, MESSAGE, { type: "scroll" }] } });
    assert.deepEqual(page.data.passed, MESSAGE);
  });
});
