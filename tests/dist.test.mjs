// What is shipped, looked at as a portal's operator would: from outside.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { before, test } from "node:test";
import { parse } from "acorn";
import { OURS, PARTS } from "../www/tool/bundle.mjs";
import { checkMvp } from "../www/tool/build.mjs";
import { filesUnder } from "../www/tool/fresh.mjs";
import { dist, modules, www } from "../www/tool/places.mjs";
import { BUDGETS, sizesOf } from "../www/tool/sizes.mjs";
import { bytes, LETTERS } from "../www/wasm/letters.js";
import { MOST_CRATES, wasmCrates } from "./prove/crates.mjs";

const read = (/** @type {string} */ name) => readFileSync(join(dist, name));
const esModules = ["tianbao.mjs", "tianbao-core.mjs", "tianbao-attach.mjs", "tianbao-module.mjs", ...PARTS.map((part) => `tianbao-${part}.mjs`)];
const classic = ["tianbao.js", "tianbao-engine.js", ...PARTS.map((part) => `tianbao-${part}.js`)];
const scripts = [...classic, ...esModules];

before(() => assert.ok(existsSync(join(dist, "SHA384SUMS")), "dist/ is not built: npm run dist"));

test("everything that the contract names is there", () => {
  const names = filesUnder([dist]).map((file) => relative(dist, file));
  for (const name of [...scripts, "tianbao_bg.wasm", "tianbao.d.ts", "LICENSE", "packs/rural-revitalization-township.json"]) {
    assert.ok(names.includes(name), name);
  }
});

test("classic scripts are ASCII, so no server can send them in a wrong encoding; modules are always read as UTF-8", () => {
  for (const name of classic) assert.ok(read(name).every((byte) => byte < 128), name);
  for (const name of esModules) assert.doesNotThrow(() => new TextDecoder("utf-8", { fatal: true }).decode(read(name)));
});

test("classic scripts are ES5 with nothing of a module loader in them", () => {
  const texts = classic.map((name) => read(name).toString());
  for (const text of texts) assert.doesNotThrow(() => parse(text, { ecmaVersion: 5, sourceType: "script" }));
  assert.doesNotMatch(texts.join(""), /\bdefine\.amd\b|\btypeof exports\b|\bmodule\.exports\b|\bglobalThis\b/);
});

test("members whose names the build shortens are not among the names that a page knows", () => {
  const known = new Set(readFileSync(join(www, "types", "tianbao.d.ts"), "utf8").match(/\w+/g));
  assert.deepEqual(OURS.filter((name) => known.has(name)), []);
});

test("no script makes code or markup out of text", () => {
  const forbidden = ["eval", "Function", "innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln", "createContextualFragment"];
  for (const name of scripts) {
    const used = namesUsed(parse(read(name).toString(), { ecmaVersion: 2020, sourceType: "module" }));
    assert.deepEqual(forbidden.filter((word) => used.has(word)), [], name);
  }
});

test("the wasm in the one-file script is the file beside the ES module", () => {
  const found = lettersIn(read("tianbao.js").toString());
  assert.deepEqual(Buffer.from(bytes(found)), read("tianbao_bg.wasm"));
});

test("few crates stand behind the module, those that only make it among them", async () => {
  const { all } = await wasmCrates();
  assert.ok(all.length <= MOST_CRATES, all.join("\n"));
});

test("the module is of wasm's first version", () => checkMvp(join(dist, "tianbao_bg.wasm")));

test("no export or import of the module needs BigInt", async () => {
  const module = await WebAssembly.compile(read("tianbao_bg.wasm"));
  assert.ok(WebAssembly.Module.imports(module).every(({ kind }) => kind === "function"));
  assert.doesNotMatch(withoutLetters(read("tianbao.js").toString()), /BigInt|\d+n\b/);
});

test("the ES module names its wasm in the way that bundlers look for", () => {
  assert.match(esModules.map((name) => read(name).toString()).join(""), /new URL\("\.\/tianbao_bg\.wasm",\s*import\.meta\.url\)/);
});

test("the types compile by themselves under strict", () => {
  const folder = mkdtempSync(join(tmpdir(), "tianbao-types-"));
  try {
    writeFileSync(join(folder, "use.ts"), `import * as Tianbao from "${join(dist, "tianbao")}";\nexport const version: string = Tianbao.version;\n`);
    const flags = ["--strict", "--noEmit", "--ignoreConfig", "--target", "es2020", "--module", "es2022", "--moduleResolution", "bundler", "--types", ""];
    const { status, stdout } = spawnSync(join(modules, ".bin", "tsc"), [...flags, join(folder, "use.ts")], { cwd: folder });
    assert.equal(status, 0, String(stdout));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("SHA384SUMS names every other file with its sum", () => {
  const lines = read("SHA384SUMS").toString().trimEnd().split("\n");
  const told = Object.fromEntries(lines.map((line) => line.split("  ").reverse()));
  const files = filesUnder([dist]).filter((file) => !file.endsWith("SHA384SUMS"));
  const found = Object.fromEntries(files.map((file) => [relative(dist, file), `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`]));
  assert.deepEqual(told, found);
});

test("packs are shipped as they are in the source", () => {
  for (const file of filesUnder([join(dist, "packs")])) {
    const name = relative(join(dist, "packs"), file).replace(/\.json$/, "");
    const source = readFileSync(join(www, "packs", name, "pack.json"), "utf8");
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), JSON.parse(source), name);
  }
});

test("a first visit costs no more than the budget", () => {
  const sizes = sizesOf(dist);
  for (const { name, files, brotli: allowed } of BUDGETS) {
    const spent = sizes.filter((size) => files.includes(size.name)).reduce((sum, size) => sum + size.brotli, 0);
    assert.ok(spent > 0 && spent <= allowed, `${name}: ${spent} of ${allowed} bytes`);
  }
});

/**
 * The functions that a script calls by name, and the members that it calls or writes to.
 * @param {any} node of a syntax tree
 * @param {Set<string>} [names]
 */
function namesUsed(node, names = new Set()) {
  const used = { CallExpression: node.callee, NewExpression: node.callee, AssignmentExpression: node.left }[/** @type {string} */ (node.type)];
  if (used) names.add(used.type === "MemberExpression" ? (used.property.name ?? used.property.value) : used.name);
  for (const value of Object.values(node)) if (value && typeof value === "object") namesUsed(value, names);
  return names;
}

/** The one long text made of letters alone. @param {string} text */
function lettersIn(text) {
  const kind = LETTERS.replace(/[\]^-]/g, "\\$&");
  const found = [...text.matchAll(new RegExp(`"([${kind}]{20000,})"`, "g"))];
  assert.equal(found.length, 1);
  return found[0][1];
}

/** @param {string} text */
const withoutLetters = (text) => text.replace(/"[^"]{20000,}"/g, '""');
