// Ours: the shipped ES module, given what was typed.
import { load } from "tianbao";
import { adapt } from "./adapt.mjs";

export const peer = { typed: true };

/** @param {import("../workload.mjs").Workload} workload @param {{ pack: string }} env */
export const make = async (workload, { pack }) => adapt(await load(pack, { locale: "zh" }), workload);
