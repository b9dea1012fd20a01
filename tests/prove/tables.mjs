// What was proved, as the READMEs show it.

/** @typedef {import("./differential.mjs").Row} Row */
/** @typedef {import("./mutation.mjs").Tally} Tally */
/** @typedef {import("./coverage.mjs").Covered} Covered */
/** @typedef {import("./coverage.mjs").Share} Share */

const ROOMS = { entry: "number entry", formula: "formulas", decimal: "decimals", evaluation: "evaluation" };
const ROOMS_ZH = { entry: "录入识读", formula: "公式", decimal: "十进制数", evaluation: "求值" };

const WORDS = {
  en: {
    head: ["Tried", "Times", "Did not hold", ""],
    coverage:
      "Lines and branches of the engine that the native tests come to (the door of the wasm module is tried in Node and browsers, " +
      "and not counted):",
    rooms: ["Room of `src/`", "Lines", "Branches"],
    uncounted: "not counted",
  },
  "zh-CN": {
    head: ["所试", "次数", "不成立", ""],
    coverage: "本机测试走到的引擎代码行与分支（wasm 模块的门面在 Node 与浏览器中测试，未计入）：",
    rooms: ["`src/` 中的房间", "行", "分支"],
    uncounted: "未计",
  },
};

/** @typedef {keyof typeof WORDS} Language */

/** @param {Record<string, any[]>} results */
export function tables(results) {
  return { en: page("en", results), "zh-CN": page("zh-CN", results) };
}

/** @param {Language} language @param {Record<string, any[]>} results */
function page(language, { coverage, mutation = [], ...others }) {
  const { head } = WORDS[language];
  const { differential = [], browser = [], ...last } = others;
  const rows = [...differential, ...browser, ...mutation.map(mutants), ...Object.values(last).flat()];
  const proved = [line(head), "|---|--:|--:|---|", ...rows.map((row) => line(cells(language, row)))];
  return [proved, coverage && covered(language, coverage)].filter(Boolean).map((lines) => lines.join("\n")).join("\n\n");
}

/** @param {string[]} parts */
const line = (parts) => `| ${parts.join(" | ")} |`;

const number = (/** @type {number} */ value) => value.toLocaleString("en-US");

/** @param {Language} language @param {Row} row */
function cells(language, row) {
  const { what, note } = language === "en" ? row : row.zh;
  return [what, number(row.count), number(row.wrong), note].map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " "));
}

/** @param {Tally} tally @returns {Row} */
function mutants({ room, mutants: count, caught, explained, open }) {
  const name = /** @type {keyof typeof ROOMS} */ (room);
  const share = percent(caught, count);
  return {
    what: `Mutants of ${ROOMS[name]}: noticed by the tests, or like the original for a reason given`,
    count,
    wrong: open.length,
    note: `${share} noticed; ${explained} in \`tests/prove/survivors.md\``,
    zh: {
      what: `${ROOMS_ZH[name]}的变异体：被测试发现，或已说明与原代码等价`,
      note: `${share} 被发现；${explained} 个见 \`tests/prove/survivors.md\``,
    },
  };
}

/** @param {Language} language @param {Covered[]} rooms */
function covered(language, rooms) {
  const { coverage, rooms: head, uncounted } = WORDS[language];
  const share = (/** @type {Share | undefined} */ of) => (of ? `${percent(of.covered, of.count)} / ${number(of.count)}` : uncounted);
  const rows = rooms.map(({ room, lines, branches }) => line([`\`${room}/\``, share(lines), share(branches)]));
  return [coverage, "", line(head), "|---|--:|--:|", ...rows];
}

/** Cut and not rounded: 100 % is all. @param {number} part @param {number} whole */
function percent(part, whole) {
  const tenths = whole === 0 ? 1000 : Math.floor((1000 * part) / whole);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
