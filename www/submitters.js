// What does a control do when pressed: hand the report in, save a draft, or something else?

/** @typedef {"hand-in" | "draft" | "other"} Purpose */

import { list } from "./list.js";
import { isElement } from "./realm.js";

const PRESSABLE = "button,uni-button,input[type=submit],input[type=button],input[type=image],input[type=reset],a,[role=button],[lay-submit],[onclick],[class*=btn],[class*=button]";
const DRAFT = /暂存|草稿|draft|saveforlater/i;
const STRONG = /提交|上报|报送|送审|呈报|submit|handin/i;
const WEAK = /确定|确认|confirm|^ok$/i;
const SAVE = /保存|^save/i;
const ELSE = /记录|列表|历史|查看|撤回|撤销|取消|时间|状态|情况|说明|重置|返回|关闭|查询|搜索|检索|导出|导入|打印|预览|下载|上传|删除|清空|上一步|下一步|reset|cancel|back|search|query|export|print|preview|delete|history/i;

/** The button-like element that an event came from. @param {EventTarget | null} target */
export function pressed(target) {
  const control = isElement(target) ? target.closest(PRESSABLE) : null;
  // A group of buttons is no button, whatever its class says.
  return control && !control.querySelector("button,input,a") ? control : null;
}

/** @param {Element} control @returns {string} */
function caption(control) {
  const said = /** @type {HTMLInputElement} */ (control).value || control.textContent || "";
  const text = said.trim() || control.getAttribute("aria-label") || control.getAttribute("title") || "";
  return text.replace(/\s+/g, "");
}

/**
 * @param {Element} control
 * @param {Element} scope where 提交 would stand if 保存 is only a draft here
 * @returns {Purpose}
 */
export function purpose(control, scope) {
  const text = caption(control);
  if (DRAFT.test(text)) return "draft";
  if (isReset(control) || leaves(control) || ELSE.test(text)) return "other";
  if (isStrong(text) || (text.length <= 8 && WEAK.test(text))) return "hand-in";
  if (SAVE.test(text)) return handsInElsewhere(control, scope) ? "draft" : "hand-in";
  if (isNative(control)) return control.hasAttribute("formnovalidate") ? "draft" : "hand-in";
  return byAttribute(control) ? "hand-in" : "other";
}

/** 提交 and its like leave no doubt. @param {string} text */
function isStrong(text) {
  return text.length <= 16 && STRONG.test(text) && !ELSE.test(text);
}

/** Outside the form only words count, and only those that end or keep its work. @param {Element} control */
export function isSpoken(control) {
  const text = caption(control);
  return text.length <= 16 && !ELSE.test(text) && (STRONG.test(text) || DRAFT.test(text) || SAVE.test(text) || (text.length <= 8 && WEAK.test(text)));
}

const SEARCHES = /查询|搜索|检索|筛选|search|query/i;

/** A region with a button that looks things up. @param {Element} region */
export function searches(region) {
  return captions(region).some((text) => SEARCHES.test(text));
}

/** A region with a button that hands it in, or keeps it. @param {Element} region */
export function handsIn(region) {
  return captions(region).some((text) => isStrong(text) || DRAFT.test(text) || (!ELSE.test(text) && (SAVE.test(text) || WEAK.test(text))));
}

/** @param {Element} region */
function captions(region) {
  return list(region.querySelectorAll(PRESSABLE)).map(caption);
}

/** Where 提交 would stand if 保存 only keeps a draft: the dialog, else the page. @param {Element} stand */
export function scopeOf(stand) {
  return stand.closest("[role=dialog],dialog,.layui-layer,.el-dialog,.ant-modal,.modal,.window,.ui-dialog") || stand.ownerDocument.body || stand;
}

/** A button that submits its form by itself. @param {Element} control */
export function isNative(control) {
  return (control.tagName === "BUTTON" || control.tagName === "INPUT") && /^(submit|image)$/.test(/** @type {HTMLInputElement} */ (control).type)
    && /** @type {HTMLInputElement} */ (control).form !== null;
}

/** @param {Element} control */
function isReset(control) {
  return /** @type {HTMLInputElement} */ (control).type === "reset";
}

/** A link to another page. @param {Element} control */
function leaves(control) {
  const href = control.tagName === "A" ? control.getAttribute("href") : null;
  return href !== null && !/^(#|javascript:|$)/i.test(href.trim());
}

/** @param {Element} control */
function byAttribute(control) {
  return control.hasAttribute("lay-submit") || /submit/i.test(`${control.id} ${control.getAttribute("name") || ""} ${control.getAttribute("onclick") || ""}`);
}

/** @param {Element} control @param {Element} scope */
function handsInElsewhere(control, scope) {
  return list(scope.querySelectorAll(PRESSABLE)).some((other) => other !== control && !leaves(other) && isStrong(caption(other)));
}
