// Figures in the READMEs are written by the commands that measured them, between two comments that name the table.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";
import { Refusal } from "./say.mjs";

const PAGES = /** @type {const} */ ([["README.md", "en"], ["README.zh-CN.md", "zh-CN"]]);

/**
 * Puts text between `<!-- figures: NAME -->` and the next `<!-- /figures -->` of both READMEs; a page without them is refused
 * before either is written.
 * @param {string} name
 * @param {{ en: string, "zh-CN": string }} text Markdown
 */
export function writeFigures(name, text) {
  const pages = PAGES.map(([file, language]) => ({ file: join(root, file), text: filled(file, name, text[language]) }));
  for (const page of pages) writeFileSync(page.file, page.text);
}

/**
 * @param {string} file
 * @param {string} name
 * @param {string} text
 */
function filled(file, name, text) {
  const page = readFileSync(join(root, file), "utf8");
  const opening = `<!-- figures: ${name} -->\n`;
  const from = page.indexOf(opening);
  const to = page.indexOf("<!-- /figures -->", from);
  const advice = `write the lines “${opening.trim()}” and “<!-- /figures -->”.`;
  if (from < 0 || to < 0) throw new Refusal(`${file} has no place for these figures: ${advice}`);
  return `${page.slice(0, from)}${opening}\n${text.trim()}\n\n${page.slice(to)}`;
}
