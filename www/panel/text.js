// The panel's own words, beside those that it shares with the fields.

import { words as shared } from "../text.js";

/** @typedef {typeof zh & import("../text.js").Words} Words */

const zh = {
  severityLong: { mandatory: "强制性审核", verify: "核实性审核", hint: "提示性审核" },
  findings: "审核",
  metrics: "指标",
  panel: "填报审核",
  fold: "收起",
  unfold: "展开",
  next: "下一条",
  previous: "上一条",
  keys: "F8 下一条 · Shift+F8 上一条",
  allClear: "目前没有需要处理的问题。",
  nothingYet: "尚未填写。填写后，审核情况会显示在这里。",
  stillToFill: "还有必填项没有填写。",
  goToNextBlank: "前往下一个待填项",
  blockedTitle: "尚不能提交",
  blocked: "强制性审核通过、必填项填齐后即可提交。",
  blockedVerify: "请先写明核实性审核的原因，再提交。",
  blockedNotice: "有几处按您填写的文字作了换算，提交时系统收到的是原文。请改为数字后再提交；确需保留原文的，再次提交即可。",
  reason: "写明原因",
  reasonGiven: "已写明原因",
  reasonLabel: "核实说明",
  reasonSave: "保存说明",
  reasonRemove: "撤回说明",
  reasonHint: "请写明实际情况，",
  reasonLeast: ["至少 ", " 个字（不计标点和套话）。"],
  reasonErrors: {
    "too-short": "说明还不够具体，请再补充实际情况。",
    "empty-phrase": "这是套话，请写明造成这一情况的具体原因。",
    "not-open": "这一条已经通过，不需要说明。",
    "not-verify": "这一条需要改正数据，不能用说明代替。",
  },
  waitingFor: "还需填写：",
  other: "其他",
};

/** @type {typeof zh} */
const en = {
  severityLong: { mandatory: "Must be fixed", verify: "Check or explain", hint: "For your information" },
  findings: "Checks",
  metrics: "Figures",
  panel: "Report checks",
  fold: "Fold",
  unfold: "Open",
  next: "Next",
  previous: "Previous",
  keys: "F8 next · Shift+F8 previous",
  allClear: "There is nothing to deal with at the moment.",
  nothingYet: "Nothing filled in yet. Checks will appear here as you go.",
  stillToFill: "Some required answers are still blank.",
  goToNextBlank: "Go to the next blank answer",
  blockedTitle: "Not ready to submit",
  blocked: "You can submit when everything that must be fixed is fixed and all required answers are filled in.",
  blockedVerify: "Explain the figures marked for checking, then submit.",
  blockedNotice: "Some answers are written in words or with a unit, and would be sent as they stand. Change them to plain numbers, or submit again to keep them.",
  reason: "Explain",
  reasonGiven: "Explained",
  reasonLabel: "Your explanation",
  reasonSave: "Save explanation",
  reasonRemove: "Take it back",
  reasonHint: "Say what the situation is, in ",
  reasonLeast: ["at least ", " characters, not counting punctuation and set phrases."],
  reasonErrors: {
    "too-short": "The explanation needs more detail. Say what the situation is.",
    "empty-phrase": "This is a set phrase. Say what caused the figure.",
    "not-open": "This check has passed and needs no explanation.",
    "not-verify": "This must be fixed in the figures. An explanation cannot replace it.",
  },
  waitingFor: "Still needed: ",
  other: "Other",
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return Object.assign({}, shared(locale), locale === "en" ? en : zh);
}
