// Forms on a page and in its frames: those that a selector names, or the one that holds most of a pack's fields.

import { find } from "./bind/find.js";
import { hostOf } from "./host.js";
import { controls } from "./host/native.js";
import { fold, list } from "./list.js";
import { fieldNames } from "./names.js";
import { documentsIn } from "./realm.js";

/** @typedef {import("./types/inner").Pack} Pack */

const DIALOG = "[role=dialog],dialog,.el-dialog__wrapper,.el-overlay,.ant-modal-root,.ant-modal-wrap,.modal,.window,.layui-layer";

/** @param {string} selector @returns {Element[]} */
export function matching(selector) {
  return fold(documentsIn(document), (all, page) => all.concat(list(page.querySelectorAll(selector))), /** @type {Element[]} */ ([]));
}

/** How many inputs there are, where, and which dialogs are open: while this stays, so does what can be found. */
export function census() {
  return documentsIn(document).map((page) => {
    const open = list(page.querySelectorAll(DIALOG)).map((dialog) => (isShown(dialog) ? 1 : 0));
    return [page.querySelectorAll("input,select,textarea").length].concat(open);
  }).join();
}

/** Every input that is on view. @returns {Element[]} */
export function shown() {
  return matching("input,select,textarea").filter(isShown);
}

/**
 * @param {Pack} pack
 * @param {Record<string, string>} map
 * @param {string} host
 * @param {(element: Element) => boolean} taken inputs that are out of the question
 * @returns {Element | null}
 */
export function bestOn(pack, map, host, taken) {
  const found = documentsIn(document).map(({ body }) => {
    const free = controls(body).filter(({ element, face }) => !taken(element) && (isShown(face) || !isCopy(face)));
    return find(body, fieldNames(pack), free, hostOf(body, host), map);
  });
  const best = found.filter(Boolean).sort((a, b) => /** @type {any} */ (b).fields - /** @type {any} */ (a).fields)[0];
  return best ? best.container : null;
}

/** Whether an element asks enough of a pack's fields to be a form of its. @param {Element | null} element @param {Pack} pack @param {Record<string, string>} map @param {string} host */
export function asks(element, pack, map, host) {
  return element !== null && find(element, fieldNames(pack), controls(element), hostOf(element, host), map) !== null;
}

/** @param {Element} face */
function isShown(face) {
  return face.getClientRects().length > 0;
}

/** Dialogs that were closed stay in many pages, and hidden panes belong to the form: only the former is out. @param {Element} face */
function isCopy(face) {
  const dialog = face.closest(DIALOG);
  return dialog !== null && !isShown(dialog);
}
