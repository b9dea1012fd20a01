// WCAG 2.2 AA and good practice, by axe: six states of a report on three portals' pages, light, dark and in forced colours. What the
// page brings itself is still there once we are gone; everything else is ours, and there must be none of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openTodays } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { root, www } from "../../www/tool/places.mjs";
import { drawn, portal } from "./support.mjs";
import element from "./stacks/element.mjs";
import layui from "./stacks/layui.mjs";

const AXE = readFileSync(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const township = JSON.parse(readFileSync(join(www, "packs", "rural-revitalization-township", "cases.json"), "utf8"));

/** The project's own page, as the stacks describe theirs. @type {Pick<import("./stack").Stack, "name" | "page" | "open" | "show" | "fields" | "good">} */
const demo = {
  name: "the demonstration",
  page: "/www/demo/index.html",
  fields: { labour_force: "#labourForce", emp_total: "#empTotal", income_pc: "#incomePc" },
  good: township.submissions.plain.values,
};
const PAGES = [demo, layui, element];

/** @typedef {Awaited<ReturnType<typeof openTodays>>} Person */
/** @type {Record<string, { media: any, style: string }>} */
const LOOKS = {
  light: { media: { colorScheme: "light", forcedColors: "none" }, style: "" },
  dark: { media: { colorScheme: "dark", forcedColors: "none" }, style: "html,body{background:#12161b!important}" },
  "forced colours": { media: { colorScheme: "light", forcedColors: "active" }, style: "" },
};

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => void (site = await serve()));
after(() => site.close());

/** @param {Person} user @param {typeof PAGES[number]} stack @param {typeof LOOKS[string]} look */
async function arrive(user, stack, { media, style }) {
  const { page } = user;
  await page.emulateMedia({ ...media, reducedMotion: "reduce" });
  await page.goto(site.origin + stack.page);
  if (stack.open) await stack.open(user);
  await page.waitForFunction(() => window.Tianbao?.attached.length > 0);
  if (stack.show) await stack.show(user, "emp_total");
  if (style) {
    await page.addStyleTag({ content: style });
    await page.waitForFunction(() => document.querySelector(".tianbao-root")?.shadowRoot?.querySelector(".tianbao-dark"));
  }
  await page.evaluate(AXE);
  await page.evaluate(() => Object.assign(window, { numbers: new Map() }));
}

/**
 * Notes what axe finds: the rule, and the element by a number of its own. The page's colours are its own, which is seen only where
 * we lie above or gone; an input without a label stays one, though our sentence now describes it.
 * @param {import("playwright-core").Page} page
 * @param {string} state
 */
async function look(page, state) {
  await drawn(page);
  return page.evaluate(async ([tags, state]) => {
    const { axe, numbers } = /** @type {any} */ (window);
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"], elementRef: true });
    return violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ { element, html, failureSummary }) => {
      if (!numbers.has(element)) numbers.set(element, numbers.size);
      const hosts = id === "color-contrast" && element.getRootNode() === document;
      return { hosts, key: `${id.replace("-title-only", "")} ${numbers.get(element)}`, text: `${state}: ${id} ${html} ${failureSummary}` };
    })).filter((/** @type {any} */ { hosts }) => !hosts);
  }, /** @type {const} */ ([TAGS, state]));
}

/** Six states, one after the other. @param {Person} user @param {typeof PAGES[number]} stack @param {(state: string) => Promise<void>} seen */
async function fillIn(user, stack, seen) {
  const { page } = user;
  const put = (/** @type {string} */ field, /** @type {string} */ text) => user.fill(stack.fields[field], text);
  const leave = () => page.keyboard.press("Tab");
  await seen("empty");
  await put("emp_total", "12");
  await seen("typing");
  await put("labour_force", "20");
  await put("emp_total", "30");
  await leave();
  await page.focus(stack.fields.emp_total);
  await seen("flagged");
  await put("labour_force", "2436");
  await put("emp_total", "800");
  await leave();
  await page.click(".tianbao-head");
  for (const [at, tab] of (await page.locator(".tianbao-tab").all()).entries()) {
    await tab.click();
    await seen(`panel open, tab ${at + 1}`);
  }
  await page.locator(".tianbao-tab").first().click();
  await page.locator(".tianbao-reason-toggle").first().click();
  await page.keyboard.type("情况属实");
  await seen("reason open");
  await page.locator(".tianbao-reason-save").first().click();
  await seen("reason refused");
  await page.evaluate(pasteInto, "labour_force");
  await page.waitForSelector(".tianbao-paste");
  await seen("a pasted block");
  await page.keyboard.press("Escape");
  await page.evaluate((values) => /** @type {any} */ (window).Tianbao.attached[0].session.setMany(values), stack.good);
  await seen("all clear");
}

/** In the page: a column is pasted into a field. @param {string} field */
function pasteInto(field) {
  const { element } = /** @type {any} */ (window).Tianbao.attached[0].bindings.find((/** @type {any} */ one) => one.field === field);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", "2,436\r\n2326\r\n\r\n7\r\n");
  element.focus();
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}

for (const stack of PAGES) {
  describe(stack.name, () => {
    /** @type {Person} */
    let user;
    before(async () => void (user = await openTodays()));
    after(() => user.close());

    for (const [name, how] of Object.entries(LOOKS)) {
      test(`nothing of ours in the way of anyone: ${name}`, async () => {
        await arrive(user, stack, how);
        /** @type {Map<string, string>} */
        const found = new Map();
        const seen = async (/** @type {string} */ state) => (await look(user.page, state)).forEach((/** @type {any} */ { key, text }) => found.set(key, text));
        await fillIn(user, stack, seen);
        assert.equal(await user.page.locator(".tianbao-root").count(), 1);
        await user.page.evaluate(() => window.Tianbao.attached[0].detach());
        (await look(user.page, "without us")).forEach((/** @type {any} */ { key }) => found.delete(key));
        assert.deepEqual([...found.values()], []);
      });
    }
  });
}

test("a draft that is found again, and what is told of it", async () => {
  const user = await openTodays();
  const { page } = user;
  const html = portal({ attributes: `data-form="#report" data-draft="1"` });
  const own = await serve({ pages: { "/portal.html": html } });
  await page.goto(`${own.origin}/portal.html`);
  await page.waitForFunction(() => window.Tianbao?.attached.length > 0);
  await user.fill("#labour", "2436");
  await page.keyboard.press("Tab");
  await page.reload();
  await page.waitForSelector(".tianbao-draft");
  await page.evaluate(AXE);
  await page.evaluate(() => Object.assign(window, { numbers: new Map() }));
  const ours = async (/** @type {string} */ state) => (await look(page, state)).map((/** @type {any} */ { text }) => text).filter((/** @type {string} */ text) => /tianbao/.test(text));
  assert.deepEqual(await ours("offered"), []);
  await page.waitForFunction(() => /未提交草稿/.test(document.querySelector(".tianbao-root")?.shadowRoot?.querySelector("[role=status]")?.textContent ?? ""));
  await page.locator(".tianbao-draft-do").first().click();
  assert.deepEqual(await ours("restored"), []);
  await page.waitForFunction(() => /已按草稿填入/.test(document.querySelector(".tianbao-root")?.shadowRoot?.querySelector("[role=status]")?.textContent ?? ""));
  await user.close();
  await own.close();
});
