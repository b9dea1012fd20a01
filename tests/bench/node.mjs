// The figures in Node.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../www/tool/places.mjs";
import { bundles } from "./paths.mjs";
import { speed } from "./speed.mjs";

/** @param {{ names: string[], kinds: string[], budget: number, quick: boolean, say: (line: string) => void }} options */
export async function inNode(options) {
  fetchFiles();
  return speed({
    ...options,
    names: options.names.filter((name) => name !== "tianbao-js"),
    load: (name) => import(pathToFileURL(join(bundles, `${name}.mjs`)).href),
    asset: async (name) => readFileSync(join(bundles, name)),
    text: async (name) => readFileSync(join(root, "tests", "bench", name), "utf8"),
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
  });
}

/** Node's fetch knows no files; our ES module asks for its wasm by that way. */
function fetchFiles() {
  const usual = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    if (!String(address).startsWith("file:")) return usual(address, options);
    return new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });
  };
}
