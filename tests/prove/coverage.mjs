// How much of each room the native tests walk through: lines, and branches where a nightly compiler is at hand to count them.
import { join, relative, sep } from "node:path";
import { root, toolEnv } from "../../www/tool/places.mjs";
import { run, say, step } from "../../www/tool/say.mjs";
import { cargoTool } from "../../www/tool/setup.mjs";
import { LEFT_OUT } from "./rooms.mjs";

/** @typedef {{ count: number, covered: number }} Share */
/** @typedef {{ room: string, lines: Share, branches?: Share }} Covered branches: absent without a nightly compiler */

const VERSION = "0.9.1";
const ROOMS = ["model", "entry", "formula", "pack", "engine", "message", "door"];
/** Long runs that find what is wrong and walk no other way. */
const SKIPPED = [...LEFT_OUT, "hostile_packs_load", "a_pack_with_one_byte"];

/** @returns {Promise<Covered[]>} */
export async function coverage() {
  await step("cargo-llvm-cov", () => cargoTool("cargo-llvm-cov", VERSION, ["--locked"]));
  const nightly = await usable("+nightly");
  if (!nightly && !(await usable())) await run("rustup", ["component", "add", "llvm-tools"], { cwd: root });
  if (!nightly) say("  Branches are not counted: that takes `rustup toolchain install nightly --component llvm-tools`.");
  return step("Native tests, counted", () => counted(nightly));
}

/** Is there a compiler with its tools for coverage? @param {string[]} channel */
async function usable(...channel) {
  const folder = await run("rustc", [...channel, "--print", "target-libdir"], { cwd: root }).catch(() => "");
  return folder !== "" && run(join(folder.trim(), "..", "bin", "llvm-cov"), ["--version"]).then(() => true, () => false);
}

/** @param {boolean} nightly */
async function counted(nightly) {
  const channel = nightly ? ["+nightly"] : [];
  const args = ["llvm-cov", "--json", "--summary-only", "--tests", ...(nightly ? ["--branch"] : [])];
  const env = { ...toolEnv(), CARGO_TARGET_DIR: join(root, "target", "coverage") };
  const skipped = SKIPPED.flatMap((name) => ["--skip", name]);
  const printed = await run("cargo", [...channel, ...args, "--", ...skipped], { cwd: root, env, label: "coverage" });
  const [{ files }] = JSON.parse(/^\{"data".*$/m.exec(printed)?.[0] ?? "").data;
  return ROOMS.map((room) => ofRoom(room, files, nightly));
}

/**
 * @param {string} room
 * @param {{ filename: string, summary: { lines: Share, branches: Share } }[]} files
 * @param {boolean} nightly
 * @returns {Covered}
 */
function ofRoom(room, files, nightly) {
  const mine = files.filter(({ filename }) => relative(root, filename).startsWith(["src", room, ""].join(sep)));
  const sum = (/** @type {"lines" | "branches"} */ kind) => ({
    count: mine.reduce((total, { summary }) => total + summary[kind].count, 0),
    covered: mine.reduce((total, { summary }) => total + summary[kind].covered, 0),
  });
  return { room, lines: sum("lines"), ...(nightly && { branches: sum("branches") }) };
}
