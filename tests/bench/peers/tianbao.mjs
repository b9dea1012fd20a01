// Ours: the shipped ES module, given what was typed.
import { load } from "tianbao";
import { createGlue } from "../../../www/.cache/glue.js";
import { adapt } from "./adapt.mjs";

export const peer = { typed: true };

const NOTHING = { findings: [] };
/** So many filled forms are judged in turn. */
const FORMS = 64;

/** @param {import("../workload.mjs").Workload} workload @param {{ pack: string, asset?: (name: string) => Promise<BufferSource> }} env */
export async function make(workload, { pack, asset }) {
  const made = adapt(await load(pack, { locale: "zh" }), workload);
  return asset ? { ...made, judge: await judge(pack, asset) } : made;
}

/**
 * The judgement alone: the engine computes and judges anew what stands in the form. No page needs that, so it is asked past
 * the shipped JavaScript. The first records to come are those judged.
 * @param {string} pack
 * @param {(name: string) => Promise<BufferSource>} asset
 */
async function judge(pack, asset) {
  const glue = createGlue();
  const { instance } = await WebAssembly.instantiate(await asset("tianbao_bg.wasm"), glue.imports);
  glue.start(instance.exports);
  const loaded = glue.WasmPack.load(pack, "zh");
  /** @type {any[]} */
  const forms = [];
  let turn = 0;
  return (/** @type {Record<string, string>} */ record) => {
    if (forms.length < FORMS) forms.push(loaded.open({ values: Object.entries(record), prior: [] }));
    turn = (turn + 1) % forms.length;
    forms[turn].judgeAll();
    return NOTHING;
  };
}
