// One visit to a page of our own making: served, opened, watched, closed again. For tests and for the longer proofs.
import { serve } from "./serve.mjs";

/** A page with the script and nothing to attach to. */
export const BARE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>bare</title><link rel="icon" href="data:,">
<script src="/dist/tianbao.js"></script></head><body></body></html>`;

/**
 * @param {Awaited<ReturnType<typeof import("./chromium.mjs").openChromium>>} chromium
 * @param {{ html?: string, csp?: string, pages?: Record<string, any>, init?: ((() => void) | { content: string })[] }} [options]
 */
export async function visit(chromium, { html = BARE, csp, pages = {}, init = [] } = {}) {
  const site = await serve({ csp, pages: { "/page.html": html, ...pages } });
  const { page, context, problems } = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
  // Slow is not wrong.
  page.setDefaultTimeout(120_000);
  const cdp = await context.newCDPSession(page);
  await page.exposeFunction("collect", () => collect(cdp));
  for (const script of init) await page.addInitScript(script);
  await page.goto(`${site.origin}/page.html`);
  await page.waitForFunction(() => "Tianbao" in window);
  return { page, context, site, problems, cdp, close: () => context.close().then(site.close) };
}

/**
 * A visit that ends however the work ends.
 * @template T
 * @param {Parameters<typeof visit>[0]} chromium
 * @param {Parameters<typeof visit>[1]} options
 * @param {(seat: Awaited<ReturnType<typeof visit>>) => Promise<T>} work
 */
export async function during(chromium, options, work) {
  const seat = await visit(chromium, options);
  try {
    return await work(seat);
  } finally {
    await seat.close();
  }
}

/** What only weak references hold is gone after a few rounds. @param {import("playwright-core").CDPSession} cdp */
export async function collect(cdp) {
  for (let round = 0; round < 3; round += 1) await cdp.send("HeapProfiler.collectGarbage");
}

/**
 * Runs a function of one of the modules in tests/browser/inside/, in the page.
 * @param {import("playwright-core").Page} page
 * @param {string} file
 * @param {string} name
 * @param {unknown} [argument]
 * @returns {Promise<any>}
 */
export function inside(page, file, name, argument) {
  return page.evaluate(async ({ file, name, argument }) => (await import(file))[name](argument), { file: `/tests/browser/inside/${file}`, name, argument });
}

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
}
