// From modules to the scripts that are shipped.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bundle, lowered, OLD_KERNELS, shrink, SMALL } from "./lower.mjs";
import { toLetters } from "./letters.mjs";
import { www } from "./places.mjs";

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

/** What is loaded when it is first needed, and its module. @type {Record<string, string>} */
const PART_OF = { panel: "panel/furnish.js", draft: "draft/draft.js", sheet: "sheet/sheet.js", stacks: "host/stacks.js", mini: "mini-program.js", assistant: "assistant/assistant.js", sentences: "sentences.js" };
export const PARTS = Object.keys(PART_OF);

/**
 * The one-file script and its parts, which must agree on the short names of members.
 * @param {Record<string, string>} sums of files that are there already
 * @param {(code: string) => string} sumOf
 * @returns {Promise<{ name: string, code: string }[]>}
 */
export async function oneFile(sums, sumOf) {
  const options = { ...OLD_KERNELS, compress: SMALL, nameCache: {} };
  const known = { ...sums };
  const files = [];
  for (const part of PARTS) {
    const code = await shorten(await lowered({ entryPoints: [join(www, "part", `${part}.js`)] }), options);
    known[part] = sumOf(code);
    files.push({ name: `tianbao-${part}.js`, code });
  }
  const define = { __TIANBAO_SUMS__: JSON.stringify(known) };
  const code = await lowered({ entryPoints: [join(www, "tianbao.js")], plugins: [inlineWasm], define });
  return [...files, { name: "tianbao.js", code: await shorten(code, options) }];
}

/**
 * The ES module for bundlers: its wasm stays a file of its own, and so does what attaches to a page, which is loaded when it
 * is first needed. No function expression of ours is called by `new`, so that arrows may stand for them. Modules are always
 * read as UTF-8: these need not be ASCII.
 * @returns {Promise<{ name: string, code: string }[]>}
 */
export async function esModules() {
  const options = { entryPoints: { tianbao: join(www, "index.js") }, splitting: true, outdir: "out", chunkNames: "tianbao-[name]" };
  const target = "es2020";
  const files = await bundle({ ...options, outExtension: { ".js": ".mjs" }, target, plugins: [partsApart] });
  for (const part of PARTS) {
    const [{ text }] = await bundle({ entryPoints: [join(www, PART_OF[part])], target });
    files.push(/** @type {any} */ ({ path: `tianbao-${part}.mjs`, text }));
  }
  const nameCache = {};
  const small = [];
  for (const { path, text } of files) {
    const compress = { ...SMALL, unsafe_arrows: true, unsafe_methods: true };
    const code = await shorten(named(text), { ecma: 2020, module: true, compress, nameCache });
    small.push({ name: named(basename(path)), code });
  }
  return small;
}

/** The bundler calls what both parts share a chunk; it is the engine's side. @param {string} text */
function named(text) {
  return text.replace(/tianbao-chunk\b/g, "tianbao-core");
}

/** Puts the bytes themselves in the place of the file to fetch. @type {import("esbuild").Plugin} */
const inlineWasm = {
  name: "inline-wasm",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/source\.js$/ }, () => ({ path: join(www, "wasm", "inline.js") }));
    onResolve({ filter: /\/(parts|sentences-part)\.js$/ }, ({ path }) => ({ path: join(www, basename(path, ".js") + "-beside.js") }));
    onLoad({ filter: /\.wasm$/ }, ({ path }) => ({ contents: toLetters(readFileSync(path)), loader: "text" }));
  },
};

/** A part is whole in itself: what it shares with the rest is small, and files of a known name are easier to ship. @type {import("esbuild").Plugin} */
const partsApart = {
  name: "parts-apart",
  setup({ onResolve }) {
    onResolve({ filter: /./, namespace: "file" }, ({ path, importer }) => {
      const part = /parts?\.js$/.test(importer) && PARTS.find((name) => path.endsWith(PART_OF[name]));
      return part ? { path: `./tianbao-${part}.mjs`, external: true } : undefined;
    });
  },
};

/** @param {string} code @param {import("terser").MinifyOptions} options */
const shorten = (code, options) => shrink(code, { mangle: { properties: { regex: new RegExp(`^(${OURS.join("|")})$`) } }, ...options });
