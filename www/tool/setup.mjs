// Makes a machine able to build and test, and is done in a second where it already is. Nothing is installed outside this folder,
// but the wasm target of the Rust toolchain and, for tests and where they are not found, Debian's packages of browsers.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cache, findChromium, findPython, modules, onPath, root, tools } from "./places.mjs";
import { fingerprint, isFresh, setFresh } from "./fresh.mjs";
import { main, Refusal, run, say, step } from "./say.mjs";

const WASM = "wasm32-unknown-unknown";
const WASM_PACK = "0.15.1";
const QT = ["PyQtWebEngine==5.15.7", "PyQtWebEngine-Qt5==5.15.19", "PyQt5==5.15.11", "PyQt5-Qt5==5.15.19"];

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
  if (!tests) return;
  await step("Chromium", chromium);
  await step("Firefox, WPE WebKit, QtWebKit", otherBrowsers);
  await step("Qt WebEngine", qtWebEngine);
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
  const advice = "Tests need Chromium. On Debian: apt-get install chromium. Elsewhere set CHROMIUM to the browser's program.";
  await apt(["chromium"]).catch((error) => {
    throw new Refusal(`${error.message}\n${advice}`);
  });
  if (!findChromium()) throw new Refusal(advice);
  return "installed";
}

/** What the tests can do without, but skip where it is missing: programs and Debian's packages for them. */
const BROWSERS = { firefox: "firefox-esr", WPEWebDriver: "wpewebkit-driver", cog: "cog" };

async function otherBrowsers() {
  const missing = Object.entries(BROWSERS).flatMap(([program, name]) => (onPath(program, name) ? [] : [name]));
  if (!(await imports("PyQt5.QtWebKit"))) missing.push("python3-pyqt5.qtwebkit");
  if (missing.length === 0) return "there";
  return optional(() => apt(missing), `apt-get install ${missing.join(" ")}`);
}

/** Chromium 87 comes in Python packages only; they go into a folder of our own. */
async function qtWebEngine() {
  if (process.platform !== "linux" || process.arch !== "x64") return "not for this machine: its test is skipped";
  const folder = join(tools, "qt");
  const stamp = join(folder, ".tianbao-stamp");
  const print = fingerprint([], QT);
  if (isFresh(stamp, print)) return "there";
  return optional(async () => {
    if (!(await imports("pip"))) await apt(["python3-pip"]);
    const flags = ["--quiet", "--disable-pip-version-check", "--root-user-action=ignore", "--upgrade", "--only-binary=:all:", "--target", folder];
    await run(findPython() ?? "python3", ["-m", "pip", "install", ...flags, ...QT], { label: "pip install" });
    setFresh(stamp, print);
    return "installed";
  }, `pip install ${QT[0]}`);
}

/** @param {string} module */
async function imports(module) {
  const python = findPython();
  if (!python) return false;
  return run(python, ["-c", `import ${module}`], { env: { ...process.env, QT_QPA_PLATFORM: "offscreen" } }).then(() => true, () => false);
}

/** @param {string[]} packages */
async function apt(packages) {
  if (!onPath("apt-get") || process.getuid?.() !== 0) throw new Refusal("not root on Debian");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env, label: "apt-get update" });
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env, label: "installing them" });
  return "installed";
}

/** A browser that cannot be had stops nothing: its tests are skipped and say so. @param {() => Promise<string>} work @param {string} command */
async function optional(work, command) {
  try {
    return await work();
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n").pop() : String(error);
    return `missing (${why}): their tests are skipped; to have them: ${command}`;
  }
}

await main(import.meta.url, () => setup({ tests: !process.argv.includes("--no-tests") }));
