// The figures in Chromium: speed in one page, the start and the memory of each peer in pages of its own.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { filesUnder } from "../../www/tool/fresh.mjs";
import { root } from "../../www/tool/places.mjs";
import { openChromium } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { bundles, OURS, place, shipped } from "./paths.mjs";

const here = join(root, "tests", "bench");
/** Only a page that shares nothing with others is told the time in steps of 5 µs. */
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * @template T
 * @param {(chromium: Awaited<ReturnType<typeof openChromium>>, origin: string) => Promise<T>} work
 */
export async function withChromium(work) {
  const server = await serve({ headers: ISOLATED, pages: pages() });
  const chromium = await openChromium();
  try {
    return await work(chromium, server.origin);
  } finally {
    await chromium.close();
    await server.close();
  }
}

/** Built files lie in a folder that is not served, so they are given as pages. */
function pages() {
  const files = filesUnder([bundles, shipped]).map((file) => [
    `/bench/${relative(place, file)}`,
    () => /** @type {any} */ (readFileSync(file)),
  ]);
  return { "/bench/": "<!doctype html><meta charset=utf-8><title>bench</title><link rel=icon href=data:,>", ...Object.fromEntries(files) };
}

/**
 * @param {import("playwright-core").Page} page
 * @param {{ names: string[], kinds: string[], budget: number, quick: boolean }} options
 */
export async function speedIn(page, options) {
  return page.evaluate(async (given) => {
    const { speed } = await import(/** @type {any} */ ("/tests/bench/speed.mjs"));
    const file = async (/** @type {string} */ address) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response;
    };
    return speed({
      ...given,
      load: (/** @type {string} */ name) => import(`/bench/peers/${name}.mjs`),
      asset: async (/** @type {string} */ name) => (await file(`/bench/peers/${name}`)).arrayBuffer(),
      text: async (/** @type {string} */ name) => (await file(`/tests/bench/${name}`)).text(),
      say: (/** @type {string} */ line) => console.info(line),
    });
  }, options);
}

/**
 * The cost of an edit as the form grows, in µs.
 * @param {import("playwright-core").Page} page
 * @param {{ names: string[], sizes: number[], budget: number }} options
 * @returns {Promise<Record<string, Record<number, number | string>>>}
 */
export async function growthIn(page, options) {
  return page.evaluate(async (given) => {
    const { growth } = await import(/** @type {any} */ ("/tests/bench/growth.mjs"));
    return growth({
      ...given,
      load: (/** @type {string} */ name) => import(`/bench/peers/${name}.mjs`),
      say: (/** @type {string} */ line) => console.info(line),
    });
  }, options);
}

/** @typedef {{ script?: string, source?: string, engine?: string, wasm?: string, typed: string[], workload: string, pack: string }} Start */

/** What a fresh page is given before the clock starts. @param {string} name @returns {Start} */
function startOf(name) {
  const script = name === "tianbao" ? join(shipped, "tianbao.js") : join(bundles, `${name}.js`);
  // It looks for its engine beside itself, so it must have an address.
  const where = name === "tianbao-js" ? { source: "/bench/dist/tianbao.js", engine: "js" } : { script: readFileSync(script, "utf8") };
  const typed = readFileSync(join(here, "data", "records.csv"), "utf8").split("\n")[1].split(",");
  const text = (/** @type {string} */ file) => readFileSync(file, "utf8");
  return {
    ...where, typed, workload: text(join(here, "workload.json")), pack: text(join(here, "pack.json")),
    ...(name === "zen" ? { wasm: "/bench/peers/zen_engine_wasm_bg.wasm" } : {}),
  };
}

/**
 * From the evaluation of one classic script to the first report, in ms, and what stays in memory, in bytes.
 * @param {Awaited<ReturnType<typeof openChromium>>} chromium
 * @param {string} origin
 * @param {string} name
 */
export async function startIn(chromium, origin, name) {
  const { page, context } = await chromium.newPage();
  await page.goto(`${origin}/bench/`);
  await page.evaluate(watchWasm);
  const cdp = await context.newCDPSession(page);
  const before = await heap(cdp);
  await page.evaluate(prepare, startOf(name));
  const time = await page.evaluate(OURS.includes(name) ? startOurs : startPeer);
  const after = await heap(cdp);
  const wasm = await page.evaluate(() => /** @type {any} */ (window).wasmBytes());
  await context.close();
  return { time, heap: after.usedSize - before.usedSize, buffers: after.backingStorageSize - before.backingStorageSize, wasm };
}

/** @param {import("playwright-core").CDPSession} cdp @returns {Promise<{ usedSize: number, backingStorageSize: number }>} */
async function heap(cdp) {
  await cdp.send("HeapProfiler.enable");
  for (let i = 0; i < 3; i++) await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.disable");
  return /** @type {any} */ (await cdp.send("Runtime.getHeapUsage"));
}

/** A page does not say how much memory its wasm has, so every memory is noted as it is made. */
function watchWasm() {
  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  const note = (/** @type {any} */ result) => {
    const instance = result.instance ?? result;
    for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
    return result;
  };
  const { instantiate, instantiateStreaming, Instance } = WebAssembly;
  WebAssembly.instantiate = /** @type {any} */ ((/** @type {any[]} */ ...given) => /** @type {any} */ (instantiate)(...given).then(note));
  WebAssembly.instantiateStreaming = /** @type {any} */ (
    (/** @type {any[]} */ ...given) => /** @type {any} */ (instantiateStreaming)(...given).then(note)
  );
  WebAssembly.Instance = /** @type {any} */ (
    function (/** @type {any[]} */ ...given) {
      return note(Reflect.construct(Instance, given));
    }
  );
  /** @type {any} */ (window).wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

/** Makes everything ready but the script itself; what is fetched here is no part of the start. @param {Start} start */
async function prepare({ script = "", source, engine, wasm, typed, workload, pack }) {
  const bytes = wasm ? await (await fetch(wasm)).arrayBuffer() : undefined;
  const element = document.createElement("script");
  if (source) element.src = source;
  else element.textContent = script;
  Object.assign(window, { start: { element, engine, bytes, typed, workload, pack } });
}

async function startPeer() {
  const { start } = /** @type {any} */ (window);
  const begun = performance.now();
  document.head.append(start.element);
  const workload = JSON.parse(start.workload);
  const { Peer } = /** @type {any} */ (window);
  const made = await Peer.make(workload, { asset: async () => start.bytes });
  /** @type {Record<string, any>} */
  const record = {};
  workload.fields.forEach((/** @type {any} */ { id, type }, /** @type {number} */ i) => {
    const text = start.typed[i];
    record[id] = text === "" ? null : type === "number" ? Number(text) : type === "boolean" ? text === "true" : text;
  });
  const report = await made.check(record);
  const took = performance.now() - begun;
  Object.assign(window, { kept: { made, report }, start: undefined });
  return took;
}

async function startOurs() {
  const { start } = /** @type {any} */ (window);
  const begun = performance.now();
  const loaded = new Promise((done) => (start.element.onload = done));
  document.head.append(start.element);
  if (start.element.src) await loaded;
  const { Tianbao } = /** @type {any} */ (window);
  const pack = await Tianbao.load(start.pack, { engine: start.engine, locale: "zh" });
  const session = pack.open({
    values: Object.fromEntries(pack.fields.map((/** @type {any} */ { id }, /** @type {number} */ i) => [id, start.typed[i]])),
  });
  const report = session.report();
  const took = performance.now() - begun;
  Object.assign(window, { kept: { pack, session, report }, start: undefined });
  return took;
}
