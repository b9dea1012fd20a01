// The libraries, and one module for each peer that runs as it is in Node and in a page.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { fingerprint, isFresh, setFresh } from "../../www/tool/fresh.mjs";
import { dist, root } from "../../www/tool/places.mjs";
import { run } from "../../www/tool/say.mjs";
import { ajvSource } from "./ajv-code.mjs";
import { bundles, NAMES, OURS, place, shipped } from "./paths.mjs";
import { bigintSource, incrementalSource, plainSource } from "./source.mjs";

/** @typedef {import("./workload.mjs").Workload} Workload */

const here = join(root, "tests", "bench");
const modules = join(place, "node_modules");
/** @type {Workload} */
export const workload = JSON.parse(readFileSync(join(here, "workload.json"), "utf8"));

/** Install scripts are never run. */
export async function install() {
  const stamp = join(modules, ".stamp");
  const print = fingerprint([join(here, "package-lock.json")]);
  if (isFresh(stamp, print)) return "there";
  mkdirSync(place, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(here, name), join(place, name));
  const hint = "look whether the npm registry can be reached (npm ping), then try again.";
  await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: place, label: "npm ci", hint });
  setFresh(stamp, print);
  return "installed";
}

/** @param {string} library its name in the registry */
export const versionOf = (library) => JSON.parse(readFileSync(join(modules, library, "package.json"), "utf8")).version;

export async function bundleAll() {
  const { build } = await import("esbuild");
  mkdirSync(bundles, { recursive: true });
  rmSync(shipped, { recursive: true, force: true });
  cpSync(dist, shipped, { recursive: true });
  const common = {
    bundle: true,
    minify: true,
    format: /** @type {const} */ ("esm"),
    target: "es2022",
    nodePaths: [modules],
    legalComments: /** @type {const} */ ("none"),
  };
  for (const name of NAMES) {
    const contents = `export * from "./peers/${name}.mjs"; export * from "./tasks.mjs";`;
    await build({ stdin: { contents, resolveDir: here }, outfile: join(bundles, `${name}.mjs`), ...common, plugins: [generated(sources)] });
    // For a cold start: one classic script, which a page evaluates at once.
    if (!OURS.includes(name)) {
      await build({
        entryPoints: [join(here, "peers", `${name}.mjs`)],
        outfile: join(bundles, `${name}.js`),
        ...common,
        format: "iife",
        globalName: "Peer",
        plugins: [generated(sources)],
      });
    }
  }
  copyFileSync(join(dist, "tianbao_bg.wasm"), join(bundles, "tianbao_bg.wasm"));
  copyFileSync(join(modules, "@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm"), join(bundles, "zen_engine_wasm_bg.wasm"));
}

/**
 * What a page has to load of a library in brotli, without what is made from the workload.
 * @param {string} name of a peer
 */
export async function firstLoad(name) {
  const { build } = await import("esbuild");
  // Where the form is data, Ajv's compiler is in the page; its standalone code is the form itself.
  const entry =
    name === "ajv"
      ? { stdin: { contents: 'export { default } from "ajv";', resolveDir: place } }
      : { entryPoints: [join(here, "peers", `${name}.mjs`)] };
  const {
    outputFiles: [file],
  } = await build({
    ...entry,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    nodePaths: [modules],
    write: false,
    legalComments: "none",
    plugins: [generated(() => "export default {};", true)],
  });
  const wasm = name === "zen" ? [readFileSync(join(bundles, "zen_engine_wasm_bg.wasm"))] : [];
  return [file.contents, ...wasm].reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0);
}

/** @param {string} name */
function sources(name) {
  if (name === "plain") return plainSource(workload);
  if (name === "incremental") return incrementalSource(workload);
  if (name === "bigint") return bigintSource(workload);
  return ajvSource(workload, createRequire(join(place, "package.json")));
}

/**
 * Modules made from the workload, and ours as it is shipped.
 * @param {(name: string) => string} source
 * @param {boolean} [outside] they are left out of the bundle
 * @returns {import("esbuild").Plugin}
 */
function generated(source, outside = false) {
  return {
    name: "generated",
    setup(build) {
      build.onResolve({ filter: /^generated:/ }, ({ path }) => ({ path, namespace: "generated", external: outside }));
      build.onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => ({
        contents: source(path.slice("generated:".length)),
        resolveDir: place,
      }));
      build.onResolve({ filter: /^tianbao$/ }, () => ({ path: "../dist/tianbao.mjs", external: true }));
    },
  };
}
