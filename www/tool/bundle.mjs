// From modules to the two scripts that are shipped.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { transform } from "@swc/core";
import { build } from "esbuild";
import { minify } from "terser";
import { root, www } from "./places.mjs";
import { toLetters } from "./letters.mjs";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const banner = `/*! Tianbao ${version}, MIT */\n`;

/**
 * Members that only our own modules read and write, always by name: these the build may shorten. Not here: what a page, the
 * engine, the browser or a string knows too.
 */
export const OURS = (
  "bare asides chosen doubtful placeOf generation byElement patched drafting described holds editing focused folded tried offered faults " +
  "typing composing leaving submitted speaks stage leave visit showFindings focusHead severityLong toFill unfold allClear nothingYet " +
  "stillToFill goToNextBlank blockedTitle blocked blockedVerify blockedNotice changeTo reasonGiven reasonLabel reasonSave reasonRemove " +
  "reasonHint reasonLeast reasonErrors"
).split(" ");

/**
 * What the lowering may take for granted of our own code, each of which saves helpers: spreads and `for … of` are over arrays,
 * no proxies or symbols stand where plain objects are meant.
 */
const PLAIN = {
  noClassCalls: true,
  setSpreadProperties: true,
  arrayLikeIsIterable: true,
  iterableIsArray: true,
  ignoreFunctionLength: true,
  ignoreFunctionName: true,
};

/**
 * The one-file script, for kernels from Chromium 64 on: three tools, because the short names that esbuild and swc give
 * run into a bug of Safari 10, and esbuild does not go down to ES5.
 */
export async function oneFile() {
  const [{ text: bundled }] = await bundle({ entryPoints: [join(www, "tianbao.js")], target: "es2018", plugins: [inlineWasm] });
  const lowered = await transform(bundled, {
    jsc: { loose: true, parser: { syntax: "ecmascript" }, externalHelpers: false, assumptions: PLAIN },
    // The oldest that the tool knows of each part of ES5; the symbols that the two transforms care for are never met.
    env: { targets: "ie 11", loose: true, exclude: ["transform-instanceof", "transform-typeof-symbol"] },
    isModule: false,
  });
  // The helpers of both tools are functions at the top: inside one function they are nobody's globals.
  const wrapped = `(function(){"use strict";${lowered.code}\n})();`;
  return shrink(wrapped, { ecma: 5, safari10: true, format: { ascii_only: true } });
}

/**
 * The ES module for bundlers: its wasm stays a file of its own, and so does what attaches to a page, which is loaded when it
 * is first needed. No function expression of ours is called by `new`, so that arrows may stand for them. Modules are always
 * read as UTF-8: these need not be ASCII.
 * @returns {Promise<{ name: string, code: string }[]>}
 */
export async function esModules() {
  const options = { entryPoints: { tianbao: join(www, "index.js") }, splitting: true, outdir: "out", chunkNames: "tianbao-[name]" };
  const files = await bundle({ ...options, outExtension: { ".js": ".mjs" }, target: "es2020" });
  const nameCache = {};
  const small = [];
  for (const { path, text } of files) {
    const compress = { passes: 3, unsafe_arrows: true, unsafe_methods: true };
    const code = await shrink(named(text), { ecma: 2020, module: true, compress, nameCache });
    small.push({ name: named(basename(path)), code });
  }
  return small;
}

/** The bundler calls what both parts share a chunk; it is the engine's side. @param {string} text */
function named(text) {
  return text.replace(/tianbao-chunk\b/g, "tianbao-core");
}

/** @param {import("esbuild").BuildOptions} options */
async function bundle(options) {
  const result = await build({
    bundle: true,
    write: false,
    format: "esm",
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
    define: { __TIANBAO_VERSION__: JSON.stringify(version) },
    ...options,
  });
  return result.outputFiles || [];
}

/** Puts the bytes themselves in the place of the file to fetch. @type {import("esbuild").Plugin} */
const inlineWasm = {
  name: "inline-wasm",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/source\.js$/ }, () => ({ path: join(www, "wasm", "inline.js") }));
    onLoad({ filter: /\.wasm$/ }, ({ path }) => ({ contents: toLetters(readFileSync(path)), loader: "text" }));
  },
};

/**
 * @param {string} code
 * @param {import("terser").MinifyOptions} options
 */
async function shrink(code, options) {
  const mangle = { properties: { regex: new RegExp(`^(${OURS.join("|")})$`) } };
  const small = await minify(code, { compress: { passes: 3 }, mangle, ...options });
  return banner + small.code + "\n";
}
