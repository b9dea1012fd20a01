// The installed Chromium, for tests.
import { chromium } from "playwright-core";
import { findChromium } from "../../www/tool/places.mjs";
import { driveChromium } from "./cdp-driver.mjs";
import { person } from "./user.mjs";

const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** @typedef {import("playwright-core").BrowserContextOptions} ContextOptions */

/** One browser, to be closed after the tests of a file. @param {string[]} [more] switches */
export async function openChromium(more = []) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No Chromium found: npm test installs it; or set CHROMIUM to the browser's program.");
  const browser = await chromium.launch({ executablePath, args: QUIET.concat(more) });
  return {
    browser,
    newPage: (/** @type {ContextOptions} */ options = {}) => newPage(browser, options),
    close: () => browser.close(),
  };
}

/** One page of it, in the shape that all browsers share. @param {ContextOptions} [options] */
export async function openTodays(options = { viewport: { width: 1280, height: 800 } }) {
  const chromium = await openChromium();
  const context = await chromium.browser.newContext({ locale: "zh-CN", ...options });
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  const driver = await driveChromium(await context.newCDPSession(page), { dialogs: false });
  return { ...person({ ...driver, close: chromium.close }), page };
}

/**
 * A page in a context of its own, and all that went wrong in it: warnings and errors of the console, uncaught errors and
 * refusals of the content security policy, in order.
 * @param {import("playwright-core").Browser} browser
 * @param {ContextOptions} options
 */
async function newPage(browser, options) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  await page.exposeFunction("__violation", (/** @type {string} */ text) => void problems.push(`csp: ${text}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      /** @type {any} */ (window).__violation(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, context, problems };
}
