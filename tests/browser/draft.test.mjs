// What was typed and not handed in is kept on the device where the portal asks for it, comes back when asked for, and goes again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, drawn, INPUTS, PACK, portal } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

const { open } = bench();
const DRAFT = portal({ attributes: `data-form="#report" data-draft="24"` });
const ready = (/** @type {Page} */ page) => page.waitForFunction(() => window.Tianbao && window.Tianbao.attached.length > 0);
/** What is kept, by field; of each open form that wrote one. @param {Page} page @returns {Promise<any[]>} */
const kept = (page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("tianbao:draft:")).map((name) => JSON.parse(localStorage[name])));
const card = (/** @type {Page} */ page) => page.locator(".tianbao-draft");
const press = (/** @type {Page} */ page, /** @type {string} */ name) => card(page).getByRole("button", { name, exact: true }).click();
/** What a card takes to come, in ms. */
const CARD = 900;
/** No card came in the time that one takes. @param {Page} page */
const noCard = async (page) => {
  await page.waitForTimeout(CARD);
  await drawn(page);
  assert.equal(await card(page).count(), 0, await card(page).allInnerTexts().then(String));
};
/** @param {Page} page */
const held = (page) => page.evaluate(() => Object.fromEntries(["labour", "emp", "last", "pay", "terrain"].map((id) => [id, /** @type {any} */ (document.getElementById(id)).value])
  .concat([["scenic", /** @type {any} */ (document.querySelector("[name=hasScenic]:checked"))?.value ?? ""]])));
/** @param {Page} page */
const again = (page) => page.reload().then(() => ready(page));
/** The part that keeps drafts is there. @param {Page} page */
const keeping = (page) => page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /tianbao-draft/.test(name)));

test("nothing is kept where the portal does not ask for it", async () => {
  const { page, type, leave } = await open(portal());
  await type("#emp", "812");
  await leave();
  await page.reload();
  await ready(page);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal(await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /draft/.test(name)).length), 0);
});

test("what was left is kept at once and comes back when asked for", async () => {
  const { page, type, leave, report, problems } = await open(DRAFT);
  await keeping(page);
  await noCard(page);
  await type("#labour", "1200");
  await leave();
  assert.deepEqual((await kept(page))[0].texts, { labour_force: "1200" }, "no time passed");
  await page.selectOption("#terrain", "2");
  await page.check("[name=hasScenic][value=Y]");
  await again(page);
  await card(page).waitFor();
  assert.match(await card(page).innerText(), /本机留有 \d\d:\d\d 的未提交草稿，共 3 格。/);
  assert.equal((await held(page)).labour, "", "only when asked for");
  await press(page, "恢复");
  assert.deepEqual(await held(page), { labour: "1200", emp: "", last: "", pay: "", terrain: "2", scenic: "Y" });
  assert.equal((await report()).fields.labour_force.value, "1200");
  assert.match(await card(page).innerText(), /已按草稿填入 3 格。/);
  await press(page, "撤销");
  assert.deepEqual(await held(page), { labour: "", emp: "", last: "", pay: "", terrain: "", scenic: "" });
  await press(page, "恢复");
  await press(page, "关闭");
  assert.equal(await card(page).count(), 0);
  assert.equal((await kept(page)).length, 1, "the draft goes on under this form's own name");
  assert.deepEqual(problems, []);
});

test("a text that the form has now gives way by a second choice only", async () => {
  const { page, type, leave } = await open(DRAFT);
  await keeping(page);
  for (const [at, text] of [["#labour", "1200"], ["#emp", "812"]]) await type(at, text);
  await leave();
  await again(page);
  await type("#emp", "900");
  await leave();
  await card(page).waitFor();
  assert.match(await card(page).innerText(), /其中 1 格与现在的内容不同[^]*就业人数：草稿 812，现在 900/);
  await press(page, "恢复");
  assert.deepEqual([(await held(page)).labour, (await held(page)).emp], ["1200", "900"]);
  await press(page, "这 1 格改用草稿");
  assert.equal((await held(page)).emp, "812");
  await press(page, "撤销");
  assert.equal((await held(page)).emp, "900");
});

