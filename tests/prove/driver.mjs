// The engines of dist/ in Node, held against the native one: the same lines in, the same bytes out but for `engine.kind`.
import { once } from "node:events";
import { spawn } from "node:child_process";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { standIn } from "../harness/pageless.mjs";

/** The module fetches its wasm from beside itself; Node's fetch does not know files. */
function fetchFiles() {
  const network = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    const url = new URL(String(address));
    return url.protocol === "file:" ? new Response(readFileSync(fileURLToPath(url))) : network(address, options);
  };
}

/** @returns {Promise<typeof import("../../www/types/tianbao")>} */
export function loadDist() {
  fetchFiles();
  return import(new URL("../../dist/tianbao.mjs", import.meta.url).href);
}

/** @typedef {"wasm" | "js"} Kind */

/** A pack, or the codes and paths of what is wrong with it. @param {any} tianbao @param {unknown} json @param {Kind} engine */
async function open(tianbao, json, engine) {
  try {
    return { pack: await tianbao.load(JSON.stringify(json), { engine, locale: "zh" }) };
  } catch (thrown) {
    const error = /** @type {any} */ (thrown);
    if (!(error instanceof tianbao.PackError)) throw error;
    const told = error.diagnostics.filter((/** @type {any} */ one) => one.severity === "error");
    return { refused: JSON.stringify({ refused: told.map((/** @type {any} */ one) => [one.code, one.path]) }) };
  }
}

/** The report, what is probably wrong, and what is left for each field. @param {any} pack @param {any} options @param {Kind} kind */
function everything(pack, options, kind) {
  const session = pack.open(options);
  const report = session.report();
  const ranges = pack.fields.map((/** @type {{ id: string }} */ { id }) => session.range(id));
  const told = JSON.stringify([report, session.repairs(), ranges], (key, value) => (value === kind && key === "kind" ? "native" : value));
  session.free();
  if (report.engine.kind !== kind) throw new Error(`This is not ${kind} but ${report.engine.kind}.`);
  return told;
}

/**
 * @param {string} driver the native engine
 * @param {string} cases file of lines
 * @param {Kind} kind
 * @returns {Promise<{ count: number, wrong: number, first: string | null }>}
 */
export async function compareWithNative(driver, cases, kind) {
  if (kind === "js") standIn();
  const tianbao = await loadDist();
  const native = spawn(driver, ["everything"], { stdio: ["pipe", "pipe", "inherit"] });
  const closed = once(native, "close");
  createReadStream(cases).pipe(native.stdin);
  const theirs = createInterface({ input: native.stdout })[Symbol.asyncIterator]();
  const told = { count: 0, wrong: 0, first: /** @type {string | null} */ (null) };
  /** @type {{ pack?: any, refused?: string }} */
  let opened = {};
  for await (const line of createInterface({ input: createReadStream(cases) })) {
    const { pack, ...options } = JSON.parse(line);
    if (pack) opened = await open(tianbao, pack, kind);
    const ours = opened.refused ?? everything(opened.pack, options, kind);
    const { value } = await theirs.next();
    told.count += 1;
    if (ours === value) continue;
    told.wrong += 1;
    told.first ??= `${line}\n${kind}: ${ours}\nnative: ${value}`;
  }
  await closed;
  return told;
}
