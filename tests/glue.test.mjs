// The build stops where wasm-bindgen's glue is no longer the one that its mending was written for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { glueFactory } from "../www/tool/glue.mjs";

const GLUE = `export class Pack {
    free() { const ptr = 1; wasm.__wbg_pack_free(ptr, 0); }
    size() { return getUint8ArrayMemory0().length + getDataViewMemory0().byteLength; }
}
export function __wbg_log_1(arg0) { return arg0; }
const PackFinalization = new FinalizationRegistry(ptr => wasm.__wbg_pack_free(ptr, 1));
let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
        cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    }
    return cachedDataViewMemory0;
}
let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}
let wasm;
export function __wbg_set_wasm(val) {
    wasm = val;
}
`;

const SHORT = { imports: { __wbg_log_1: "a" }, exports: { memory: "m", __wbg_pack_free: "f" } };

/** @param {string} text */
const load = (text) => import(`data:text/javascript,${encodeURIComponent(glueFactory(text, SHORT))}`);

/** A memory that grew on an old kernel: the old buffer keeps its length. @param {number} length */
const memory = (length) => ({ m: { buffer: new ArrayBuffer(length) }, f: () => assert.fail("freed in a retired instance") });

test("grown memory is seen though the old buffer keeps its length", async () => {
  const glue = (await load(GLUE)).createGlue();
  const exports = memory(8);
  glue.start(exports);
  assert.equal(new glue.Pack().size(), 16);
  exports.m.buffer = new ArrayBuffer(24);
  assert.equal(new glue.Pack().size(), 48);
});

test("each factory call is a world of its own", async () => {
  const { createGlue } = await load(GLUE);
  const [first, second] = [createGlue(), createGlue()];
  first.start(memory(8));
  second.start(memory(80));
  assert.notEqual(first.Pack, second.Pack);
  assert.equal(new first.Pack().size(), 16);
  assert.equal(new second.Pack().size(), 160);
});

test("after retirement freeing does nothing and every other call throws", async () => {
  const glue = (await load(GLUE)).createGlue();
  glue.start(memory(8));
  const pack = new glue.Pack();
  glue.retire();
  pack.free();
  assert.throws(() => new glue.Pack().size(), TypeError);
});

test("imports are the glue's own functions under their short names", async () => {
  const glue = (await load(GLUE)).createGlue();
  assert.deepEqual(Object.keys(glue.imports.a), ["a"]);
  assert.equal(glue.imports.a.a("said"), "said");
});

test("glue of another shape stops the build", () => {
  assert.throws(() => glueFactory(GLUE.replace("byteLength === 0", "length === 0"), SHORT), /byte view.*found 0 times/);
  assert.throws(() => glueFactory(GLUE.replace("detached === true", "gone"), SHORT), /data view.*found 0 times/);
  assert.throws(() => glueFactory(`${GLUE}let cachedInt32ArrayMemory0 = null;\n`, SHORT), /not known to work on old kernels/);
  assert.throws(() => glueFactory(GLUE.replace("wasm.__wbg_pack_free(ptr, 0)", "0"), SHORT), /frees 1 classes at 1 places/);
});
