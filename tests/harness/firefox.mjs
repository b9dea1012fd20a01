// Firefox, driven over WebDriver BiDi on one socket.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onPath } from "../../www/tool/places.mjs";
import { connect } from "./cdp.mjs";
import { driverKey } from "./keys.mjs";
import { announced } from "./old-chromium.mjs";
import { inTurn, person } from "./user.mjs";

const PROGRAM = onPath("firefox-esr", "firefox");

export const noFirefox = PROGRAM ? undefined : "Firefox is not installed (on Debian: firefox-esr)";

export async function openFirefox() {
  const profile = mkdtempSync(join(tmpdir(), "tianbao-firefox-"));
  const flags = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "--width", "1280", "--height", "900", "about:blank"];
  // A home of its own, so that root's and the person's Firefox stay as they are.
  const child = spawn(PROGRAM ?? "", flags, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1" } });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const close = async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const bidi = await connect(`${(await announced(child, "Firefox", "WebDriver BiDi")).replace(/\/$/, "")}/session`);
    return person({ ...(await drive(bidi)), close: () => (bidi.close(), close()) });
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {Awaited<ReturnType<typeof connect>>} bidi @returns {Promise<Omit<import("./user.mjs").Driver, "close">>} */
async function drive(bidi) {
  const { capabilities } = await bidi.send("session.new", { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: "accept" } } } });
  // The first window is behind, and stays there: it hears of no focus and no blur. One that is opened comes to the front.
  const { context } = await bidi.send("browsingContext.create", { type: "window" });
  const problems = await collectProblems(bidi);
  await bidi.send("browsingContext.setViewport", { context, viewport: { width: 1280, height: 800 } });
  const act = inTurn((/** @type {object} */ source) => bidi.send("input.performActions", { context, actions: [source] }));
  const strokes = (/** @type {object[]} */ actions) => act({ type: "key", id: "keyboard", actions });

  return {
    version: `Firefox ${capabilities.browserVersion}`,
    problems,
    goto: (url) => bidi.send("browsingContext.navigate", { context, url, wait: "complete" }),

    // Results cross as JSON text, as BiDi's own form of values is another.
    async evaluate(expression) {
      const asked = { expression: `(async()=>JSON.stringify([await (${expression})]))()`, target: { context }, awaitPromise: true, userActivation: true };
      const { result, exceptionDetails } = await bidi.send("script.evaluate", asked);
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result.value)[0];
    },

    async clickAt(x, y) {
      const actions = [{ type: "pointerMove", x, y }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await act({ type: "pointer", id: "mouse", actions });
    },
    type: (text) => strokes([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }])),
    press: (name, held) => strokes(pressed(name, held)),

    async early(source) {
      const { script } = await bidi.send("script.addPreloadScript", { functionDeclaration: `() => { ${source} }` });
      return () => bidi.send("script.removePreloadScript", { script });
    },
  };
}

/** A key, with those that are held meanwhile, as WebDriver wants it. @param {string} name @param {import("./keys.mjs").Held} [held] */
export function pressed(name, { shift = false, ctrl = false } = {}) {
  const keys = [...(shift ? ["\uE008"] : []), ...(ctrl ? ["\uE009"] : []), driverKey(name)];
  return [...keys.map((value) => ({ type: "keyDown", value })), ...keys.reverse().map((value) => ({ type: "keyUp", value }))];
}

/** @param {Awaited<ReturnType<typeof connect>>} bidi */
async function collectProblems(bidi) {
  /** @type {string[]} */
  const problems = [];
  bidi.on("log.entryAdded", ({ type, level, text }) => {
    if (level === "error" || level === "warn") problems.push(`${type === "javascript" ? "uncaught" : level}: ${text}`);
  });
  await bidi.send("session.subscribe", { events: ["log.entryAdded"] });
  return problems;
}
