// The native build on one core: a table of many records in, one short line a record out.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onPath, root, toolEnv } from "../../www/tool/places.mjs";
import { run } from "../../www/tool/say.mjs";
import { place } from "./paths.mjs";

const here = join(root, "tests", "bench");

export async function buildNative() {
  const env = { ...toolEnv(), CARGO_TARGET_DIR: join(root, "target") };
  await run("cargo", ["build", "--release", "--locked", "--bin", "tianbao"], { cwd: root, env, label: "cargo build --release" });
}

/**
 * @param {number} times how often the 2,000 records stand in the table
 * @returns {Promise<{ records: number, seconds: number, user: number, wrong: number }>}
 */
export async function native(times) {
  const table = join(place, "records.csv");
  const [head, ...records] = readFileSync(join(here, "data", "records.csv"), "utf8").trimEnd().split("\n");
  writeFileSync(table, `${[head, ...Array.from({ length: times }, () => records.join("\n"))].join("\n")}\n`);
  const { code, output, seconds, user } = await timed(join(root, "target", "release", "tianbao"), [
    "check",
    "--brief",
    join(here, "pack.json"),
    table,
  ]);
  if (code === 2) throw new Error("tianbao check --brief refused the pack or the table.");
  return { records: records.length * times, seconds, user, wrong: wrongLines(output, records.length * times) };
}

/**
 * On one core where the machine can be asked for that. Bash tells the program's own time.
 * @param {string} program @param {string[]} args
 * @returns {Promise<{ code: number, output: string, seconds: number, user: number }>}
 */
function timed(program, args) {
  const line = [...(onPath("taskset") ? ["taskset", "-c", "0"] : []), program, ...args];
  const child = spawn("bash", ["-c", 'TIMEFORMAT="%R %U"; time "$@"', "bash", ...line], { stdio: ["ignore", "pipe", "pipe"] });
  /** @type {Buffer[]} */
  const out = [];
  let told = "";
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => (told += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const [seconds, user] = (told.trim().split("\n").pop() ?? "").split(" ").map(Number);
      resolve({ code: code ?? 2, output: Buffer.concat(out).toString(), seconds, user });
    });
  });
}

/** Each line is a status, a tab and the ids of the findings. @param {string} output @param {number} count */
function wrongLines(output, count) {
  const expected = readFileSync(join(here, "data", "records.expected.csv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => sorted(line.slice(line.lastIndexOf(",") + 1)));
  const lines = output.trimEnd().split("\n");
  const wrong = lines.filter(
    (line, i) => sorted((line.split("\t")[1] ?? "").replaceAll(":placeholder", ":not-a-number")) !== expected[i % expected.length],
  ).length;
  return wrong + Math.abs(count - lines.length);
}

const sorted = (/** @type {string} */ ids) => ids.split(" ").filter(Boolean).sort().join(" ");

