// 审核表: the form as it stands on paper, its figures, findings and reasons; for the file and the signature.

import { button, dress, fill, make } from "../panel/dom.js";
import { shadeOf } from "../panel/shade.js";
import { wardrobe } from "../panel/wardrobe.js";
import { list } from "../list.js";
import { safely } from "../warn.js";
import { contentOf } from "./content.js";
import { csvOf } from "./csv.js";
import { paperOf } from "./paper.js";
import { makeSaver, nameOf } from "./save.js";
import { SHEET_SHEET, pageSheet } from "./style.js";
import { words } from "./text.js";
import { keepKeys, openWindow } from "./window.js";

/** @typedef {import("../types/inner").View} View */

/** How often it is asked whether the form is still attached, in ms. */
const EVERY = 500;
/** The one that is open. @type {(() => void) | null} */
let closeLast = null;

/** @param {View} view */
export function openSheet(view) {
  if (closeLast) closeLast();
  const text = words(view.locale);
  const now = new Date();
  const content = contentOf(view, text, now);
  const home = view.container.closest("dialog") || view.container.ownerDocument.body;
  const name = `${content.title} ${text.sheet}`;
  const opened = openWindow(home, name, (page) => draw(page));
  const watching = setInterval(() => {
    if (!isAttached(view)) close();
  }, EVERY);
  const close = () => {
    clearInterval(watching);
    closeLast = null;
    opened.close();
  };
  closeLast = close;

  /** @param {Document} page */
  function draw(page) {
    const { body, documentElement } = page;
    const saver = makeSaver(text);
    const bar = fill(make("header", "sheet-bar"), make("p", "sheet-name", name),
      button("sheet-do first", text.print, safely("printing", () => print(page))),
      button("sheet-do", text.table, safely("saving the table", () => saver.save(nameOf(name, now), csvOf(content, text)))),
      button("sheet-do", text.close, () => close()));
    page.title = name;
    documentElement.lang = view.locale === "en" ? "en" : "zh-CN";
    dress(body, `sheet-page${shadeOf(home)}`);
    fill(body, bar, saver.element, paperOf(content, text));
    const wear = wardrobe(/** @type {any} */ (page));
    wear(SHEET_SHEET);
    wear(pageSheet([content.title, content.about[0][1], content.about[2][1].slice(0, 12)].join(" · "), text.page));
    const stops = () => /** @type {HTMLElement[]} */ (list(body.querySelectorAll("button,textarea"))).filter((one) => one.getClientRects().length > 0);
    keepKeys(page, stops, () => close());
    stops()[0].focus();
  }
}

/** @param {Document} page */
function print(page) {
  const view = /** @type {Window} */ (page.defaultView);
  view.focus();
  view.print();
}

/** A form that was let go takes its sheet along. @param {View} view */
function isAttached({ session, pack }) {
  try {
    session.explain(pack.fields[0].id);
    return true;
  } catch {
    return false;
  }
}
