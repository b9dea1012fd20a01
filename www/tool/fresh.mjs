// Is a step's result still the one for these inputs? A stamp beside the result says, by content and not by time: git changes times.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./places.mjs";

/**
 * Every file under some files and folders, in a fixed order; hidden ones below a folder are left out.
 * @param {string[]} paths
 * @returns {string[]}
 */
export function filesUnder(paths) {
  return paths.filter(existsSync).flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    const inside = readdirSync(path).filter((name) => !name.startsWith(".")).sort();
    return filesUnder(inside.map((name) => join(path, name)));
  });
}

/**
 * @param {string[]} paths files and folders
 * @param {string[]} [words] what else the result depends on, such as a tool's version
 */
export function fingerprint(paths, words = []) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(`${word}\0`);
  for (const file of filesUnder(paths)) hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} stamp the stamp's own file
 * @param {string} print
 * @param {string[]} results files that must be there too
 */
export function isFresh(stamp, print, results = []) {
  return results.every(existsSync) && existsSync(stamp) && readFileSync(stamp, "utf8") === print;
}

/**
 * @param {string} stamp
 * @param {string} print
 */
export function setFresh(stamp, print) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}
