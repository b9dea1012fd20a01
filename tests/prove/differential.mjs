// The engine against others that know the answer: `node tests/prove/differential.mjs --pairs 2000`.
//
// Others: an evaluator written from the rule pack reference alone (Python, fractions), two arithmetics, the engine's own
// second build (wasm), and itself under changes that must not matter. Needs python3; builds its driver by itself.
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dist, onPath, root } from "../../www/tool/places.mjs";
import { main, Refusal, run, say, step } from "../../www/tool/say.mjs";
import { compareWithNative } from "./driver.mjs";
import { wrongTies, wrongTotals } from "./floats.mjs";

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number} count  how often it was tried
 * @property {number} wrong  how often it did not hold
 * @property {string} note
 * @property {{ what: string, note: string }} zh  the same in Chinese
 * @property {string | null} [first]  the first that did not hold
 */

const here = dirname(fileURLToPath(import.meta.url));
/** Spoilt packs count for one pair only, and properties are tried on packs that load. */
const SPOILT = 1.25;
const number = (/** @type {number} */ value) => value.toLocaleString("en-US");
const percent = (/** @type {number} */ part, /** @type {number} */ whole) => `${((100 * part) / whole).toFixed(1)}%`;

/** @param {string} output the last line of what a program printed */
const told = (output) => JSON.parse(/** @type {string} */ (output.trim().split("\n").pop()));

/** @param {string} script @param {(string | number)[]} args */
const python = async (script, ...args) => told(await run("python3", [join(here, script), ...args.map(String)], { label: script }));

async function buildDriver() {
  const target = join(root, "target", "prove");
  const manifest = join(here, "driver", "Cargo.toml");
  await run("cargo", ["build", "--release", "--manifest-path", manifest, "--target-dir", target], { label: "the driver" });
  return join(target, "release", process.platform === "win32" ? "prove.exe" : "prove");
}

/** Random cases as a file. @param {string} file @param {number} count */
async function writeCases(file, count) {
  const out = openSync(file, "w");
  const child = spawn("python3", [join(here, "generator.py"), "7", String(count)], { stdio: ["ignore", out, "inherit"] });
  const [code] = await once(child, "close");
  closeSync(out);
  if (code !== 0) throw new Refusal("The generator of packs broke off.");
}

/**
 * Both cores have something to do.
 * @param {(seed: number, count: number) => Promise<any>} work
 * @param {number} count
 * @returns {Promise<any>} the sums of their numbers
 */
async function twice(work, count) {
  const half = Math.ceil(count / 2);
  const [one, other] = await Promise.all([work(1, half), work(2, half)]);
  /** @type {Record<string, any>} */
  const sum = {};
  for (const key of Object.keys(one)) sum[key] = typeof one[key] === "number" ? one[key] + other[key] : one[key] ?? other[key];
  return sum;
}

/**
 * One row, in both languages.
 * @param {{ count: number, wrong: number, first?: string | null }} seen
 * @param {[what: string, note: string]} en
 * @param {[what: string, note: string]} zh
 * @returns {Row}
 */
function row({ count, wrong, first = null }, en, zh) {
  return { what: en[0], count, wrong, note: en[1], zh: { what: zh[0], note: zh[1] }, first };
}

async function examples() {
  return row(
    await python("examples.py"),
    ["That evaluator against the examples of the reference", "every formula and metric there, with the code of what is refused"],
    ["另写的求值程序与规则包说明中的例子比对", "含其中全部公式和指标，以及不接受时的代码"],
  );
}

/** @param {string} driver @param {number} pairs */
async function evaluator(driver, pairs) {
  const seen = await twice((seed, count) => python("compare.py", driver, seed, count), pairs);
  const first = seen.shown[0] ? JSON.stringify(seen.shown[0]) : null;
  const refused = number(seen.refused);
  return row(
    { count: seen.pairs, wrong: seen.wrong, first },
    ["The engine against an evaluator written from the language reference alone: findings, metrics, states, progress",
      `${refused} of them with a pack that both refuse`],
    ["引擎与只依据规则包说明另写的求值程序比对：审核结果、指标、状态、进度", `其中 ${refused} 例的规则包双方都不接受`],
  );
}

