// Portals of one page: the form comes and goes with its route or dialog, and gets its figures from a model, without an event.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { collect } from "../harness/visit.mjs";

/** @typedef {Awaited<ReturnType<typeof visitPortal>>} Seat */
/**
 * @typedef {object} Portal  what the two pages call the same things
 * @property {string} name
 * @property {string} full  the route of the form as a page of its own
 * @property {string} elsewhere  another route, with a search of the same labels
 * @property {string} list
 * @property {string} second  the second row's 修改
 * @property {string} work  the tab with the figures on work
 * @property {Record<string, string>} fields
 */

/** @param {string} prop */
const item = (prop) => `label[for="${prop}"] + .el-form-item__content input`;
/** @param {number} place */
const column = (place) => `#pane-base > .el-row > .el-col:nth-child(${place}) input`;

/** @type {Portal[]} */
const PORTALS = [
  { name: "element", full: "#/report/full", elsewhere: "#/visit", list: "#/report", second: ".rows tr:nth-child(2) .el-button--text", work: "#tab-work",
    fields: { labour: item("ldlZs"), employed: item("empTotal"), out: item("swwg"), county: item("empInCounty"), code: item("xzqhDm") } },
  { name: "element-plus", full: "#/year/full", elsewhere: "#/project", list: "#/year", second: ".rows tbody tr:nth-child(2) .el-button", work: "#tab-base",
    fields: { labour: column(8), employed: column(9), out: column(11), county: column(13), code: column(2) } },
];

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
before(async () => void (chromium = await openChromium()));
after(() => chromium.close());

/** @param {Portal} portal */
async function visitPortal(portal) {
  const site = await serve();
  const { page, context, problems } = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  // The pages have rules of their own, which stop as well: so what was stopped by us is counted.
  await page.addInitScript(() => {
    const host = /** @type {any} */ (window);
    host.blocked = 0;
    document.addEventListener("tianbao:blocked", () => void (host.blocked += 1));
  });
  await page.goto(`${site.origin}/www/demo/${portal.name}/index.html`);
  const attached = (/** @type {number} */ count) => page.waitForFunction((count) => !!window.Tianbao && window.Tianbao.attached.length === count, count);
  const go = (/** @type {string} */ route) => page.evaluate((route) => void (location.hash = route), route);
  const blocked = () => page.evaluate(() => /** @type {any} */ (window).blocked);
  const report = () => page.evaluate(() => window.Tianbao.attached[0].report());
  const close = () => context.close().then(site.close);
  return { ...portal, site, page, context, problems, attached, go, report, blocked, close };
}

for (const portal of PORTALS) {
  /** @param {string} title @param {(seat: Seat) => Promise<void>} work */
  const seen = (title, work) => test(`${portal.name}: ${title}`, async () => {
    const seat = await visitPortal(portal);
    try {
      await work(seat);
      assert.deepEqual(seat.problems, []);
    } finally {
      await seat.close();
    }
  });

  seen("a route with the form is attached to, one without is let go, and nothing is left behind", async ({ page, context, attached, go, full, elsewhere }) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable");
    const rounds = async (/** @type {number} */ count) => {
      for (let i = 0; i < count; i += 1) {
        await go(full);
        await attached(1);
        await go(elsewhere);
        await attached(0);
      }
      await collect(cdp);
      const { metrics } = await cdp.send("Performance.getMetrics");
      const ours = await page.evaluate(() => document.querySelectorAll("[class*=tianbao-]").length);
      return [...metrics.filter(({ name }) => name === "Nodes" || name === "JSEventListeners").map(({ value }) => value), ours];
    };
    const [nodes, listeners, ours] = await rounds(4);
    const [nodesNow, listenersNow, oursNow] = await rounds(12);
    assert.deepEqual([ours, oursNow], [0, 0]);
    // A route that is still sliding away counts once or twice; twelve forms that were held would be ten thousand nodes.
    assert.ok(nodesNow - nodes < 3000, `${nodesNow - nodes} nodes more`);
    assert.ok(listenersNow - listeners < 1000, `${listenersNow - listeners} listeners more`);
  });

  seen("the form as a page of its own is stopped on its button and on Ctrl+S, and keeps a draft", async ({ page, site, attached, go, report, blocked, full, work, fields }) => {
    await go(full);
    await attached(1);
    await page.fill(fields.code, "430999104");
    await page.click(work);
    await page.fill(fields.labour, "1742");
    await page.fill(fields.employed, "1955");
    await page.keyboard.press("Tab");
    await page.click(".page-title .el-button--primary");
    assert.equal(await blocked(), 1);
    await page.keyboard.press("Control+s");
    assert.equal(await blocked(), 2, "the page asks its own validation only");
    assert.equal((await report()).findings.some(({ id }) => id === "BH01"), true);
    await page.click(".page-title button:nth-last-child(2)");
    await page.waitForSelector(".el-message--success");
    assert.deepEqual(site.posts.map(({ url }) => url.replace(/.*\//, "")), ["draft"], "暂存 passes, 上报 does not");
    assert.equal(await page.inputValue(fields.employed), "1955");
  });

  seen("a dialog opened on a row gets its figures without an event, and is stopped on what they say", async ({ page, site, attached, report, blocked, second, work, fields }) => {
    await page.click(second);
    await attached(1);
    await page.click(`.report-dialog ${work}`);
    await page.waitForFunction((id) => window.Tianbao.attached[0].report().findings.some((one) => one.id === id), "BH01");
    await page.click(".report-dialog .el-button--primary");
    assert.equal(await blocked(), 1);
    assert.deepEqual(site.posts, []);
    assert.equal((await report()).fields.emp_total.value, "1012");
    await page.click(".dialog-footer button:last-child");
    await page.waitForFunction(() => !document.querySelector(".report-dialog")?.getClientRects().length);
    await page.click(".toolbar button, .tools button");
    await page.click(`.report-dialog ${work}`);
    await page.waitForFunction(() => window.Tianbao.attached[0].report().fields.emp_total.typed === "");
    assert.equal(await page.inputValue(`.report-dialog ${fields.employed}`), "");
  });

  seen("the panel makes way for the buttons at the end of a dialog, wherever that is scrolled to", async ({ page, attached, work }) => {
    await page.setViewportSize({ width: 1000, height: 560 });
    await page.click(".toolbar button, .tools button");
    await attached(1);
    await page.click(`.report-dialog ${work}`);
    const covered = await page.evaluate(async () => {
      const buttons = [...document.querySelectorAll(".dialog-footer button")];
      const scroller = /** @type {Element} */ (document.querySelector(".el-dialog__wrapper, .el-overlay-dialog"));
      const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
      const isFree = (/** @type {Element} */ button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        const points = [[left + 2, top + 2], [right - 2, bottom - 2]].filter(([, y]) => y > 0 && y < innerHeight);
        return points.every(([x, y]) => button.contains(document.elementFromPoint(x, y)));
      };
      const at = [];
      for (let down = 0; down <= scroller.scrollHeight - scroller.clientHeight; down += 20) {
        scroller.scrollTop = down;
        await drawn();
        if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 60 && !buttons.every(isFree)) at.push(down);
      }
      return { at, scrolled: scroller.scrollTop };
    });
    assert.ok(covered.scrolled > 100, "there is something to scroll");
    assert.deepEqual(covered.at, []);
  });
}
