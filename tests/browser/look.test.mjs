// What we draw moves nothing and stays in sight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, INPUTS, portal } from "./support.mjs";

const { open } = bench();
/**
 * What is drawn is placed in the next frame, which a busy machine draws late: looks again until it is as wanted, for at most
 * five seconds.
 * @param {() => Promise<unknown>} look @param {unknown} wanted
 */
async function comesTo(look, wanted) {
  const until = Date.now() + 5000;
  let seen = await look();
  while (Date.now() < until && JSON.stringify(seen) !== JSON.stringify(wanted)) {
    await new Promise((done) => setTimeout(done, 50));
    seen = await look();
  }
  assert.deepEqual(seen, wanted);
}

const TALL = `<form id="report">${INPUTS}<div id="space"></div><p>备注 <input id="end" name="pay"></p><button id="send">提交</button></form>`;

for (const width of [1280, 375]) {
  test(`the page grows by no pixel at ${width}, whatever is shown`, async () => {
    const { page, type, leave } = await open(portal({ body: TALL.replace("name=\"pay\" id=\"pay\"", "id=\"x\"") }), { viewport: { width, height: 600 } });
    await page.evaluate(() => document.getElementById("space")?.style.setProperty("height", "1500px"));
    const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.body.getBoundingClientRect().height]);
    const before = await size();
    await type("#labour", "20");
    await type("#emp", "30");
    await leave();
    assert.deepEqual(await size(), before);
    await type("#end", "abc");
    await leave();
    await page.click("#send");
    await page.focus("#end");
    assert.deepEqual(await size(), before);
  });

  test(`the message stands beside its field and inside the window at ${width}`, async () => {
    const { page, type } = await open(portal(), { viewport: { width, height: 600 } });
    await type("#labour", "20");
    await type("#emp", "30");
    await page.keyboard.press("Tab");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { bubble, field, next } = await page.evaluate(() => {
      const box = (/** @type {any} */ element) => element.getBoundingClientRect().toJSON();
      return {
        bubble: box(document.querySelector(".tianbao-root")?.shadowRoot?.querySelector(".tianbao-bubble")),
        field: box(document.querySelector("#emp")),
        next: box(document.querySelector("#last")),
      };
    });
    assert.ok(bubble.left >= 0 && bubble.right <= width && bubble.top >= 0, JSON.stringify(bubble));
    const apart = bubble.right <= next.left || bubble.left >= next.right || bubble.bottom <= next.top || bubble.top >= next.bottom;
    assert.ok(apart, "never over the field in use");
    assert.ok(Math.abs(bubble.top - field.top) < 200);
  });
}

test("rings follow their fields when a box inside the page scrolls, and go when it hides them", async () => {
  const body = `<p>一</p><p>二</p><p>三</p><p>四</p><div id="report"><div id="pane">${INPUTS}</div></div>`;
  const { page, type, leave } = await open(portal({ body }));
  await page.evaluate(() => {
    const pane = document.getElementById("pane");
    for (const [name, value] of [["height", "150px"], ["overflow", "auto"]]) pane?.style.setProperty(name, value);
  });
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  const off = () => page.evaluate(() => {
    const ring = document.querySelector(".tianbao-root")?.shadowRoot?.querySelector(".tianbao-ring:not(.tianbao-quiet)");
    const field = document.querySelector("#emp");
    return ring && field ? [getComputedStyle(ring).display, Math.round(ring.getBoundingClientRect().top - field.getBoundingClientRect().top)] : null;
  });
  await comesTo(off, ["block", 0]);
  await page.evaluate(() => document.getElementById("pane")?.scrollBy(0, 20));
  await comesTo(off, ["block", 0]);
  await page.evaluate(() => document.getElementById("pane")?.scrollBy(0, 70));
  await comesTo(async () => (await off())?.[0], "none");
});