/** @param {string} driver @param {number} pairs */
async function shipped(driver, pairs) {
  const seen = await twice((seed, count) => python("compare.py", driver, seed, count, "shipped.py"), pairs);
  const findings = number(seen.findings);
  return row(
    { count: seen.pairs, wrong: seen.wrong, first: seen.shown[0] ? JSON.stringify(seen.shown[0]) : null },
    ["The same on the packs that are shipped, submissions changed at random", `${findings} findings`],
    ["同上，用随附的规则包，填报值随机改动", `共 ${findings} 条审核结果`],
  );
}

/** @param {string} driver @param {number} pairs */
async function explanations(driver, pairs) {
  const seen = await twice((seed, count) => python("explained.py", driver, seed + 10, count), Math.ceil(pairs / 2));
  const left = number(seen.left_out);
  return row(
    { count: seen.count, wrong: seen.wrong, first: seen.first && JSON.stringify(seen.first) },
    ["The line of numbers in an explanation, worked out by the other evaluator, gives the metric's value",
      `${left} more show a blank, a text or a day and are no arithmetic`],
    ["说明中代入数字的算式，由另写的求值程序重算，得数与指标一致", `另有 ${left} 条含待填、文字或日期，不是算式`],
  );
}

/** @param {string} driver @param {string} cases */
async function wasm(driver, cases) {
  return row(
    await compareWithNative(driver, cases, "wasm"),
    ["The whole report, repairs and ranges from the native engine and from wasm: the same bytes", "but for `engine.kind`"],
    ["本机引擎与 wasm 引擎的完整报告、订正建议和可填范围：逐字节相同", "`engine.kind` 除外"],
  );
}

/** @param {string} driver @param {string} cases */
async function javascript(driver, cases) {
  return row(
    await compareWithNative(driver, cases, "js"),
    ["The same from the native engine and from its JavaScript build, with a text coder of its own", "but for `engine.kind`"],
    ["本机引擎与 JavaScript 引擎（用自带的文字编码）的完整报告：逐字节相同", "`engine.kind` 除外"],
  );
}

const PROPERTIES = [
  ["incremental", "Edited field by field, with detours, a form stands as one checked in full", "逐格修改（含改错再改回）后的结果与整表审核相同"],
  ["order", "Fields, metrics and rules in another order give the same", "栏目、指标、规则换了先后次序，结果不变"],
  ["unrelated", "A field that nothing names changes nothing else", "无关的一格不影响其他任何结果"],
  ["back", "Typing back restores every byte, reasons too", "改回原值后逐字节还原，已写的说明一并恢复"],
  ["pure", "A pack loaded anew, values in another order and other forms in between change no byte",
    "规则包重新载入、填报值换次序、穿插其他表，结果逐字节相同"],
];

/** Every second case. @param {string} driver @param {string} cases @param {number} half */
async function halfOfProperties(driver, cases, half) {
  const input = openSync(cases, "r");
  const child = spawn(driver, ["properties", String(half)], { stdio: [input, "pipe", "inherit"] });
  closeSync(input);
  let output = "";
  child.stdout?.on("data", (data) => (output += data));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Refusal("The driver broke off while trying the properties.");
  return told(output);
}

/** @param {string} driver @param {string} cases */
async function properties(driver, cases) {
  const halves = await Promise.all([1, 2].map((half) => halfOfProperties(driver, cases, half)));
  return PROPERTIES.map(([name, what, zh]) => {
    const [one, other] = halves.map((half) => half[name] ?? { count: 0, wrong: 0, first: null });
    const sum = { count: one.count + other.count, wrong: one.wrong + other.wrong, first: one.first ?? other.first };
    return row(sum, [what, ""], [zh, ""]);
  });
}

