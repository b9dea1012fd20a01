// Pages whose other scripts are careless with what belongs to all: ours goes on, and so do theirs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, portal } from "./support.mjs";

const { open } = bench();

/** What a page's scripts did before ours came, by their habits. @type {Record<string, () => void>} */
const HABITS = {
  // Prototype.js 1.6: functions of the language replaced by others of the same name, and many more beside them.
  "Prototype.js": () => {
    const array = /** @type {any} */ (Array);
    const list = array.prototype;
    array.from = (/** @type {any} */ many) => {
      const made = [];
      for (let i = 0; i < (many.length || 0); i += 1) made.push(many[i]);
      return made;
    };
    /** @this {any[]} */
    list.reduce = function () { return this.length > 1 ? this : this[0]; };
    const back = list.reverse;
    /** @this {any[]} @param {boolean} inline */
    list.reverse = function (inline) { return back.call(inline !== false ? this : this.slice()); };
    /** @this {any[]} */
    list.toJSON = function () { return `[${this.map((one) => JSON.stringify(one)).join()}]`; };
    ["each", "first", "last", "clear", "compact", "inspect", "size"].forEach((name) => (list[name] = () => undefined));
    const before = window.Element;
    /** @type {any} */ (window).Element = Object.assign(() => document.createElement("div"), { prototype: before.prototype });
    /** @type {any} */ (window).$ = (/** @type {string} */ id) => document.getElementById(id);
    /** @type {any} */ (Function.prototype).curry = () => undefined;
    /** @type {any} */ (String.prototype).strip = () => "";
  },
  "a loader that waits for modules": () => {
    const host = /** @type {any} */ (window);
    host.taken = 0;
    host.define = () => void (host.taken += 1);
    host.define.amd = { jQuery: true };
    host.require = host.requirejs = () => { throw new Error("not asked for"); };
    host.exports = {};
    host.module = { exports: host.exports };
  },
  "an alert for every error": () => void (window.onerror = (message) => void alert(String(message))),
  "frozen prototypes": () => [Object, Array, Function, String, Element, HTMLElement, HTMLInputElement, HTMLFormElement, Node, EventTarget].forEach((one) => Object.freeze(one.prototype)),
  "events that are watched": () => {
    const real = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (/** @type {any} */ type, /** @type {any} */ ...rest) { return real.call(this, type, .../** @type {[any]} */ (rest)); };
    const submit = HTMLFormElement.prototype.submit;
    HTMLFormElement.prototype.submit = function () { return submit.call(this); };
  },
};

for (const habit of Object.keys(HABITS)) {
  test(habit, async () => {
    const { page, type, leave, said, sent, problems } = await open(portal(), { init: HABITS[habit] });
    /** @type {string[]} */
    const alerts = [];
    page.on("dialog", (dialog) => (alerts.push(dialog.message()), dialog.dismiss()));
    await type("#labour", "20");
    await type("#emp", "30");
    await leave();
    assert.match(await said("#emp"), /多于/);
    await page.click("#send");
    assert.match(page.url(), /portal\.html$/);
    await page.locator(".tianbao-panel").waitFor();
    await type("#emp", "10");
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).taken || 0), 0);
    await page.click("#send");
    assert.equal(await sent(), "labourForce=20&empTotal=10&empTotalLast=&pay=&terrain=");
    assert.deepEqual([problems, alerts], [[], []]);
  });
}

test("inputs of one id, and nodes that go while they are flagged", async () => {
  const { page, type, leave, said, problems } = await open(portal({ inputs: `
    <p>劳动力总数 <input id="same" class="a"></p><p>就业人数 <input id="same" class="b"></p><p>发放总额 <input id="same" class="c"></p>` }));
  await type(".a", "20");
  await type(".b", "30");
  await leave();
  assert.match(await said(".b"), /多于/);
  await page.evaluate(() => document.querySelector(".b")?.parentElement?.remove());
  await page.evaluate(() => document.querySelectorAll("[class^=tianbao]").forEach((node) => node.remove()));
  await type(".a", "25");
  await leave();
  await page.waitForFunction(() => /** @type {any} */ (window).Tianbao.attached[0].report().fields.emp_total.state === "absent");
  assert.deepEqual(problems, []);
});
