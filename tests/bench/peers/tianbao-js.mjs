// Ours where wasm is missing or refused: the same module, asked for its JavaScript engine, which it loads by itself.
import { load } from "tianbao";
import { adapt } from "./adapt.mjs";

export const peer = { typed: true };

/** @param {import("../workload.mjs").Workload} workload @param {{ pack: string }} env */
export async function make(workload, { pack }) {
  return adapt(await load(pack, { engine: "js", locale: "zh" }), workload);
}
