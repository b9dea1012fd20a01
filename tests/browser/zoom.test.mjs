// At 320 px, at twice the size, with a thumb, without motion: all of ours is there, can be reached and can be pressed.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bench, drawn, INPUTS, PACK, portal } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

const { open } = bench();

/** Long names and sentences: what is hardest to get into little room. */
const LONG = {
  ...PACK,
  sections: [{ id: "work", label: { zh: "（三）就业帮扶稳定增收与乡村公益性岗位开发情况", en: "Work" } }],
  rules: PACK.rules.concat(/** @type {any} */ ({
    id: "long", severity: "verify", assert: "emp_total <> 8",
    message: { zh: "就业人数 {emp_total}，与乡镇人力资源和社会保障事务所在册人数相差较大，且上年同期没有相应记录。请逐村核对台账后再填；确属实际情况的，请写明原因。", en: "Employed {emp_total}. Check it." },
  })),
};
const PAGE = portal({ pack: LONG, body: `<form id="report">${INPUTS}<button id="send">提交</button></form><p>页脚 <a href="#">说明</a></p>` });

/**
 * Every state of ours that a person comes to, one after the other.
 * @param {Awaited<ReturnType<typeof open>>} opened @param {(state: string) => Promise<void>} seen
 */
async function through({ page, type, leave }, seen) {
  await seen("empty");
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  await page.focus("#emp");
  await seen("flagged");
  await type("#pay", "1.2万");
  await leave();
  await page.focus("#pay");
  await seen("an offer");
  await type("#emp", "8");
  await leave();
  await page.click(".tianbao-head");
  for (const [at, tab] of (await page.locator(".tianbao-tab").all()).entries()) {
    await tab.click();
    await seen(`tab ${at + 1}`);
    for (const why of await page.locator(".tianbao-ask:visible").all()) await why.click();
    await seen(`tab ${at + 1}, every why open`);
  }
  await page.locator(".tianbao-tab").first().click();
  await page.locator(".tianbao-reason-toggle:visible").first().click();
  await page.keyboard.type("情况属实");
  await seen("a reason");
  await page.locator(".tianbao-reason-save:visible").first().click();
  await seen("a reason refused");
  await page.click(".tianbao-head");
  await page.evaluate(`import("/tests/browser/inside/paste.js").then((own) => own.paste("#labour", "2436\\r\\n2326\\r\\n\\r\\n1.2万\\r\\n平原\\r\\n有\\r\\n7"))`);
  await page.waitForSelector(".tianbao-paste");
  await seen("a pasted block");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".tianbao-pasted");
  await seen("what was pasted");
}

/** What of ours can be pressed and is smaller than that. @param {Page} page @param {number} least in px */
const small = (page, least) => page.evaluate((least) => {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector(".tianbao-root")?.shadowRoot);
  const pressable = [...shadow.querySelectorAll("button,a[href],summary,textarea,input,select,[role=tab],[role=button]")];
  return pressable.map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width > 0 && box.height > 0)
    .filter(({ box }) => box.width < least || box.height < least)
    .map(({ one, box }) => `${one.className} ${one.textContent} ${Math.round(box.width)}x${Math.round(box.height)}`);
}, least);

/** What of ours sticks out of the window, or is cut off without a way to scroll to it. @param {Page} page */
const lost = (page) => page.evaluate(() => {
  const shadow = /** @type {ShadowRoot} */ (document.querySelector(".tianbao-root")?.shadowRoot);
  const words = [...shadow.querySelectorAll("*")].filter((one) => !/live|unseen|ring/.test(one.getAttribute("class") ?? "") && !(one instanceof SVGElement));
  const drawn = words.map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
  const out = drawn.filter(({ box }) => box.left < -0.5 || box.right > innerWidth + 0.5);
  const cut = drawn.filter(({ one }) => /hidden|clip|auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1);
  const name = (/** @type {any} */ { one, box }) => `${one.className} “${one.textContent?.slice(0, 30)}” ${Math.round(box.left)}–${Math.round(box.right)}`;
  return [...out.map((one) => `out: ${name(one)}`), ...cut.map((one) => `cut: ${name(one)}`)];
});

for (const [name, viewport, scale] of /** @type {const} */ ([["320 px", { width: 320, height: 512 }, 1], ["twice the size", { width: 640, height: 400 }, 2]])) {
  test(`nothing is lost, and the page scrolls no further: ${name}`, async () => {
    const opened = await open(PAGE, { viewport });
    const { page, context } = opened;
    const cdp = await context.newCDPSession(page);
    await cdp.send("Emulation.setDeviceMetricsOverride", { ...viewport, deviceScaleFactor: scale, mobile: false });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const before = await wide();
    await through(opened, async (state) => {
      await drawn(page);
      assert.deepEqual(await lost(page), [], state);
      assert.equal(await wide(), before, state);
    });
  });
}

describe("what can be pressed is large enough", () => {
  test("24 px at a desk", async () => {
    const opened = await open(PAGE);
    await through(opened, async (state) => {
      await drawn(opened.page);
      assert.deepEqual(await small(opened.page, 24), [], state);
    });
  });

  test("44 px for a thumb", async () => {
    const opened = await open(PAGE, { viewport: { width: 375, height: 700 } });
    await through(opened, async (state) => {
      await drawn(opened.page);
      assert.deepEqual(await small(opened.page, 44), [], state);
    });
  });
});

test("nothing moves where motion is not wanted", async () => {
  const opened = await open(PAGE);
  const { page } = opened;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await through(opened, async (state) => {
    const moving = await page.evaluate(() => [.../** @type {any} */ (document.querySelector(".tianbao-root")?.shadowRoot).querySelectorAll("*")].filter((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
      return !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
    }).map((one) => one.className));
    assert.deepEqual(moving, [], state);
  });
});

test("by Tab the panel comes after the page's own content, and is left again", async () => {
  const { page, type, leave } = await open(PAGE);
  await type("#labour", "20");
  await type("#emp", "8");
  await leave();
  await page.click(".tianbao-head");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
  await page.locator("#labour").focus();
  const stops = [];
  for (let at = 0; at < 40; at += 1) {
    const stop = await page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return inner ? "ours" : document.activeElement === document.body ? "out" : "page";
    });
    stops.push(stop);
    if (stop === "out") break;
    await page.keyboard.press("Tab");
  }
  assert.match(stops.join(" "), /^(page )+(ours )+(out|page)/, "no stop of ours among the page's own");
  assert.equal(stops.filter((stop, at) => stop === "page" && stops.lastIndexOf("ours", at) >= 0 && stops.indexOf("ours") < at && stops.slice(at).includes("ours")).length, 0);
});

test("the page does not shift by a pixel while a report is filled in", async () => {
  const opened = await open(PAGE);
  const { page } = opened;
  await page.evaluate(() => {
    // What stands in our shadow root is not named to the page.
    const shifts = /** @type {string[]} */ ([]);
    const note = (/** @type {any} */ { sources }) => shifts.push(...sources.map((/** @type {any} */ { node }) => node).filter(Boolean).map((/** @type {Node} */ node) => node.nodeName));
    new PerformanceObserver((entries) => entries.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { shifts });
  });
  await through(opened, () => drawn(page));
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).shifts), []);
  await page.evaluate(() => document.querySelector("#report")?.insertAdjacentHTML("afterbegin", "<p><br><br></p>"));
  await page.waitForFunction(() => /** @type {any} */ (window).shifts.length > 0, null, { timeout: 5000 });
});
