// From a key to the paint that shows what it changed: the whole report of the demonstration, with mistakes in it and the panel open,
// on a processor slowed down four times. The page without the one tag is measured beside it: what it costs by itself is not ours.
import { pathToFileURL } from "node:url";
import { openChromium } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";

/** Frames come as soon as they are wanted, so that nobody waits for the screen's next turn: what is left is work. */
const FREE = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
const SLOWER = 4;
const PAGE = "/www/demo/index.html";
/** What is typed into each field, key by key: a figure, two keys taken back, another end. */
const KEYS = ["1", "2", "0", "5", "Backspace", "Backspace", "3", "7"];

/** @typedef {{ p50: number, p95: number, most: number, script: number, layout: number, keys: number }} Keystroke  in ms; script, style and layout: for each key */

/**
 * @param {number} fields how many are typed into
 * @returns {Promise<Record<"findings" | "figures" | "folded" | "without", Keystroke>>}
 */
export async function keystrokes(fields) {
  const site = await serve();
  const chromium = await openChromium(FREE);
  /** @param {string} state @param {number} [tab] */
  const one = async (state, tab) => {
    const { page, context } = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
    try {
      return await measure(page, `${site.origin}${PAGE}`, state, tab, fields);
    } finally {
      await context.close();
    }
  };
  try {
    return { findings: await one("open", 0), figures: await one("open", 1), folded: await one("folded"), without: await one("without") };
  } finally {
    await chromium.close();
    await site.close();
  }
}

/** @param {import("playwright-core").Page} page @param {string} address @param {string} state @param {number | undefined} tab @param {number} fields @returns {Promise<Keystroke>} */
async function measure(page, address, state, tab, fields) {
  if (state === "without") await page.route("**/dist/**", (route) => (/cases|packs/.test(route.request().url()) ? route.continue() : route.abort()));
  await page.addInitScript(clock);
  await page.goto(address);
  if (state !== "without") await page.waitForFunction(() => window.Tianbao?.attached.length > 0);
  await page.click("#fill-wrong");
  if (state !== "without") await page.waitForFunction(() => window.Tianbao.attached[0].report().status === "mandatory");
  if (tab !== undefined) {
    await page.click(".tianbao-head");
    await page.locator(".tianbao-tab").nth(tab).click();
  }
  const names = await page.locator("#report input[inputmode]").evaluateAll((all) => all.map((one) => one.getAttribute("name") ?? ""));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  // Spread over the whole report; the first few keys warm up and do not count.
  const chosen = Array.from({ length: fields + 1 }, (_, at) => names[Math.floor((at * names.length) / (fields + 1))]);
  await typeInto(page, chosen[0]);
  await page.evaluate(() => void (/** @type {any} */ (window).waits.length = 0));
  let script = 0;
  let layout = 0;
  for (const name of chosen.slice(1)) {
    await page.focus(`#report [name="${name}"]`);
    const before = await spent(cdp);
    await typeInto(page, name);
    const after = await spent(cdp);
    script += after.script - before.script;
    layout += after.layout - before.layout;
  }
  const waits = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).waits).sort((a, b) => a - b));
  const at = (/** @type {number} */ part) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))];
  const keys = waits.length;
  return { p50: at(0.5), p95: at(0.95), most: at(1), script: script / keys, layout: layout / keys, keys };
}

/** @param {import("playwright-core").Page} page @param {string} name */
async function typeInto(page, name) {
  await page.focus(`#report [name="${name}"]`);
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await page.evaluate(() => /** @type {any} */ (window).painted);
  }
}

/** In ms, since the page began. @param {import("playwright-core").CDPSession} cdp */
async function spent(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (/** @type {string} */ name) => (metrics.filter((one) => one.name === name)[0]?.value ?? 0) * 1000;
  return { script: of("ScriptDuration"), layout: of("LayoutDuration") + of("RecalcStyleDuration") };
}

/**
 * In the page, before anything else: from the moment of the key to the first task after the frame that was asked for by what the
 * key put in.
 */
function clock() {
  const waits = /** @type {number[]} */ ([]);
  let pressed = 0;
  const channel = new MessageChannel();
  let done = () => {};
  channel.port1.onmessage = () => {
    waits.push(performance.now() - pressed);
    done();
  };
  addEventListener("keydown", (event) => {
    pressed = event.timeStamp;
    Object.assign(window, { painted: new Promise((resolve) => (done = () => resolve(undefined))) });
  }, true);
  addEventListener("input", () => requestAnimationFrame(() => channel.port2.postMessage(0)), true);
  Object.assign(window, { waits });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await keystrokes(Number(process.argv[2] ?? 12)));
