// The same crate under a manifest of its own, for wasm alone.
//
// Where a library is also made for other Rust code, as ours is for its command line and tests, Cargo leaves out the optimisation
// across crates, which is a tenth of the module. Size counts there, speed on the command line. And wasm-pack builds every test of a crate before it runs one, while most of
// ours are for the native build.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { cache, root } from "./places.mjs";

/**
 * @param {string} name of the folder
 * @param {string[]} types of library
 * @param {string[]} [tests] the test files that belong to it
 * @returns {string} the folder
 */
export function wasmCrate(name, types, tests = []) {
  const folder = join(cache, name);
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8")
    .replace(/^\[package\]$/m, "[package]\nautotests = false")
    .replace(/^crate-type = .*$/m, `crate-type = ${JSON.stringify(types)}\npath = ${JSON.stringify(join(root, "src", "lib.rs"))}`)
    .replace(/^\[\[bin\]\]\n(?:.+\n)*/m, "")
    .replace(/^opt-level = 3$/m, 'opt-level = "z"')
    .replace(/^readme = .*\n/m, "");
  const targets = tests.map((file) => `[[test]]\nname = "${basename(file, ".rs")}"\npath = ${JSON.stringify(file)}\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Cargo.toml"), [manifest, "[workspace]\n", ...targets].join("\n"));
  const lock = join(root, "Cargo.lock");
  if (existsSync(lock)) copyFileSync(lock, join(folder, "Cargo.lock"));
  return folder;
}
