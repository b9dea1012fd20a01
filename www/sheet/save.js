// The table as a file, or as a text to copy where nothing can be saved.

import { button, dress, fill, make } from "../panel/dom.js";
import { windowOf } from "../realm.js";

/** @typedef {import("./text.js").Words} Words */

/** What shows pages inside other programs and saves no files. */
const KEPT_IN = /micromessenger|miniprogram|dingtalk|alipayclient/i;

/** @param {Words} text */
export function makeSaver(text) {
  const area = /** @type {HTMLTextAreaElement} */ (make("textarea", "sheet-text"));
  const element = fill(make("div", "sheet-away"), make("p", "sheet-line", text.copyHint), area, button("sheet-do", text.copy, () => {
    area.focus();
    area.select();
  }));
  area.readOnly = true;
  area.setAttribute("aria-label", text.table);
  return {
    element,
    /** @param {string} name @param {string} csv */
    save(name, csv) {
      if (download(element, name, csv)) return;
      area.value = csv.replace(/^\ufeff/, "");
      dress(element, "sheet-copy");
      area.focus();
    },
  };
}

/** @param {HTMLElement} near @param {string} name @param {string} csv */
function download(near, name, csv) {
  const { URL, Blob, navigator } = windowOf(near);
  const link = /** @type {HTMLAnchorElement} */ (make("a", "sheet-away"));
  if (!("download" in link) || !URL || KEPT_IN.test(navigator.userAgent)) return false;
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  fill(near, link).removeChild(click(link));
  // The browser is still reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  return true;
}

/** @param {HTMLAnchorElement} link */
function click(link) {
  link.click();
  return link;
}

/** A name that every system takes. @param {string} title @param {Date} at */
export function nameOf(title, at) {
  const day = new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  return `${title.replace(/[\\/:*?"<>|\s]+/g, " ").trim()} ${day}.csv`;
}
