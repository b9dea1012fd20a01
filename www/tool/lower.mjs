// From modules to one script for the kernels that offices have, from Chromium 64 and Safari 10 on: three tools, because the short
// names that esbuild and swc give run into a bug of Safari 10, and esbuild does not go down to ES5.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "@swc/core";
import { build } from "esbuild";
import { minify } from "terser";
import { root } from "./places.mjs";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const banner = `/*! Tianbao ${version}, MIT */\n`;

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
 * What our own code lets the last of the three do, each by as much as it saves once compressed: no property of ours does anything
 * when it is read, and what is written once more packs better than what was put in its place.
 */
export const SMALL = { passes: 3, pure_getters: true, hoist_funs: true, inline: 1 };

/** What it is told for old kernels. */
export const OLD_KERNELS = { ecma: /** @type {const} */ (5), safari10: true, format: { ascii_only: true } };

/** @param {import("esbuild").BuildOptions} options @returns {Promise<string>} in ES5, its names still long */
export async function lowered(options) {
  const [{ text: bundled }] = await bundle({ target: "es2018", ...options });
  const { code } = await transform(bundled, {
    jsc: { loose: true, parser: { syntax: "ecmascript" }, externalHelpers: false, assumptions: PLAIN },
    // The oldest that the tool knows of each part of ES5; the symbols that the two transforms care for are never met.
    env: { targets: "ie 11", loose: true, exclude: ["transform-instanceof", "transform-typeof-symbol"] },
    isModule: false,
  });
  // The helpers of both tools are functions at the top: inside one function they are nobody's globals.
  return `(function(){"use strict";${code}\n})();`;
}

/** @param {import("esbuild").BuildOptions} options */
export async function bundle(options) {
  const result = await build({
    bundle: true,
    write: false,
    format: "esm",
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
    ...options,
    define: { __TIANBAO_VERSION__: JSON.stringify(version), ...options.define },
  });
  return result.outputFiles || [];
}

/**
 * @param {string} code
 * @param {import("terser").MinifyOptions} options
 */
export async function shrink(code, options) {
  const small = await minify(code, { compress: { passes: 3 }, ...options });
  return banner + small.code + "\n";
}
