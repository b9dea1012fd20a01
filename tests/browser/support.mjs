// What the browser tests share: a small pack, pages of a portal made on the spot, a person's hands.
import { after, before } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";

/** The policy that a careful portal sends. */
export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; form-action 'self'; img-src data:";

/** A report small enough to read: all three severities, a quotient, a date of last year. */
export const PACK = {
  tianbao: 1,
  id: "jobs",
  version: "1.0.0",
  title: { zh: "就业月报", en: "Jobs" },
  reasons: { min_characters: 8, stock_phrases: ["情况属实"], offers: [{ zh: "含上年结转、本年完成的任务", en: "Carried over from last year" }] },
  sections: [{ id: "work", label: { zh: "就业", en: "Work" } }],
  fields: [
    { id: "labour_force", label: { zh: "劳动力总数", en: "Labour force" }, section: "work", unit: "人", type: "integer", min: 0, required: true },
    { id: "emp_total", label: { zh: "就业人数", en: "Employed" }, section: "work", unit: "人", type: "integer", min: 0, required: true },
    { id: "emp_total_last", label: { zh: "上年就业人数", en: "Employed last year" }, section: "work", unit: "人", type: "integer", min: 0, last_of: "emp_total" },
    { id: "pay", label: { zh: "发放总额", en: "Paid out" }, section: "work", unit: "元", type: "decimal", decimals: 2, min: 0, plausible: [0, 500000] },
    { id: "terrain", label: { zh: "地形", en: "Terrain" }, section: "work", type: "choice", choices: [{ value: "plain", label: { zh: "平原", en: "Plain" } }, { value: "hill", label: { zh: "丘陵", en: "Hills" } }] },
    { id: "has_scenic", label: { zh: "有无景区", en: "Scenic area" }, section: "work", type: "boolean" },
  ],
  metrics: [
    { id: "r_emp", label: { zh: "就业率", en: "Employment rate" }, section: "work", unit: "%", places: 2, formula: "emp_total / labour_force" },
    { id: "g_emp", label: { zh: "就业人数增长", en: "Growth" }, section: "work", unit: "%", places: 2, formula: "(emp_total - emp_total_last) / emp_total_last" },
  ],
  rules: [
    { id: "not_more", severity: "mandatory", assert: "emp_total <= labour_force", message: { zh: "就业人数 {emp_total}，多于劳动力总数 {labour_force}。请核对这两格。", en: "Employed {emp_total} is more than the labour force {labour_force}. Check the two figures." } },
    { id: "low_rate", severity: "verify", assert: "r_emp >= 60", message: { zh: "就业率 {r_emp}，低于 60%。请核对；确属实际情况的，请写明原因。", en: "The employment rate is {r_emp}, below 60%. Check it, or explain." } },
    { id: "round_figure", severity: "hint", assert: "emp_total <> 1000", message: { zh: "就业人数正好 {emp_total}，请留意是否为约数。", en: "Employed is exactly {emp_total}. Is it rounded?" } },
  ],
};

/** One line of a form. @param {string} label @param {string} input */
const line = (label, input) => `<p><label>${label} ${input}</label></p>`;

/** The inputs for the whole small pack. */
export const INPUTS = [
  line("劳动力总数", `<input name="labourForce" id="labour">`),
  line("就业人数", `<input name="empTotal" id="emp">`),
  line("上年就业人数", `<input name="empTotalLast" id="last">`),
  line("发放总额", `<input name="pay" id="pay">`),
  line("地形", `<select name="terrain" id="terrain"><option value="">请选择</option><option value="1">平原</option><option value="2">丘陵</option></select>`),
  `<p id="scenic">有无景区 <label><input type="radio" name="hasScenic" value="Y"> 有</label> <label><input type="radio" name="hasScenic" value="N"> 无</label></p>`,
].join("\n");

/**
 * A portal's page: the tag, the pack in the page, what the test wants inside.
 * @param {{ attributes?: string, body?: string, inputs?: string, buttons?: string, head?: string, src?: string, pack?: object, lang?: string }} [parts]
 */
export function portal({ attributes = `data-form="#report"`, body, inputs = INPUTS, buttons, head = "", src = "/dist/tianbao.js", pack = PACK, lang = "zh-CN" } = {}) {
  const actions = buttons ?? `<button type="button" id="draft">暂存</button> <button id="send">提交</button>`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>portal</title><link rel="icon" href="data:,">${head}
<script type="application/json" id="pack">${JSON.stringify(pack)}</script>
<script src="${src}" data-pack="#pack" ${attributes} defer></script></head><body>
${body ?? `<form id="report" action="/sent" method="post">${inputs}\n${actions}</form>`}
</body></html>`;
}

/**
 * One browser for the tests of a file, and a server for each page.
 * @returns {{ open: typeof open }}
 */
export function bench() {
  /** @type {Awaited<ReturnType<typeof openChromium>>} */
  let chromium;
  /** @type {(() => Promise<unknown>)[]} */
  const closers = [];
  before(async () => void (chromium = await openChromium()));
  after(async () => {
    for (const close of closers) await close();
    await chromium.close();
  });

  /**
   * Opens a page of its own and waits until the form is attached.
   * @param {string} html
   * @param {{ csp?: string, viewport?: { width: number, height: number }, init?: (() => void) | { content: string }, ready?: boolean, pages?: Record<string, any>, query?: string }} [options]
   */
  async function open(html, { csp, viewport, init, ready = true, pages = {}, query = "" } = {}) {
    const sent = (/** @type {string} */ body) => `<!doctype html><title>sent</title><link rel="icon" href="data:,"><pre id="body">${body}</pre>`;
    const site = await serve({ csp, pages: { "/portal.html": html, "/sent": sent, ...pages } });
    const { page, context, problems } = await chromium.newPage({ viewport: viewport ?? { width: 1280, height: 800 } });
    closers.push(() => context.close().then(site.close));
    if (init) await page.addInitScript(init);
    await page.goto(`${site.origin}/portal.html${query}`);
    if (ready) await page.waitForFunction(() => window.Tianbao && window.Tianbao.attached.length > 0);
    return { page, context, site, problems, ...hands(page) };
  }

  return { open };
}

/** All that is asked at rest has been asked. @param {import("playwright-core").Page} page */
export function rested(page) {
  return page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(done), 600)));
}

/** The panel is drawn once a frame. @param {import("playwright-core").Page} page */
export function drawn(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What a person does and sees. @param {import("playwright-core").Page} page */
export function hands(page) {
  return {
    /** Key by key into a field, and on to the next. @param {string} selector @param {string} text */
    async type(selector, text) {
      await page.click(selector);
      await page.keyboard.press("Control+A");
      if (text === "") await page.keyboard.press("Delete");
      else await page.keyboard.type(text);
    },
    leave: () => page.keyboard.press("Tab"),
    /** The sentences that are tied to a field. @param {string} selector */
    said: (selector) => page.evaluate((selector) => {
      const ids = (document.querySelector(selector)?.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
      return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    }, selector),
    /** @param {string} selector */
    invalid: (selector) => page.getAttribute(selector, "aria-invalid"),
    report: () => page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].report()),
    counts: async () => {
      await drawn(page);
      return page.locator(".tianbao-counts").innerText();
    },
    /** What was sent, if anything: the page then is the portal's answer. */
    sent: () => page.locator("#body").textContent({ timeout: 3000 }).catch(() => null),
  };
}
