// A copy of what the native tests need, in which a build is as small as it can be: a library for Rust alone, no command line,
// and the tests of one question in one program. What is mutated is built a thousand times.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../www/tool/places.mjs";
import { run } from "../../www/tool/say.mjs";

/** What the tests read beside the sources. */
const PARTS = ["src", "tests", "www/packs", "README.md", "README.zh-CN.md", "Cargo.lock", "clippy.toml"];

/**
 * @template T
 * @param {Record<string, string[]>} programs name of a test program → the test files that it is made of
 * @param {(folder: string) => Promise<T>} work
 */
export async function withTree(programs, work) {
  const folder = mkdtempSync(join(tmpdir(), "tianbao-mutants-"));
  try {
    for (const file of await filesOf(PARTS)) copy(file, folder);
    writeFileSync(join(folder, "Cargo.toml"), manifest(Object.keys(programs)));
    for (const [name, tests] of Object.entries(programs)) writeFileSync(join(folder, "tests", `${name}.rs`), together(tests));
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As they lie there, committed or not. @param {string[]} parts */
async function filesOf(parts) {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "--", ...parts];
  const listed = await run("git", args, { cwd: root });
  return listed.split("\n").filter(Boolean);
}

/** @param {string} file @param {string} folder */
function copy(file, folder) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  cpSync(join(root, file), join(folder, file));
}

/** @param {string[]} programs */
function manifest(programs) {
  const tests = programs.map((name) => `[[test]]\nname = "${name}"\npath = "tests/${name}.rs"\n`);
  const whole = readFileSync(join(root, "Cargo.toml"), "utf8")
    .replace(/^\[package\]$/m, "[package]\nautobins = false\nautotests = false")
    .replace(/^crate-type = .*$/m, 'crate-type = ["rlib"]')
    .replace(/^\[\[bin\]\]\n(?:.+\n)*/m, "")
    // Lints forbid what a mutant may well be.
    .replace(/^\[lints\.\w+\]\n(?:.+\n)*/gm, "");
  return [whole, "[workspace]\n", ...tests].join("\n");
}

/** @param {string[]} tests */
function together(tests) {
  return tests.map((name) => `#[path = "${name}.rs"]\nmod ${name};\n`).join("");
}
