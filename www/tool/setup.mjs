// Makes a machine able to build and test, and is done in a second where it already is. Nothing is installed outside this folder,
// but the wasm target of the Rust toolchain and, for tests and where none is found, Debian's Chromium.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cache, findChromium, modules, onPath, root, tools } from "./places.mjs";
import { fingerprint, isFresh, setFresh } from "./fresh.mjs";
import { main, Refusal, run, say, step } from "./say.mjs";

const WASM = "wasm32-unknown-unknown";
const WASM_PACK = "0.15.1";

/** What the wasm build asks of rustc beyond the stable options. */
export const ABORT = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/** wasm-bindgen's command and crate must be of one version, so the crate's is the only one written down. */
export function bindgenVersion() {
  const found = /^wasm-bindgen = "=([\d.]+)"/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"));
  if (!found) throw new Refusal('Cargo.toml must pin wasm-bindgen by a line such as: wasm-bindgen = "=0.2.130"');
  return found[1];
}

/**
 * @param {{ tests?: boolean }} [options] tests: also what only tests need, a browser and Rust's linters
 */
export async function setup({ tests = false } = {}) {
  say("Setting up");
  await step("Node, Rust and a C linker", checkBase);
  await step("Rust's wasm target", wasmTarget);
  await step("Rust's own sources", rustSources);
  if (tests) await step("rustfmt and clippy", linters);
  await step("npm packages", npmPackages);
  await step("wasm-pack", () => cargoTool("wasm-pack", WASM_PACK, ["--locked"]));
  await step("wasm-bindgen", () => cargoTool("wasm-bindgen-cli", bindgenVersion(), [], "wasm-bindgen"));
  if (tests) await step("Chromium", chromium);
}

async function checkBase() {
  const node = Number(process.versions.node.split(".")[0]);
  if (node < 18) throw new Refusal(`Node 18 or newer is needed; this is ${process.versions.node}.`);
  if (!onPath("cargo")) throw new Refusal("Rust is needed: install it from https://rustup.rs, then open a new shell.");
  if (!onPath("cc", "gcc", "clang")) throw new Refusal("A C linker is needed. On Debian: apt-get install gcc libc6-dev");
  const rust = await run("rustc", ["--version"], { cwd: root });
  return `node ${process.versions.node}, ${rust.split(" ").slice(0, 2).join(" ")}`;
}

async function wasmTarget() {
  const folder = (await run("rustc", ["--print", "target-libdir", "--target", WASM], { cwd: root })).trim();
  if (existsSync(folder)) return "there";
  if (!onPath("rustup")) throw new Refusal(`Rust's target ${WASM} is missing. On Debian without rustup: apt-get install libstd-rust-dev-wasm32`);
  await run("rustup", ["target", "add", WASM], { cwd: root, label: "fetching it" });
  return "added";
}

/** The standard library is built along with the module, for size: see build.mjs. */
async function rustSources() {
  const env = { ...process.env, RUSTC_BOOTSTRAP: "1" };
  await run("rustc", [...ABORT, "--print", "cfg"], { cwd: root, env, hint: "Rust is too old for the wasm build: rustup update stable" });
  const sysroot = (await run("rustc", ["--print", "sysroot"], { cwd: root })).trim();
  if (existsSync(join(sysroot, "lib", "rustlib", "src", "rust", "library", "Cargo.lock"))) return "there";
  if (!onPath("rustup")) throw new Refusal("Rust's own sources are missing. They come by rustup: https://rustup.rs");
  await run("rustup", ["component", "add", "rust-src"], { cwd: root, label: "fetching them" });
  return "added";
}

async function linters() {
  /** @type {string[]} */
  const missing = [];
  for (const [component, command] of [["rustfmt", "fmt"], ["clippy", "clippy"]]) {
    await run("cargo", [command, "--version"], { cwd: root }).catch(() => missing.push(component));
  }
  if (missing.length === 0) return "there";
  if (!onPath("rustup")) throw new Refusal(`Missing: ${missing.join(", ")}. On Debian without rustup: apt-get install rustfmt rust-clippy`);
  await run("rustup", ["component", "add", ...missing], { cwd: root, label: "fetching them" });
  return "added";
}

/** Install scripts are never run: every package that we use ships what it needs. */
async function npmPackages() {
  const stamp = join(modules, ".tianbao-stamp");
  const print = fingerprint([join(root, "package-lock.json")], [process.platform, process.arch]);
  if (isFresh(stamp, print)) return "there";
  // The demo pages use the libraries of several stacks side by side, which want different versions of each other.
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"];
  const hint = "look whether the npm registry can be reached (npm ping), then try again.";
  await run("npm", ["ci", ...flags], { cwd: root, label: "npm ci", hint });
  setFresh(stamp, print);
  return "installed";
}

/**
 * Builds a tool of the registry into our own folder; both tools share one target folder, as most of their crates are the same.
 * @param {string} crate
 * @param {string} version
 * @param {string[]} flags
 * @param {string} [program]
 */
export async function cargoTool(crate, version, flags, program = crate) {
  const file = join(tools, "bin", program);
  // Some of Cargo's own subcommands know no option before their name.
  const subcommand = program.replace(/^cargo-/, "");
  const has = await run(file, ["--version"]).catch(() => run(file, [subcommand, "--version"])).catch(() => "");
  if (has.trim().split(" ").pop() === version) return `${version}, there`;
  say(`  ${crate} ${version} is built once, which takes a minute or two`);
  const where = ["--root", tools, "--target-dir", join(cache, "tools-target")];
  const args = ["install", "--debug", "--force", ...flags, ...where, crate, "--version", `=${version}`];
  const env = { ...process.env, CARGO_PROFILE_DEV_DEBUG: "0", CARGO_INCREMENTAL: "0" };
  const hint = "look whether the crates registry can be reached, then try again.";
  await run("cargo", args, { cwd: root, env, label: crate, hint });
  return `${version}, built`;
}

async function chromium() {
  if (findChromium()) return "there";
  const packages = ["install", "-y", "--no-install-recommends", "chromium"];
  const advice = `Tests need Chromium. On Debian: apt-get ${packages.join(" ")}. Elsewhere set CHROMIUM to the browser's program.`;
  if (!onPath("apt-get") || process.getuid?.() !== 0) throw new Refusal(advice);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env, label: "apt-get update", hint: advice });
  await run("apt-get", packages, { env, label: "installing Chromium", hint: advice });
  if (!findChromium()) throw new Refusal(advice);
  return "installed";
}

await main(import.meta.url, () => setup({ tests: !process.argv.includes("--no-tests") }));
