// The figures as Markdown, in both languages.

/**
 * @typedef {object} Results
 * @property {Awaited<ReturnType<typeof import("./optimum.mjs").trees>>} trees
 * @property {Awaited<ReturnType<typeof import("./typing.mjs").typingSlips>>} typing
 * @property {Awaited<ReturnType<typeof import("./typing.mjs").slipsByKind>>} kinds
 * @property {Awaited<ReturnType<typeof import("./units.mjs").unitSlips>>} units
 * @property {Awaited<ReturnType<typeof import("./draft.mjs").draft>>} draft
 */
/** @typedef {"en" | "zh-CN"} Language */

const WORDS = {
  en: {
    treeHeads: ["Balance trees of", "records", "the fewest fields found", "without proof", "median, ms", "worst, ms"],
    slipHeads: ["One slip a record", "records", "right one first", "in the first three", "caught by rules", "median, ms", "worst, ms"],
    fields: (/** @type {number} */ size) => `${size} fields`,
    any: "five balances, any slip of digits or sign",
    kinds: {
      digit: "one digit wrong", transposition: "two digits exchanged", "missing-digit": "a digit missing", "extra-digit": "a digit too many",
      sign: "the sign", point: "the point moved", unit: "元 in a field of 万元", part: "a part as the total", swap: "two fields exchanged",
    },
    unit: (/** @type {number} */ power, /** @type {boolean} */ withPrior) => `township report, ×10${power < 0 ? "⁻" : ""}${"⁰¹²³⁴"[Math.abs(power)]}${withPrior ? ", last year's form known" : ""}`,
    note: (/** @type {Results} */ { typing, draft }) => [
      "Time of the processor, in Node; each tree has one to ten errors. For comparison, as published: de Jonge and van der Loo (2014) find the true optimum in 95.2% of such trees, in 0.20 s (median) and 0.44 s (worst) at 100 fields.",
      `In ${percent(typing.alone, typing.records)} of the records the fields alone tell which figure it is. The township's draft with some forty findings takes ${ms(draft.repairs)} ms, its early verdicts ${ms(draft.early)} ms, the range of one field ${ms(draft.range)} ms.`,
    ],
  },
  "zh-CN": {
    treeHeads: ["平衡树", "份数", "找到最少的几格", "未能证明", "中位数，毫秒", "最慢，毫秒"],
    slipHeads: ["每份一处差错", "份数", "正确的排第一", "在前三", "审核已发现", "中位数，毫秒", "最慢，毫秒"],
    fields: (/** @type {number} */ size) => `${size} 格`,
    any: "五个平衡式，数字或正负号的差错",
    kinds: {
      digit: "错一位", transposition: "两位对调", "missing-digit": "少一位", "extra-digit": "多一位",
      sign: "正负号", point: "小数点移位", unit: "万元栏填了元", part: "分项填成合计", swap: "两格填反",
    },
    unit: (/** @type {number} */ power, /** @type {boolean} */ withPrior) => `乡镇年报，×10${power < 0 ? "⁻" : ""}${"⁰¹²³⁴"[Math.abs(power)]}${withPrior ? "，有上年数" : ""}`,
    note: (/** @type {Results} */ { typing, draft }) => [
      "Node 中处理器所用的时间；每棵树有一至十处差错。已发表的结果供比较：de Jonge 与 van der Loo（2014）在 95.2% 的树上找到最优，100 格时中位数 0.20 秒，最慢 0.44 秒。",
      `只看哪几格可能有错，就能确定是哪一格的占 ${percent(typing.alone, typing.records)}。乡镇年报那份有四十来处提示的初稿：全部找错 ${ms(draft.repairs)} 毫秒，提前判断 ${ms(draft.early)} 毫秒，一格的范围 ${ms(draft.range)} 毫秒。`,
    ],
  },
};

/** @param {Results} results @returns {Record<Language, string>} */
export function tables(results) {
  return { en: page(results, "en"), "zh-CN": page(results, "zh-CN") };
}

/** @param {Results} results @param {Language} language */
function page(results, language) {
  const words = WORDS[language];
  const trees = results.trees.map(({ size, records, found, unproven, ...times }) =>
    [words.fields(size), String(records), percent(found, records), String(unproven), ms(times.median), ms(times.worst)]);
  const slips = [
    slip(words.any, results.typing, ""),
    ...results.kinds.map((row) => slip(words.kinds[row.kind], row, "")),
    ...results.units.map((row) => slip(words.unit(row.power, row.withPrior), row, percent(row.caught, row.records))),
  ];
  return [table(words.treeHeads, trees), table(words.slipHeads, slips), words.note(results).map((line) => `- ${line}`).join("\n")].join("\n\n");
}

/** @param {string} name @param {import("./tally.mjs").Row} row @param {string} caught */
function slip(name, { records, first, three, ...times }, caught) {
  return [name, String(records), percent(first, records), percent(three, records), caught, ms(times.median), ms(times.worst)];
}

/** @param {string[]} heads @param {string[][]} rows */
function table(heads, rows) {
  return [heads, heads.map((_, at) => (at === 0 ? "---" : "--:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** @param {number} part @param {number} whole */
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;
/** @param {number} time */
const ms = (time) => time.toFixed(1);