/** @param {string} driver @param {number} count */
async function decimals(driver, count) {
  const seen = await twice((seed, half) => python("decimals.py", driver, half, seed), count);
  const refused = number(seen.refused);
  const note = `two operations and a rounding each, in every manner; ${refused} more are refused, rightly, as too long`;
  const zh = `每例两次运算、一次取舍，含各种取舍方式；另有 ${refused} 例位数过长，按规定不给结果`;
  return [
    row({ count: seen.count, wrong: seen.wrong_rational }, ["Exact decimals against num-rational", note], ["精确小数与 num-rational 比对", zh]),
    row(seen, ["Exact decimals against Python's decimal and whole numbers", note], ["精确小数与 Python 的 decimal 及整数运算比对", zh]),
  ];
}

/** @param {string} driver @param {number} count */
async function forms(driver, count) {
  const ties = told(await run(driver, ["ties", String(count)]));
  const totals = told(await run(driver, ["totals", String(count)]));
  const [fixed, floats] = [wrongTies(count), wrongTotals(count)].map((wrong) => `${number(wrong)} (${percent(wrong, count)})`);
  return [
    row(
      { count, wrong: ties },
      ["Ties d.dd5, typed into a form, rounded to hundredths half up and half even", `\`toFixed(2)\`: ${fixed} wrong`],
      ["形如 d.dd5 的数填入表中，取两位小数（四舍五入、四舍六入五成双）", `\`toFixed(2)\`：错 ${fixed}`],
    ),
    row(
      { count, wrong: totals },
      ["Right totals a + b + c = d pass, and those one hundredth off do not", `JavaScript numbers call ${floats} right totals wrong`],
      ["正确的合计 a + b + c = d 都通过，差 0.01 的都不通过", `JavaScript 数字把 ${floats} 个正确的合计判为错`],
    ),
  ];
}

/**
 * @param {{ pairs?: number }} [options] pairs of pack and values; ten times as many for decimals, ties and totals
 * @returns {Promise<Row[]>}
 */
export async function differential({ pairs = 100_000 } = {}) {
  if (!onPath("python3")) throw new Refusal("Python 3 is needed for the second evaluator. On Debian: apt-get install python3");
  if (!existsSync(join(dist, "tianbao.mjs"))) throw new Refusal("dist/ is not built: npm run dist");
  say("Against others that know the answer");
  const folder = mkdtempSync(join(tmpdir(), "tianbao-prove-"));
  const cases = join(folder, "cases");
  const many = Math.ceil(pairs * SPOILT);
  /** @type {Row[]} */
  const rows = [];
  /** @param {string} name @param {() => Promise<Row | Row[]>} work */
  const add = (name, work) => step(name, async () => void rows.push(...[await work()].flat()));
  try {
    let driver = "";
    await step("the driver", async () => void (driver = await buildDriver()));
    await step("random packs", () => writeCases(cases, many));
    await add("an independent evaluator", () => evaluator(driver, many));
    await add("the packs that are shipped", () => shipped(driver, Math.ceil(pairs / 25)));
    await add("its examples", examples);
    await add("explanations recomputed", () => explanations(driver, pairs));
    await add("native and wasm", () => wasm(driver, cases));
    await add("native and JavaScript", () => javascript(driver, cases));
    await add("properties", () => properties(driver, cases));
    await add("decimals", () => decimals(driver, pairs * 10));
    await add("ties and totals", () => forms(driver, pairs * 10));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

async function alone() {
  const at = process.argv.indexOf("--pairs");
  const rows = await differential({ pairs: at > 0 ? Number(process.argv[at + 1]) : 2000 });
  for (const row of rows) {
    say(`${number(row.count).padStart(10)}  ${number(row.wrong).padStart(6)} wrong  ${row.what}${row.note && ` — ${row.note}`}`);
    if (row.wrong && row.first) say(row.first.slice(0, 4000));
  }
  if (rows.some((row) => row.wrong > 0)) throw new Refusal("Not everything held.");
}

await main(import.meta.url, alone);
