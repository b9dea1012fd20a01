// What stands beside the table of figures, in both languages.
import { cpus } from "node:os";
import { kilobytes, short, thousands } from "./figures.mjs";

/** @typedef {"en" | "zh-CN"} Language */

const TOWNSHIPS = 38_600;
const VILLAGES = 690_000;
const many = (/** @type {number} */ count) => count.toLocaleString("en");

/** @param {any} results @param {Language} language */
export function where({ chromium }, language) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = cpus()[0]?.model.trim() ?? "";
  const cores = cpus().length;
  const node = process.versions.node;
  if (language === "en") {
    return `Measured on ${date}: ${machine}, ${cores} cores; Chromium ${chromium}, Node ${node}. ` +
      "One workload of 96 fields, 24 metrics and 51 rules; figures of Chromium unless it says otherwise.";
  }
  return `${date} 测于 ${machine}，${cores} 核；Chromium ${chromium}，Node ${node}。` +
    "同一张表：96 个栏目，24 个指标，51 条审核；未注明的是 Chromium 中的数。";
}

/** @param {any} results @param {Language} language */
export const notes = (results, language) => [...(language === "en" ? english(results) : chinese(results))].join("\n");

/** @param {any} results */
function ours({ page, native, load }) {
  const { whole, judge, batch } = page?.figures ?? {};
  return {
    fresh: whole?.["tianbao:fresh"]?.median,
    read: whole?.["tianbao:read"]?.median,
    judge: judge?.tianbao?.median,
    perSecond: batch?.tianbao ? 1e6 / batch.tianbao.median : undefined,
    native,
    module: load?.module,
  };
}

/** Seconds. @param {number} perSecond */
const both = (perSecond) => ({ townships: short(TOWNSHIPS / perSecond), villages: short(VILLAGES / perSecond) });

/** @param {any} results */
function* english(results) {
  const { fresh, read, judge, perSecond, native, module } = ours(results);
  if (results.keystroke) {
    yield "- **keystroke to paint**: the demonstration's report of 132 fields and 190 rules with mistakes in it, typed into by real keys on a processor slowed down four times; " +
      "from the key's own time to the first task after the frame that shows what it changed, with frames as soon as they are wanted. Script, style and layout: for each key.";
  }
  yield "- **wrong**: of 2,000 records, and of 200 on which binary floats round the wrong way; counted before anything is timed. " +
    "Tianbao is given text as typed; the others are given numbers, with nothing to read, and in an edit make one number of one text. " +
    "They say only which rules do not hold; Tianbao's findings are sentences.";
  yield "- **p99**: of blocks of at least half a millisecond. " +
    "**records/s**: for the others, whole checks; for Tianbao, all records as one CSV text. " +
    "**first load**: brotli, without the form; for Tianbao the one-file script" +
    `${module ? ` (ES module and wasm: ${kilobytes(module)} kB)` : ""}.`;
  yield "- **cold start**: a fresh page, from the script's evaluation to the first report, the form included, nothing from the network (without wasm: the two scripts from the same machine). " +
    "**memory**: what a collected heap, its buffers and wasm's memory hold more than before; compiled code is not in it. " +
    "The engine without wasm keeps 16 MB of room from its start, most of which is never touched.";
  if (fresh && read) {
    const judged = judge ? `; the judgement alone, with the values in: ${short(judge)} µs` : "";
    yield `- Tianbao's whole check in a new session: ${short(fresh)} µs; with every part of the report read: ${short(read)} µs${judged}.`;
  }
  if (perSecond) {
    const { townships, villages } = both(perSecond);
    yield `- One page checks ${many(TOWNSHIPS)} townships in ${townships} s and ${many(VILLAGES)} villages in ${villages} s.`;
  }
  if (native) {
    const { townships, villages } = both(native.records / native.seconds);
    yield `- The native command line on one core: ${thousands(native.records / native.seconds)} records/s ` +
      `(a file of ${many(native.records)} in ${short(native.seconds)} s, ${short(native.user)} s of them its own work; ` +
      `${native.wrong} wrong): the townships in ${townships} s, the villages in ${villages} s.`;
  }
}

/** @param {any} results */
function* chinese(results) {
  const { fresh, read, judge, perSecond, native, module } = ours(results);
  if (results.keystroke) {
    yield "- **键入到呈现**：演示页的整张年报（132 个栏目、190 条审核，带有错填），处理器减速到四分之一，用真实按键逐键输入；" +
      "从按键时刻到显示出变化的那一帧之后的第一个任务，帧随要随出。脚本、样式与布局按每键计。";
  }
  yield "- **答错**：先核对，后计时；前一个数是 2,000 份中答错的份数，后一个是专挑二进制浮点易错的 200 份中答错的份数。" +
    "填报收到的是原样的文字；其他各家收到的是现成的数，只在改一格时把一段文字转成数。" +
    "其他各家只报哪条审核不通过，填报给出完整的提示。";
  yield "- **p99**：按不短于半毫秒的一段计。**份/秒**：其他各家按整表核对折算；填报是把全部记录作为一段 CSV 文字一次送入。" +
    `**首次加载**：brotli 压缩后的大小，不含表的定义；填报是单文件脚本${module ? `（ES 模块加 wasm 为 ${kilobytes(module)} kB）` : ""}。`;
  yield "- **冷启动**：全新的页面，从执行脚本到得出第一份结果，含读入表的定义，不含网络（不用 wasm 的一行含从本机取两个脚本）。" +
    "**内存**：垃圾回收之后，堆、缓冲区和 wasm 内存比之前多占的部分，不含编译后的代码。" +
    "不用 wasm 的引擎一开始就预留 16 MB，大部分不会动用。";
  if (fresh && read) {
    const judged = judge ? `；数已读入、只作判断，${short(judge)} 微秒` : "";
    yield `- 填报整表核对：每份新开一次，${short(fresh)} 微秒；结果逐项读完，${short(read)} 微秒${judged}。`;
  }
  if (perSecond) {
    const { townships, villages } = both(perSecond);
    yield `- 在一个网页里核对 ${many(TOWNSHIPS)} 个乡镇要 ${townships} 秒，核对 ${many(VILLAGES)} 个村要 ${villages} 秒。`;
  }
  if (native) {
    const { townships, villages } = both(native.records / native.seconds);
    yield `- 命令行（本机编译，用一个核）每秒 ${thousands(native.records / native.seconds)} 份` +
      `（一个文件 ${many(native.records)} 份，用时 ${short(native.seconds)} 秒，其中自身计算 ${short(native.user)} 秒，` +
      `答错 ${native.wrong} 份）；全部乡镇 ${townships} 秒，全部村 ${villages} 秒。`;
  }
}
