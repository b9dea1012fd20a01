// The inputs that are kept: one file a target, an input a line, its bytes as hexadecimal where they are not plain text.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A repository is no place for megabytes: the shortest inputs are kept, up to this size. */
const MOST_BYTES = 55_000;
const PLAIN = /^[^\0-\x1f\x7f\ufffd]*$/;

/** @param {string} file @param {string} folder where libFuzzer looks: a file an input */
export function unpack(file, folder) {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const bytes = line.startsWith("#") ? Buffer.from(line.slice(1), "hex") : Buffer.from(line.slice(1), "utf8");
    writeFileSync(join(folder, createHash("sha1").update(bytes).digest("hex")), bytes);
  }
}

/** @param {string} folder @param {string} file @returns {number} how many */
export function pack(folder, file) {
  const inputs = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  inputs.sort((one, other) => one.length - other.length || Buffer.compare(one, other));
  const lines = [];
  let size = 0;
  for (const line of inputs.map(lineOf)) {
    size += Buffer.byteLength(line) + 1;
    if (size > MOST_BYTES) break;
    lines.push(line);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
  return lines.length;
}

/** @param {Buffer} bytes */
function lineOf(bytes) {
  const text = bytes.toString("utf8");
  return PLAIN.test(text) ? `=${text}` : `#${bytes.toString("hex")}`;
}
