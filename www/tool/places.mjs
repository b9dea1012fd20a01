// Where everything lies, and the environment in which the tools find each other.
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const www = join(root, "www");
export const dist = join(root, "dist");
export const cache = join(www, ".cache");
export const tools = join(www, ".tools");
export const modules = join(root, "node_modules");

/** The environment for every child: our own wasm-pack, wasm-bindgen and wasm-opt come first. */
export const toolEnv = () => ({
  ...process.env,
  PATH: [join(tools, "bin"), join(modules, ".bin"), process.env.PATH].join(delimiter),
});

/**
 * The first of some programs that stands on PATH, or undefined.
 * @param {string[]} names
 */
export function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** The browser for tests: CHROMIUM where set, else what is installed, else undefined. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  return onPath("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
}

/** Debian's own Python first: another one on PATH does not see Debian's packages. */
export const findPython = () => (existsSync("/usr/bin/python3") ? "/usr/bin/python3" : onPath("python3"));