test("a reason comes back with the numbers that it was given for", async () => {
  const { page, type, leave, report } = await open(DRAFT);
  await keeping(page);
  for (const [at, text] of [["#labour", "1000"], ["#emp", "500"]]) await type(at, text);
  await leave();
  await page.evaluate(() => window.Tianbao?.attached[0].session.justify("low_rate", "外出务工人员尚未返乡登记"));
  const reasonOf = async () => (await report()).findings.filter((/** @type {any} */ { id }) => id === "low_rate")[0].justified;
  assert.ok(await reasonOf());
  await again(page);
  await card(page).waitFor();
  assert.match(await card(page).innerText(), /核实说明 1 条/);
  await press(page, "恢复");
  assert.equal((await reasonOf()).reason, "外出务工人员尚未返乡登记");
  await again(page);
  await type("#emp", "510");
  await leave();
  await card(page).waitFor();
  await press(page, "恢复");
  assert.equal((await held(page)).emp, "510");
  assert.equal(await reasonOf(), undefined, "another number, another reason");
});

test("answers about a person are never kept", async () => {
  const field = (/** @type {string} */ id, /** @type {string} */ zh, /** @type {string} */ type = "text") => ({ id, label: { zh, en: id }, section: "work", type });
  const some = [["person", "填报人姓名"], ["id_no", "身份证号码"], ["phone", "联系电话"], ["home", "家庭住址"], ["note", "备注"], ["remark", "情况说明"], ["inbox", "统计员"], ["hush", "内部口径"]];
  const pack = { ...PACK, fields: [...PACK.fields, ...some.map(([id, zh]) => field(id, zh)), field("phones", "手机用户数", "integer")] };
  const attributes = (/** @type {string} */ id) => ({ inbox: `type="email"`, hush: "data-tianbao-private" })[id] ?? "";
  const inputs = `${INPUTS}\n${some.concat([["phones", "手机用户数"]]).map(([id, zh]) => `<p><label>${zh} <input name="${id}" id="${id}" ${attributes(id)}></label></p>`).join("\n")}`;
  const { page, type, leave } = await open(portal({ attributes: `data-form="#report" data-draft="24"`, pack, inputs }));
  await keeping(page);
  for (const [id] of some) await type(`#${id}`, "石门乡");
  await type("#remark", "有疑问请打 13800138000 找老周");
  await type("#phones", "3021");
  await leave();
  assert.deepEqual((await kept(page))[0].texts, { note: "石门乡", phones: "3021" });
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(localStorage)), /13800138000|周/);
});

test("two tabs do not overwrite each other, and what is open elsewhere is not offered", async () => {
  const { page, context, type, leave } = await open(DRAFT);
  await keeping(page);
  await type("#labour", "1200");
  await leave();
  const other = await context.newPage();
  await other.goto(page.url());
  await ready(other);
  await noCard(other);
  await other.fill("#emp", "77");
  await other.locator("#emp").blur();
  await type("#pay", "300");
  await leave();
  assert.deepEqual((await kept(page)).map(({ texts }) => JSON.stringify(texts)).sort(), [`{"emp_total":"77"}`, `{"labour_force":"1200","pay":"300"}`]);
  await other.close();
  await again(page);
  await card(page).waitFor();
  await press(page, "恢复");
  await press(page, "关闭");
  await press(page, "恢复");
  assert.deepEqual([(await held(page)).labour, (await held(page)).emp, (await held(page)).pay], ["1200", "77", "300"], "one after the other, the newest first");
});

test("another record, another draft", async () => {
  const { page, type, leave } = await open(DRAFT, { query: "?id=7&_t=1711111111111" });
  await keeping(page);
  await type("#labour", "1200");
  await leave();
  const { origin, pathname } = new URL(page.url());
  await page.goto(`${origin}${pathname}?id=8`);
  await ready(page);
  await noCard(page);
  await page.goto(`${origin}${pathname}?id=7&_t=1722222222222`);
  await ready(page);
  await card(page).waitFor();
});

