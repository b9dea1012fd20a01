// What every Chromium can be told over the DevTools protocol, from 64 on.
import { keyOf, place } from "./keys.mjs";

/**
 * @typedef {object} Wire
 * @property {(method: any, params?: any) => Promise<any>} send
 * @property {(event: any, hear: (params: any) => void) => unknown} on
 */

/**
 * @param {Wire} cdp of one page
 * @param {{ dialogs?: boolean }} [options] dialogs: answer the page's alert and confirm with OK, where nobody else does
 * @returns {Promise<Omit<import("./user.mjs").Driver, "close">>}
 */
export async function driveChromium(cdp, { dialogs = true } = {}) {
  const problems = collectProblems(cdp);
  if (dialogs) cdp.on("Page.javascriptDialogOpening", () => void cdp.send("Page.handleJavaScriptDialog", { accept: true }).catch(() => {}));
  for (const domain of ["Page", "Runtime", "Log"]) await cdp.send(`${domain}.enable`);
  const { product } = await cdp.send("Browser.getVersion");
  /** @type {() => void} */
  let onLoad = () => {};
  cdp.on("Page.loadEventFired", () => onLoad());

  return {
    version: String(product).replace(/^Headless/, "").replace("/", " "),
    problems,

    async goto(url) {
      const loaded = new Promise((resolve) => (onLoad = () => resolve(undefined)));
      const { errorText } = await cdp.send("Page.navigate", { url });
      if (errorText) throw new Error(`${url}: ${errorText}`);
      await loaded;
    },

    async evaluate(expression) {
      const wanted = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
      const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", wanted);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },

    async clickAt(x, y) {
      const mouse = (/** @type {string} */ type, more = {}) => cdp.send("Input.dispatchMouseEvent", { type, x, y, ...more });
      const left = { button: "left", clickCount: 1 };
      await Promise.all([mouse("mouseMoved"), mouse("mousePressed", left), mouse("mouseReleased", left)]);
    },

    // Sent without waiting for each answer: the browser takes them in order.
    async type(text) {
      const strokes = [...text].flatMap((letter) => [
        { type: "keyDown", key: letter, ...place(letter), text: letter, unmodifiedText: letter },
        { type: "keyUp", key: letter, ...place(letter) },
      ]);
      await Promise.all(strokes.map((stroke) => cdp.send("Input.dispatchKeyEvent", stroke)));
    },

    async press(name, { shift = false, ctrl = false } = {}) {
      const key = { ...keyOf(name), modifiers: (shift ? 8 : 0) + (ctrl ? 2 : 0) };
      await Promise.all([
        cdp.send("Input.dispatchKeyEvent", { type: key.text ? "keyDown" : "rawKeyDown", ...key }),
        cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...key, text: undefined }),
      ]);
    },

    async early(source) {
      const { identifier } = await cdp.send("Page.addScriptToEvaluateOnNewDocument", { source });
      return () => cdp.send("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    },
  };
}

/** @param {Wire} cdp */
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
