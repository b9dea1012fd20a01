// WebKit of the level of Safari 10, which knows no WebAssembly: Debian's QtWebKit, told what to do by a small program of its own.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { transformSync } from "@swc/core";
import { findPython } from "../../www/tool/places.mjs";
import { keyboard, talk } from "./lines.mjs";
import { PATIENCE, pause, person } from "./user.mjs";

const PYTHON = findPython() ?? "";
const PROGRAM = fileURLToPath(new URL("qtwebkit.py", import.meta.url));
const ENV = { ...process.env, QT_QPA_PLATFORM: "offscreen", PYTHONDONTWRITEBYTECODE: "1" };

export const noQtWebkit =
  spawnSync(PYTHON, ["-c", "import PyQt5.QtWebKit"], { env: ENV }).status === 0 ? undefined : "QtWebKit is not installed (on Debian: python3-pyqt5.qtwebkit)";

export async function openQtWebkit() {
  const child = spawn(PYTHON, [PROGRAM], { stdio: ["pipe", "pipe", "pipe"], env: ENV });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const close = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  try {
    return person({ ...(await drive(child)), close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {import("node:child_process").ChildProcessWithoutNullStreams} child @returns {Promise<Omit<import("./user.mjs").Driver, "close">>} */
async function drive(child) {
  /** @type {string[]} */
  const problems = [];
  const { ask, next } = talk(child, ({ console: said, at }) => said !== undefined && !!problems.push(`${said} ${at}`));
  const { ready } = await next();
  return {
    version: `QtWebKit ${/AppleWebKit\/([\d.]+)/.exec(ready)?.[1]}`,
    problems,
    async goto(url) {
      if (!(await ask({ do: "goto", url }))) throw new Error(`${url} could not be loaded.`);
    },
    async evaluate(expression) {
      const run = (/** @type {string} */ code) => ask({ do: "evaluate", code });
      let said = await run(guarded(expression));
      // Qt gives what an expression is at once, a promise too; one that left with its page never comes to anything.
      for (const end = Date.now() + PATIENCE; said === LATER && Date.now() < end; await pause(5)) said = await run(`window.${LATER} || "${LATER}"`);
      const { value, error } = JSON.parse(said);
      if (error) throw new Error(error);
      return value;
    },
    clickAt: (x, y) => ask({ do: "click", x, y }),
    ...keyboard(ask),
  };
}

/** Where the page keeps what a promise came to. */
const LATER = "__later";

/** @type {Map<string, string>} */
const lowered = new Map();

/** The expression in ES5; errors cross as text. @param {string} expression */
function guarded(expression) {
  const known = lowered.get(expression);
  if (known) return known;
  const { code } = transformSync(`found = (${expression});`, { jsc: { target: "es5" }, isModule: false });
  const whole = `(function(){
    var found;
    function well(value) { return JSON.stringify({ value: value }); }
    function ill(error) { return JSON.stringify({ error: String(error) }); }
    function keep(said) { Object.defineProperty(window, "${LATER}", { value: said, configurable: true }); }
    try {
      ${code}
      delete window.${LATER};
      if (!found || typeof found.then !== "function") return well(found);
      found.then(well, ill).then(keep);
      return "${LATER}";
    } catch (error) { return ill(error); }
  })()`;
  lowered.set(expression, whole);
  return whole;
}
