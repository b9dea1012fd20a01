// `npm run dist`: everything that is shipped, in dist/, with its sizes; a file over its budget stops the build.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, wasmFile } from "./build.mjs";
import { buildEngine, engineFile } from "./engine.mjs";
import { filesUnder, fingerprint, isFresh, setFresh } from "./fresh.mjs";
import { cache, dist, root, www } from "./places.mjs";
import { main, say, step } from "./say.mjs";
import { setup } from "./setup.mjs";
import { printSizes, refuseOverBudget, sizesOf } from "./sizes.mjs";

const sums = join(dist, "SHA384SUMS");

/** @param {{ strict?: boolean }} [options] strict: a file over its budget is refused; to look at the demo it need not be */
export async function makeDist({ strict = true } = {}) {
  await build();
  await buildEngine();
  await step("The files to ship", bundleAll);
  const sizes = sizesOf(dist);
  say("");
  printSizes(sizes);
  say("");
  if (strict) refuseOverBudget(sizes);
}

async function bundleAll() {
  const inputs = [www, join(root, "src", "message"), join(root, "package.json"), join(root, "package-lock.json"), wasmFile, engineFile, join(cache, "glue.js")];
  const print = fingerprint(inputs);
  const stamp = join(cache, "dist-stamp");
  if (isFresh(stamp, print, [sums])) return "unchanged";
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, "packs"), { recursive: true });
  // The bundlers are npm packages: on a new machine they are there only now, after the set-up.
  const { oneFile, esModules } = await import("./bundle.mjs");
  const scripts = await oneFile({ engine: sumOf(readFileSync(engineFile)) }, sumOf);
  for (const { name, code } of scripts) writeFileSync(join(dist, name), code);
  copyFileSync(engineFile, join(dist, "tianbao-engine.js"));
  for (const { name, code } of await esModules()) writeFileSync(join(dist, name), code);
  copyFileSync(wasmFile, join(dist, "tianbao_bg.wasm"));
  copyFileSync(join(www, "types", "tianbao.d.ts"), join(dist, "tianbao.d.ts"));
  copyFileSync(join(www, "LICENSE"), join(dist, "LICENSE"));
  writePacks();
  writeSums();
  setFresh(stamp, print);
  return "written";
}

function writePacks() {
  const packs = join(www, "packs");
  if (!existsSync(packs)) return;
  for (const name of readdirSync(packs)) {
    const source = join(packs, name, "pack.json");
    if (!existsSync(source)) continue;
    const pack = JSON.parse(readFileSync(source, "utf8"));
    writeFileSync(join(dist, "packs", `${name}.json`), JSON.stringify(pack));
  }
}

/** In the form that an `integrity` attribute takes, one file a line. */
function writeSums() {
  const lines = filesUnder([dist]).map((file) => `${sumOf(readFileSync(file))}  ${relative(dist, file)}\n`);
  writeFileSync(sums, lines.join(""));
}

/** @param {string | Buffer} content */
function sumOf(content) {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}

await main(import.meta.url, () => setup().then(() => makeDist()));
