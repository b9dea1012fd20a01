// The list of mutants that no test can tell from the original, each with its reason.

/**
 * Reads survivors.md: a heading names the file, a list item the mutant and, in back quotes, its line of source; the indented
 * lines below it are the reason, without which it does not count.
 * @param {string} text
 * @returns {Set<string>} as mutation.mjs names them
 */
export function explained(text) {
  const known = new Set();
  let file = "";
  const lines = text.split("\n");
  for (const [place, line] of lines.entries()) {
    file = /^## (.+)$/.exec(line)?.[1] ?? file;
    const [, what, source] = /^- (.+), (?:`(.*)`|``(.*)``)$/.exec(line) ?? [];
    if (what && /^ {2}\S/.test(lines[place + 1] ?? "")) known.add(`${file}: ${what}: ${source}`);
  }
  return known;
}
