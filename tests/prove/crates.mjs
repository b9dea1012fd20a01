// The crates that the shipped module is made of, and those that only make it.
import { root, toolEnv } from "../../www/tool/places.mjs";
import { run } from "../../www/tool/say.mjs";

export const MOST_CRATES = 25;

/** all: with procedural macros and what these need; run: what can get into the module. Ours is one of each. */
export async function wasmCrates() {
  return { all: await graph("normal,build"), run: await graph("normal,no-proc-macro") };
}

/** @param {string} edges */
async function graph(edges) {
  const args = ["tree", "--locked", "--target", "wasm32-unknown-unknown", "--edges", edges, "--prefix", "none", "--format", "{p}"];
  const printed = await run("cargo", args, { cwd: root, env: toolEnv(), label: "cargo tree" });
  return [...new Set(printed.split("\n").map((line) => /^(\S+ v\S+)/.exec(line)?.[1]).filter(Boolean))];
}
