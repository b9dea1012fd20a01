// Chromium 87 inside Qt WebEngine: a kernel that comes with Python packages, in a folder of our own.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPython, tools } from "../../www/tool/places.mjs";
import { driveChromium } from "./cdp-driver.mjs";
import { connect } from "./cdp.mjs";
import { announced, firstPage } from "./old-chromium.mjs";
import { keyboard, talk } from "./lines.mjs";
import { freePort } from "./port.mjs";
import { person } from "./user.mjs";

const PYTHON = findPython();
const PROGRAM = fileURLToPath(new URL("qt-chromium.py", import.meta.url));
const ENV = {
  ...process.env,
  PYTHONPATH: join(tools, "qt"),
  PYTHONDONTWRITEBYTECODE: "1",
  QT_QPA_PLATFORM: "offscreen",
  QT_QUICK_BACKEND: "software",
  QTWEBENGINE_DISABLE_SANDBOX: "1",
  QTWEBENGINE_CHROMIUM_FLAGS: "--no-sandbox --disable-gpu --lang=zh-CN",
};

const missing = () => spawnSync(PYTHON ?? "", ["-c", "import PyQt5.QtWebEngineWidgets"], { env: ENV }).status !== 0;
export const noQtChromium = PYTHON && !missing() ? undefined : "Qt WebEngine is not installed (from PyPI: PyQtWebEngine 5.15)";

export async function openQtChromium() {
  // A group of its own: the browser has children that would outlive it.
  const env = { ...ENV, QTWEBENGINE_REMOTE_DEBUGGING: String(await freePort()) };
  const child = spawn(PYTHON ?? "", [PROGRAM], { stdio: ["pipe", "pipe", "pipe"], env, detached: true });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const close = async () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await ended;
  };
  try {
    const { host } = new URL(await announced(child, "Qt WebEngine"));
    const userAgent = /** @type {any} */ (await (await fetch(`http://${host}/json/version`)).json())["User-Agent"];
    const cdp = await connect(await firstPage(host));
    const version = `Chromium ${/Chrome\/([\d.]+)/.exec(userAgent)?.[1]}`;
    const driver = await driveChromium(cdp);
    return person({ ...driver, ...inOrder(cdp, driver, keyboard(talk(child).ask)), version, close: () => (cdp.close(), close()) });
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Mouse and keys come by two ways: a key waits for the press before it, and what follows waits for the key, which is known to have been
 * heard when a movement of the mouse after it is answered.
 * @param {import("./cdp-driver.mjs").Wire} cdp
 * @param {Pick<import("./user.mjs").Driver, "clickAt">} mouse
 * @param {ReturnType<typeof keyboard>} keys
 */
function inOrder(cdp, mouse, keys) {
  let pressed = Promise.resolve();
  let at = { x: 0, y: 0 };
  const heard = async (/** @type {() => Promise<unknown>} */ send) => {
    await pressed;
    await send();
    await cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...at });
  };
  return {
    clickAt(/** @type {number} */ x, /** @type {number} */ y) {
      at = { x, y };
      return (pressed = mouse.clickAt(x, y));
    },
    type: (/** @type {string} */ text) => heard(() => keys.type(text)),
    press: (/** @type {string} */ key, /** @type {import("./keys.mjs").Held} */ held = {}) => heard(() => keys.press(key, held)),
  };
}
