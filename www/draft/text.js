// The words of a draft.

/** @typedef {typeof zh} Words */

const many = (/** @type {number} */ count, /** @type {string} */ thing) => `${count} ${thing}${count === 1 ? "" : "s"}`;

const zh = {
  name: "未提交的草稿",
  found: (/** @type {string} */ when, /** @type {number} */ count, /** @type {number} */ reasons) =>
    `本机留有 ${when} 的未提交草稿，共 ${count} 格${reasons > 0 ? `、核实说明 ${reasons} 条` : ""}。`,
  others: (/** @type {number} */ count) => `其中 ${count} 格与现在的内容不同，恢复时保留现在的：`,
  kept: (/** @type {number} */ count) => `另有 ${count} 格保留了现在的内容：`,
  onlyOthers: (/** @type {number} */ count) => `其中 ${count} 格与现在的内容不同：`,
  pair: (/** @type {string} */ label, /** @type {string} */ draft, /** @type {string} */ now) => `${label}：草稿 ${draft}，现在 ${now}`,
  more: (/** @type {number} */ count) => `另有 ${count} 格。`,
  blank: "未填",
  restore: "恢复",
  takeOthers: (/** @type {number} */ count) => `这 ${count} 格改用草稿`,
  drop: "删除",
  later: "稍后",
  restored: (/** @type {number} */ count) => `已按草稿填入 ${count} 格。`,
  waiting: (/** @type {number} */ count) => `另有 ${count} 格所在的页签尚未打开，打开后自动填入。`,
  refused: (/** @type {string} */ labels) => `请自行选填：${labels}。`,
  dropped: "已删除本机草稿。",
  undo: "撤销",
  close: "关闭",
  comma: "、",
};

/** @type {Words} */
const en = {
  name: "Draft not yet submitted",
  found: (when, count, reasons) =>
    `This device has a draft from ${when} that was not submitted: ${many(count, "answer")}${reasons > 0 ? ` and ${many(reasons, "explanation")}` : ""}.`,
  others: (count) => `${count} of them ${count === 1 ? "differs" : "differ"} from what the form has now, which is kept:`,
  kept: (count) => `${many(count, "answer")} ${count === 1 ? "was" : "were"} left as in the form:`,
  onlyOthers: (count) => `${count} of them ${count === 1 ? "differs" : "differ"} from what the form has now:`,
  pair: (label, draft, now) => `${label}: draft ${draft}, now ${now}`,
  more: (count) => `and ${count} more.`,
  blank: "blank",
  restore: "Restore",
  takeOthers: (count) => (count === 1 ? "Use the draft’s answer" : `Use the draft’s ${count} answers`),
  drop: "Delete",
  later: "Not now",
  restored: (count) => `${many(count, "answer")} ${count === 1 ? "was" : "were"} filled in from the draft.`,
  waiting: (count) => `${count} more will be filled in when you open their tab.`,
  refused: (labels) => `Choose these yourself: ${labels}.`,
  dropped: "The draft was deleted from this device.",
  undo: "Undo",
  close: "Close",
  comma: ", ",
};

/** @param {string} locale @returns {Words} */
export function words(locale) {
  return locale === "en" ? en : zh;
}