test("a submission that passes clears it; one that is stopped does not", async () => {
  const { page, type, leave, sent } = await open(DRAFT);
  await keeping(page);
  await type("#labour", "1200");
  await leave();
  await page.click("#send");
  assert.equal((await kept(page)).length, 1);
  await type("#emp", "900");
  await page.click("#send");
  assert.match(String(await sent()), /labourForce=1200/);
  await page.goBack();
  await ready(page);
  assert.deepEqual(await kept(page), []);
});

test("clearing the form leaves the draft and offers it", async () => {
  const { page, type, leave } = await open(portal({ attributes: `data-form="#report" data-draft="24"`, buttons: `<button type="reset" id="reset">重置</button><button>提交</button>` }));
  await keeping(page);
  await type("#labour", "1200");
  await leave();
  await page.click("#reset");
  await card(page).waitFor();
  await type("#pay", "5");
  await leave();
  assert.equal((await kept(page)).length, 2, "what is typed now has a place of its own");
  await press(page, "恢复");
  assert.deepEqual([(await held(page)).labour, (await held(page)).pay], ["1200", "5"]);
});

test("deleted by a press, with a way back; put off without a trace", async () => {
  const { page, type, leave } = await open(DRAFT);
  await keeping(page);
  await type("#labour", "1200");
  await leave();
  await again(page);
  await press(page, "稍后");
  assert.equal(await card(page).count(), 0);
  assert.equal((await kept(page)).length, 1);
  await again(page);
  await press(page, "删除");
  assert.deepEqual(await kept(page), []);
  await press(page, "撤销");
  assert.equal((await kept(page)).length, 1);
  await press(page, "删除");
  await press(page, "关闭");
  await again(page);
  await noCard(page);
});

test("an old draft is gone", async () => {
  const { page, type, leave } = await open(DRAFT);
  await keeping(page);
  await type("#labour", "1200");
  await leave();
  const [{ at, until }] = await kept(page);
  assert.equal(until - at, 24 * 3600 * 1000);
  await page.goto("about:blank");
  await page.goBack();
  await page.evaluate((age) => Object.keys(localStorage).forEach((name) => {
    localStorage[name] = JSON.stringify({ ...JSON.parse(localStorage[name]), until: Date.now() - age });
  }), 1000);
  await again(page);
  await noCard(page);
  assert.deepEqual(await kept(page), []);
});

test("a browser that refuses to keep anything is told of once, and the form is checked", async () => {
  const { page, type, leave, said, problems } = await open(DRAFT, { init: () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } }) });
  await keeping(page);
  await type("#labour", "5");
  await type("#emp", "9");
  await leave();
  assert.match(await said("#emp"), /多于劳动力总数/);
  assert.equal(problems.length, 1, problems.join());
  assert.match(problems[0], /no draft is kept/);
});

test("a full store keeps the draft that is there, and says so once", async () => {
  const { page, type, leave, said, problems } = await open(DRAFT);
  await keeping(page);
  await type("#labour", "5");
  await leave();
  await page.evaluate(() => {
    let text = "x".repeat(1 << 20);
    while (text.length > 0) {
      try {
        localStorage.setItem(`full${localStorage.length}`, text);
      } catch {
        text = text.slice(text.length >> 1 || 1);
      }
    }
  });
  await type("#emp", "9");
  await type("#pay", "12");
  await leave();
  assert.match(await said("#emp"), /多于劳动力总数/);
  assert.deepEqual((await page.evaluate(() => JSON.parse(localStorage[Object.keys(localStorage).filter((name) => name.startsWith("tianbao:draft:"))[0]]))).texts, { labour_force: "5" });
  assert.equal(problems.length, 1, problems.join());
  await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("full")).forEach((name) => localStorage.removeItem(name)));
  await type("#pay", "13");
  await leave();
  assert.deepEqual((await kept(page))[0].texts, { labour_force: "5", emp_total: "9", pay: "13" }, "room again, kept again");
});

test("a form that is let go keeps nothing open and leaves no card", async () => {
  const { page, type, leave } = await open(DRAFT);
  await keeping(page);
  await type("#labour", "1200");
  await leave();
  await again(page);
  await card(page).waitFor();
  await page.evaluate(() => window.Tianbao?.attached[0].detach());
  assert.equal(await page.locator(".tianbao-root").count(), 0);
  await type("#labour", "7");
  await leave();
  assert.deepEqual((await kept(page)).map(({ texts }) => texts), [{ labour_force: "1200" }]);
});

