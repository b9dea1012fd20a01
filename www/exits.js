// Whether a control that stands outside a form belongs to it all the same: in its dialog, or below it on the page.

import { list } from "./list.js";
import { isSpoken } from "./submitters.js";

/** What floats above a page and is a matter of its own. */
const FLOATING = [
  "[role=dialog],[role=alertdialog],[role=tooltip],dialog,.layui-layer,.modal,.ui-dialog,.window,.messager-window,.dropdown-menu,.layui-laydate",
  "[class*=el-dialog],[class*=el-drawer],[class*=el-pop],[class*=el-message],[class*=el-picker-panel]",
  "[class*=ant-modal],[class*=ant-drawer],[class*=ant-pop],[class*=ant-picker-dropdown],[class*=ant-calendar],[class*=weui-dialog],[class*=popup]",
].join();
const ELSEWHERE = "nav,[role=navigation],[role=search],[role=menu],[role=menubar],[role=tablist],table,[class*=pagination],[class*=laypage]";

/**
 * @param {Element} control
 * @param {Element} stand the form, or the frame that it is shown in
 * @param {Set<Element>} guarded
 */
export function isNear(control, stand, guarded) {
  const floating = control.closest(FLOATING);
  if (floating) return floating.contains(stand);
  const elsewhere = control.closest(ELSEWHERE);
  return !(elsewhere && !elsewhere.contains(stand)) && isSpoken(control) && nearest(control, guarded).indexOf(stand) >= 0;
}

/** The guarded elements that lie closest to a control. @param {Element} control @param {Set<Element>} guarded */
function nearest(control, guarded) {
  for (let at = control.parentElement; at; at = at.parentElement) {
    const around = at;
    const inside = list(guarded).filter((one) => around.contains(one));
    if (inside.length > 0) return inside;
  }
  return [];
}
