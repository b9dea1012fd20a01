// `npm run build`: the engine as a wasm module that old kernels load, and the glue that the page talks to it through.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shortNames } from "./names.mjs";
import { cache, root, toolEnv } from "./places.mjs";
import { wasmCrate } from "./crate.mjs";
import { fingerprint, isFresh, setFresh } from "./fresh.mjs";
import { glueFactory, glueTypes } from "./glue.mjs";
import { main, run, step } from "./say.mjs";
import { ABORT, setup } from "./setup.mjs";

const generated = join(cache, "pkg");
export const wasmFile = join(cache, "tianbao_bg.wasm");
const results = [wasmFile, join(cache, "glue.js"), join(cache, "glue.d.ts"), join(cache, "names.json")];

/** What the first version of wasm did not have; wasm-validate calls most of it by these names. */
const LATER_FEATURES = [
  "mutable-globals", "saturating-float-to-int", "sign-extension", "simd", "multi-value", "bulk-memory", "reference-types",
];

/**
 * The standard library is built along, for size, and a panic there is a bare trap: its sentences, which name files of the
 * building machine, would be a tenth of the module and nobody sees them. `speed` frees the few functions that every keystroke
 * passes from being made small. Rust calls all this unstable, hence RUSTC_BOOTSTRAP.
 */
const SMALL = [
  "--config", `target.wasm32-unknown-unknown.rustflags=${JSON.stringify([...ABORT, "--cfg=speed"])}`,
  "-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size",
];

export async function build() {
  await step("The engine as wasm", compile);
  await step("The module is of wasm's first version", () => checkMvp(wasmFile));
}

async function compile() {
  const sources = ["src", "Cargo.toml", "Cargo.lock", ".cargo/config.toml", "www/tool/build.mjs", "www/tool/crate.mjs", "www/tool/glue.mjs", "www/tool/names.mjs", "www/tool/slim.mjs"];
  const print = fingerprint(sources.map((name) => join(root, name)), [await run("rustc", ["--version"], { cwd: root })]);
  const stamp = join(cache, "wasm-stamp");
  if (isFresh(stamp, print, results)) return "unchanged";
  const flags = ["--target", "bundler", "--mode", "no-install", "--out-name", "tianbao", "--out-dir", generated];
  const env = { ...toolEnv(), CARGO_TARGET_DIR: join(root, "target"), RUSTC_BOOTSTRAP: "1" };
  await run("wasm-pack", ["build", wasmCrate("crate", ["cdylib"]), ...flags, "--", ...SMALL], { cwd: root, env, label: "wasm-pack" });
  const { wasm, ...names } = shortNames(readFileSync(join(generated, "tianbao_bg.wasm")));
  writeFileSync(wasmFile, wasm);
  // For tests, which make a call of this or that name fail.
  writeFileSync(join(cache, "names.json"), JSON.stringify(names, null, 2));
  writeFileSync(join(cache, "glue.js"), glueFactory(readFileSync(join(generated, "tianbao_bg.js"), "utf8"), names));
  writeFileSync(join(cache, "glue.d.ts"), glueTypes(readFileSync(join(generated, "tianbao.d.ts"), "utf8")));
  setFresh(stamp, print);
  return "built";
}

/**
 * Old kernels refuse a whole module for one later instruction, so the finished file is looked at and not the flags that made it.
 * @param {string} file
 */
export async function checkMvp(file) {
  const off = LATER_FEATURES.map((feature) => `--disable-${feature}`);
  const hint = "see the wasm-opt flags in Cargo.toml and the rustflags in .cargo/config.toml.";
  await run("wasm-validate", [...off, file], { env: toolEnv(), hint });
}

await main(import.meta.url, () => setup().then(build));
