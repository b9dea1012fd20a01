// What others wrote and we ship or build with: how much, from where, under which licences, with what is known against it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, toolEnv } from "../../www/tool/places.mjs";
import { run, step } from "../../www/tool/say.mjs";
import { cargoTool } from "../../www/tool/setup.mjs";
import { MOST_CRATES, wasmCrates } from "./crates.mjs";

/** @typedef {import("./differential.mjs").Row} Row */

const VERSION = "0.20.2";
/** Licences of npm packages, with which we build and of which nothing is shipped. */
const ALLOWED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/** @returns {Promise<Row[]>} */
export async function supply() {
  await step("cargo-deny", () => cargoTool("cargo-deny", VERSION, ["--locked"]));
  return [await graph(), await crates(), await advisories(), npm()];
}

/** @returns {Promise<Row>} */
async function graph() {
  const { all, run: kept } = await wasmCrates();
  return {
    what: "Crates in the wasm graph, ours among them; 25 at most",
    count: all.length,
    wrong: Math.max(0, all.length - MOST_CRATES),
    note: `${kept.length} without those that run only while it is built (procedural macros)`,
    zh: { what: "wasm 依赖图中的 crate（含本项目），上限 25 个", note: `不计仅在编译时运行的过程宏，为 ${kept.length} 个` },
  };
}

/** @returns {Promise<Row>} */
async function crates() {
  const failed = await deny("licenses", "bans", "sources");
  const count = readFileSync(join(root, "Cargo.lock"), "utf8").split("[[package]]").length - 2;
  return {
    what: "Crates in the lock file, tests and command line included: licence, source, one version each (`cargo deny`)",
    count,
    wrong: failed ? 1 : 0,
    note: "crates.io alone",
    zh: { what: "锁定文件中的 crate（含测试与命令行所用）：许可证、来源、无重复版本（`cargo deny`）", note: "全部来自 crates.io" },
    first: failed,
  };
}

/** @returns {Promise<Row>} */
async function advisories() {
  const failed = await deny("advisories");
  const away = failed !== undefined && /failed to (?:fetch|load|open) advisory database|failed to clone/.test(failed);
  const notes = away
    ? { note: "not looked at: the database could not be reached", zh: "未核对：无法连接公告库" }
    : { note: "RustSec's database", zh: "RustSec 公告库" };
  return {
    what: "Advisories against these crates",
    count: away ? 0 : 1,
    wrong: failed && !away ? 1 : 0,
    note: notes.note,
    zh: { what: "针对上述 crate 的安全公告", note: notes.zh },
    first: away ? undefined : failed,
  };
}

/** What it said where it found something. @param {string[]} checks */
async function deny(...checks) {
  const args = ["deny", "--config", join(root, "tests", "prove", "deny.toml"), "check", ...checks];
  return run("cargo", args, { cwd: root, env: toolEnv(), label: "cargo deny" }).then(() => undefined, (error) => String(error.message));
}

/** @returns {Row} */
function npm() {
  /** @type {{ packages: Record<string, { license?: string }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const others = Object.entries(packages).filter(([name]) => name !== "");
  const parts = (/** @type {string} */ license) => license.replace(/[()]/g, "").split(/ AND | OR /);
  const strange = others.filter(([, { license = "" }]) => !parts(license).every((one) => ALLOWED.includes(one)));
  return {
    what: "npm packages that we build and test with: licence",
    count: others.length,
    wrong: strange.length,
    note: "none is shipped",
    zh: { what: "编译与测试所用的 npm 包：许可证", note: "均不随产品发布" },
    first: strange.map(([name, { license }]) => `${name}: ${license}`).join("\n"),
  };
}
