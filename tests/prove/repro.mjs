// Two builds of the last commit, in two folders whose names differ in length and letters, give the same bytes.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { filesUnder } from "../../www/tool/fresh.mjs";
import { modules, root, tools } from "../../www/tool/places.mjs";
import { run, step } from "../../www/tool/say.mjs";
import { setup } from "../../www/tool/setup.mjs";

/** @typedef {import("./differential.mjs").Row} Row */

const FOLDERS = ["a", "另一个 much longer name/one level deeper"];

/** @returns {Promise<Row[]>} */
export async function repro() {
  await setup();
  const top = mkdtempSync(join(tmpdir(), "tianbao-twice-"));
  try {
    const builds = [];
    for (const folder of FOLDERS) builds.push(await step(`A build in ${folder.length} letters`, () => built(join(top, folder))));
    return [compared(builds[0], builds[1])];
  } finally {
    rmSync(top, { recursive: true });
  }
}

/**
 * The tools are those of this folder: they are built from sources with a lock, and a minute each time.
 * @param {string} folder
 * @returns {Promise<Map<string, Buffer>>}
 */
async function built(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  await run("git", ["clone", "--quiet", "--no-hardlinks", root, folder]);
  mkdirSync(join(folder, "www", ".tools"), { recursive: true });
  cpSync(join(tools, "bin"), join(folder, "www", ".tools", "bin"), { recursive: true });
  cpSync(modules, join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
  const env = { ...process.env, CARGO_TARGET_DIR: undefined };
  await run(process.execPath, [join(folder, "www", "tool", "dist.mjs")], { cwd: folder, env, label: "npm run dist" });
  const dist = join(folder, "dist");
  return new Map(filesUnder([dist]).map((file) => [relative(dist, file), readFileSync(file)]));
}

/**
 * @param {Map<string, Buffer>} one
 * @param {Map<string, Buffer>} other
 * @returns {Row}
 */
function compared(one, other) {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  const unlike = names.filter((name) => !one.get(name)?.equals(other.get(name) ?? Buffer.of()));
  return {
    what: "Files of `dist/`, built twice in two folders: the same bytes",
    count: names.length,
    wrong: unlike.length,
    note: "of the last commit, from nothing, with the same Rust and Node",
    zh: { what: "`dist/` 各文件，在两个文件夹中各编译一次：字节相同", note: "以最后一次提交为准，从头编译，Rust 与 Node 版本相同" },
    first: unlike.join("\n"),
  };
}