/** The same each time; another with SEED. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

const ROUNDS = Number(process.env.ROUNDS || 40);

test(`${ROUNDS} times reloaded, crashed, closed, gone back: nothing that was left is lost`, { timeout: ROUNDS * 15_000 }, async () => {
  const { page: first, context } = await open(DRAFT);
  const url = first.url();
  const roll = dice(Number(process.env.SEED || 5));
  /** @type {Record<string, string>} */
  const expected = { labour: "", emp: "", last: "", pay: "", terrain: "", scenic: "" };
  let page = first;
  await keeping(page);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let left = 1 + roll(3); left > 0; left -= 1) await change(page, expected, roll);
    const half = roll(3) === 0 ? { id: ["labour", "emp", "last", "pay"][roll(4)], text: String(10000 + roll(90000)) } : null;
    if (half) {
      await page.focus(`#${half.id}`);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(half.text);
    }
    const end = roll(4);
    page = await leaveBy(end, page, context, url);
    const putOff = roll(8) === 0;
    await takeUp(page, putOff);
    if (putOff) page = await leaveBy(0, page, context, url).then(async (now) => (await takeUp(now, false), now));
    const now = await held(page);
    // What was still being typed may be there or not.
    if (half && now[half.id] !== expected[half.id]) {
      assert.ok(half.text.startsWith(now[half.id]), `round ${round}: ${now[half.id]} of ${half.text}`);
      expected[half.id] = now[half.id];
    }
    assert.deepEqual(now, expected, `round ${round}, left by ${["reload", "crash", "close", "back"][end]}${putOff ? ", put off" : ""}`);
    if (roll(10) === 0) await handIn(page, expected, url);
  }
});

/** Types into a field and leaves it, or chooses. @param {Page} page @param {Record<string, string>} expected @param {(sides: number) => number} roll */
async function change(page, expected, roll) {
  const id = Object.keys(expected)[roll(6)];
  if (id === "terrain") await page.selectOption("#terrain", (expected[id] = ["1", "2"][roll(2)]));
  else if (id === "scenic") await page.check(`[name=hasScenic][value=${(expected[id] = ["Y", "N"][roll(2)])}]`);
  else {
    expected[id] = String(1 + roll(9999));
    await page.focus(`#${id}`);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(expected[id]);
    await page.keyboard.press("Tab");
  }
}

/** @param {number} end @param {Page} page @param {import("playwright-core").BrowserContext} context @param {string} url @returns {Promise<Page>} */
async function leaveBy(end, page, context, url) {
  if (end === 0) await page.reload();
  else if (end === 3) {
    await page.goto(url.replace("portal.html", "sent"));
    await page.goBack();
  } else {
    if (end === 1) {
      const crashed = page.waitForEvent("crash");
      (await context.newCDPSession(page)).send("Page.crash").catch(() => {});
      await crashed;
    }
    const next = await context.newPage();
    await page.close();
    await next.goto(url);
    page = next;
  }
  await ready(page);
  await keeping(page);
  return page;
}

/** Asks for all that is offered. @param {Page} page @param {boolean} putOff */
async function takeUp(page, putOff) {
  await page.waitForTimeout(CARD);
  for (let offers = 0; (await card(page).count()) > 0; offers += 1) {
    assert.ok(offers < 20, "no end of offers");
    const names = await card(page).getByRole("button").allInnerTexts();
    await press(page, putOff ? "稍后" : names.includes("恢复") ? "恢复" : names.includes("关闭") ? "关闭" : "稍后");
  }
}

/** Handed in: what follows begins blank. @param {Page} page @param {Record<string, string>} expected @param {string} url */
async function handIn(page, expected, url) {
  await page.fill("#labour", "20000");
  await page.fill("#emp", "15000");
  await page.fill("#last", "15000");
  await page.fill("#pay", "1");
  await page.click("#send");
  await page.locator("#body").waitFor();
  Object.keys(expected).forEach((id) => (expected[id] = ""));
  await page.goto(url);
  await ready(page);
  await keeping(page);
  await noCard(page);
}
