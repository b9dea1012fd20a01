// WebKit of the level of Safari 16, driven over plain WebDriver: Debian's WPE needs no screen.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onPath } from "../../www/tool/places.mjs";
import { pressed } from "./firefox.mjs";
import { freePort } from "./port.mjs";
import { inTurn, pause, person } from "./user.mjs";

const DRIVER = onPath("WPEWebDriver");
const COG = onPath("cog");

export const noWebkit = DRIVER && COG ? undefined : "WPE WebKit is not installed (on Debian: wpewebkit-driver, cog)";

export async function openWebkit() {
  const home = mkdtempSync(join(tmpdir(), "tianbao-webkit-"));
  const port = await freePort();
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, GIO_USE_VFS: "local" };
  // A group of its own: the browser is the driver's child and would outlive it.
  const child = spawn(DRIVER ?? "", [`--port=${port}`], { stdio: "ignore", env, detached: true });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const close = async () => {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return person({ ...(await drive(await session(port))), close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** @typedef {(method: string, path: string, body?: object) => Promise<any>} Ask */

/** Commands one after the other: the driver knows no other way. @param {number} port */
async function session(port) {
  /** @type {Ask} */
  const ask = inTurn((method, path, body) => request(`http://127.0.0.1:${port}${path}`, method, body));
  const options = { binary: COG, args: ["--automation", "--platform=headless"] };
  const capabilities = { alwaysMatch: { browserName: "cog", unhandledPromptBehavior: "accept", "wpe:browserOptions": options } };
  await listening(port);
  const { sessionId, capabilities: given } = await ask("POST", "/session", { capabilities });
  const here = (/** @type {string} */ method, /** @type {string} */ path, /** @type {object} */ body = {}) => ask(method, `/session/${sessionId}/${path}`, body);
  return { ask: here, version: given.browserVersion };
}

/** @param {number} port */
async function listening(port) {
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok, () => false)) return;
    await pause(50);
  }
  throw new Error("WPEWebDriver did not answer in 10 seconds.");
}

/** @param {string} url @param {string} method @param {object} [body] */
async function request(url, method, body) {
  const answer = await fetch(url, { method, body: method === "POST" ? JSON.stringify(body) : undefined });
  const { value } = /** @type {any} */ (await answer.json());
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** @param {{ ask: Ask, version: string }} session @returns {Promise<Omit<import("./user.mjs").Driver, "close">>} */
async function drive({ ask, version }) {
  /** @type {string[]} */
  const problems = [];
  await ask("POST", "timeouts", { script: 120_000, pageLoad: 120_000 });
  await ask("POST", "window/rect", { width: 1280, height: 800 }).catch(() => {});
  const act = (/** @type {object} */ source) => ask("POST", "actions", { actions: [source] });
  const strokes = (/** @type {object[]} */ actions) => act({ type: "key", id: "keyboard", actions });
  /** @param {string} expression @returns {Promise<any>} */
  async function evaluate(expression) {
    const script = `var done=arguments[0],heard=(${hear})();
      (async()=>JSON.stringify([await (${expression})]))().then(text=>done({heard,text}),error=>done({heard,error:String(error)}))`;
    const { heard, text, error } = await ask("POST", "execute/async", { script, args: [] });
    problems.splice(0, problems.length, ...heard);
    if (error) throw new Error(error);
    return JSON.parse(text)[0];
  }

  return {
    version: `WebKit ${version}`,
    problems,
    async goto(url) {
      await ask("POST", "url", { url });
      await evaluate("0");
    },

    evaluate,

    async clickAt(x, y) {
      const actions = [{ type: "pointerMove", x, y, duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await act({ type: "pointer", id: "mouse", actions });
    },
    type: (text) => strokes([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }])),
    press: (name, held) => strokes(pressed(name, held)),
  };
}

/**
 * In the page: what its consoles say from now on, in frames as well, is kept over page loads; the browser tells nobody else.
 * @returns {string[]} what they have said so far
 */
function hear() {
  const key = "console of the tests";
  const problems = () => JSON.parse(sessionStorage.getItem(key) || "[]");
  const add = (/** @type {string} */ text) => sessionStorage.setItem(key, JSON.stringify([...problems(), text]));
  const watch = (/** @type {any} */ view) => {
    if (!view.heard) {
      view.heard = true;
      view.addEventListener("error", (/** @type {any} */ event) => event.message && add(`uncaught: ${event.message}`));
      view.addEventListener("unhandledrejection", (/** @type {any} */ event) => add(`uncaught: ${event.reason}`));
      for (const level of ["warn", "error"]) {
        const say = view.console[level];
        view.console[level] = (/** @type {any[]} */ ...words) => (add(`${level}: ${words.join(" ")}`), say.apply(view.console, words));
      }
    }
    for (let at = 0; at < view.frames.length; at++) if (mine(view.frames[at])) watch(view.frames[at]);
  };
  const mine = (/** @type {any} */ view) => {
    try {
      return !!view.document;
    } catch {
      return false;
    }
  };
  watch(window);
  return problems();
}
