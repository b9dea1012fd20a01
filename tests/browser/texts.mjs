// The hostile texts, as they stand in tests/cases/injection.txt.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../www/tool/places.mjs";
import { during, inside } from "../harness/visit.mjs";
import { STRICT } from "./support.mjs";

/** Every text that runs calls this; whatever is asked of the person counts as well. */
const TRAP = { content: "window.ran = 0; window.pwned = window.alert = window.confirm = window.prompt = () => void (window.ran += 1);" };

/** @type {Record<string, string>} */
const SHORT = { n: "\n", r: "\r", t: "\t", "\\": "\\" };

/** @param {string} line */
function unescaped(line) {
  return line.replace(/\\(?:u([0-9a-f]{4})|([nrt\\]))/g, (_, code, short) => (code ? String.fromCharCode(parseInt(code, 16)) : SHORT[short]));
}

export const INJECTIONS = readFileSync(join(root, "tests", "cases", "injection.txt"), "utf8")
  .split("\n").filter((line) => line !== "" && !line.startsWith("# ")).map(unescaped);

/** Groups of so many. @param {string[]} texts @param {number} size */
export function groups(texts, size) {
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, at) => texts.slice(at * size, at * size + size));
}

/**
 * Forms with these texts in every slot, one after the other, on a page that allows no script but ours and no markup from text.
 * @param {any} chromium
 * @param {string[]} texts
 * @param {number} size how many texts a form has
 */
export function attack(chromium, texts, size) {
  const csp = `${STRICT}; require-trusted-types-for 'script'`;
  return during(chromium, { csp, init: [TRAP] }, (seat) => attackOn(seat, groups(texts, size)));
}

/** @param {any} seat @param {string[][]} all */
async function attackOn({ page, site, problems }, all) {
  // The page-side modules themselves come first.
  await inside(page, "injection.js", "attack", []);
  const before = site.requests.length;
  const found = [];
  for (const group of all) found.push(...(await inside(page, "injection.js", "attack", [group])));
  const results = found.map(({ refused, unseen, changed, shown }) => ({ shown, wrong: [...refused, ...unseen, changed].filter(Boolean) }));
  const ran = await page.evaluate(() => /** @type {any} */ (window).ran);
  return { results, problems, requests: site.requests.slice(before), ran };
}
