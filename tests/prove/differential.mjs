// The engine against others that know the answer: `node tests/prove/differential.mjs --pairs 2000`.
//
// Others: an evaluator written from the rule pack reference alone (Python, fractions), two arithmetics, the engine's own
// second build (wasm), and itself under changes that must not matter. Needs python3; builds its driver by itself.
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onPath, root } from "../../www/tool/places.mjs";
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

/** Both cores have something to do. @param {(seed: number, count: number) => Promise<any>} work @param {number} count */
async function twice(work, count) {
  const half = Math.ceil(count / 2);
  const [one, other] = await Promise.all([work(1, half), work(2, half)]);
  /** @type {Record<string, any>} */
  const sum = {};
  for (const key of Object.keys(one)) sum[key] = typeof one[key] === "number" ? one[key] + other[key] : one[key] ?? other[key];
  return sum;
}

/** @param {string} driver @param {number} pairs @returns {Promise<Row>} */
async function evaluator(driver, pairs) {
  const seen = await twice((seed, count) => python("compare.py", driver, seed, count), pairs);
  const first = seen.shown[0] ? JSON.stringify(seen.shown[0]) : null;
  return {
    what: "The engine against an evaluator written from the language reference alone (Python fractions): findings, metrics, states, progress",
    count: seen.pairs,
    wrong: seen.wrong,
    note: `${number(seen.refused)} of them with a pack that both refuse`,
    zh: {
      what: "引擎与只依据规则包说明另写的求值程序（Python 分数）比对：审核结果、指标、状态、进度",
      note: `其中 ${number(seen.refused)} 例的规则包双方都不接受`,
    },
    first,
  };
}

/** @param {string} driver @param {number} pairs @returns {Promise<Row>} */
async function explanations(driver, pairs) {
  const seen = await twice((seed, count) => python("explained.py", driver, seed + 10, count), Math.ceil(pairs / 2));
  return {
    what: "The line of numbers in an explanation, worked out by the other evaluator, gives the metric's value",
    count: seen.count,
    wrong: seen.wrong,
    note: `${number(seen.left_out)} more show a blank, a text or a day and are not arithmetic`,
    zh: { what: "说明中代入数字的算式，由另写的求值程序重算，得数与指标一致", note: `另有 ${number(seen.left_out)} 条含待填、文字或日期，不是算式` },
    first: seen.first && JSON.stringify(seen.first),
  };
}

/** @param {string} driver @param {string} cases @returns {Promise<Row>} */
async function wasm(driver, cases) {
  const seen = await compareWithNative(driver, cases);
  return {
    what: "The whole report from the native engine and from wasm: the same bytes",
    ...seen,
    note: "but for engine.kind",
    zh: { what: "本机引擎与 wasm 引擎的完整报告：逐字节相同", note: "engine.kind 除外" },
  };
}

const PROPERTIES = [
  ["incremental", "Edited field by field, with detours, a form stands as one checked in full", "逐格修改（含改错再改回）后的结果与整表审核相同"],
  ["order", "Fields, metrics and rules in another order give the same", "指标、规则换了先后次序，结果不变"],
  ["unrelated", "A field that nothing names changes nothing else", "无关的一格不影响其他任何结果"],
  ["back", "Typing back restores every byte, reasons too", "改回原值后逐字节还原，已写的说明一并恢复"],
  ["pure", "Nothing but the pack and the values decides: a pack loaded anew, values in another order, other forms in between", "结果只取决于规则包和填报值：重新载入、换次序、穿插其他表均不影响"],
];

/** @param {string} driver @param {string} cases @returns {Promise<Row[]>} */
async function properties(driver, cases) {
  const child = spawn(driver, ["properties"], { stdio: [openSync(cases, "r"), "pipe", "inherit"] });
  let output = "";
  child.stdout?.on("data", (data) => (output += data));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Refusal("The driver broke off while trying the properties.");
  const seen = told(output);
  return PROPERTIES.map(([name, what, zh]) => ({ what, ...seen[name], note: "", zh: { what: zh, note: "" } }));
}

/** @param {string} driver @param {number} count @returns {Promise<Row[]>} */
async function decimals(driver, count) {
  const seen = await twice((seed, half) => python("decimals.py", driver, half, seed), count);
  const note = "two operations and a rounding each, every rounding mode; numbers that grow too long are refused, never wrong";
  const zh = "每例两次运算、一次取舍，含全部取舍方式；位数过长的不给结果，不给错的结果";
  return [
    { what: "Exact decimals against num-rational", count: seen.count, wrong: seen.wrong_rational, note, zh: { what: "精确小数与 num-rational 比对", note: zh } },
    { what: "Exact decimals against Python's decimal (libmpdec) and whole numbers", count: seen.count, wrong: seen.wrong, note, first: seen.first,
      zh: { what: "精确小数与 Python decimal（libmpdec）及整数运算比对", note: zh } },
  ];
}

/** @param {string} driver @param {number} count @returns {Promise<Row[]>} */
async function forms(driver, count) {
  const ties = told(await run(driver, ["ties", String(count)]));
  const totals = told(await run(driver, ["totals", String(count)]));
  const [fixed, floats] = [wrongTies(count), wrongTotals(count)].map((wrong) => `${number(wrong)} (${percent(wrong, count)})`);
  return [
    { what: "Ties d.dd5, typed into a form and rounded to hundredths, half up and half even", count, wrong: ties, note: `toFixed(2): ${fixed} wrong`,
      zh: { what: "形如 d.dd5 的数填入表中取两位小数（四舍五入与成双）", note: `toFixed(2)：错 ${fixed}` } },
    { what: "Right totals a + b + c = d pass, and those one hundredth off do not", count, wrong: totals, note: `JavaScript numbers: ${floats} right totals called wrong`,
      zh: { what: "正确的合计 a + b + c = d 都通过，差 0.01 的都不通过", note: `JavaScript 数字：${floats} 的正确合计被判为错` } },
  ];
}

/**
 * @param {{ pairs?: number }} [options] pairs of pack and values; ten times as many for decimals, ties and totals
 * @returns {Promise<Row[]>}
 */
export async function differential({ pairs = 100_000 } = {}) {
  if (!onPath("python3")) throw new Refusal("python3 is needed: the second evaluator is written in it. On Debian: apt-get install python3");
  say("Against others that know the answer");
  const folder = mkdtempSync(join(tmpdir(), "tianbao-prove-"));
  const cases = join(folder, "cases");
  const many = Math.ceil(pairs * SPOILT);
  /** @type {Row[]} */
  const rows = [];
  const add = (/** @type {string} */ name, /** @type {() => Promise<Row | Row[]>} */ work) => step(name, async () => void rows.push(...[await work()].flat()));
  try {
    const driver = await step("the driver", buildDriver);
    await step("random packs", () => writeCases(cases, many));
    await add("an independent evaluator", () => evaluator(driver, many));
    await add("explanations recomputed", () => explanations(driver, pairs));
    await add("native and wasm", () => wasm(driver, cases));
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
