// The one quiet card of a draft, above the panel. It never takes the focus, and never answers for the person.

import { arrange, button, fill, make } from "../panel/dom.js";
import { DRAFT_SHEET } from "./style.js";

/** @typedef {{ name: string, act: () => void }} Choice */
/** @typedef {{ lines: string[], items?: string[], choices: Choice[] }} Content */

/** @param {import("../panel/stage.js").Stage} stage @param {string} name */
export function makeCard(stage, name) {
  const element = make("section", "draft");
  element.setAttribute("aria-label", name);
  let said = "";

  /** @param {Content} content */
  function say({ lines, items = [], choices }) {
    const now = JSON.stringify([lines, items, choices.map((choice) => choice.name)]);
    if (now === said) return;
    said = now;
    const within = holdsFocus(element);
    const list = fill(make("ul", "draft-list"), ...items.map((item) => make("li", "draft-item", item)));
    const buttons = choices.map(({ name: label, act }, i) => button(i === 0 ? "draft-do first" : "draft-do", label, act));
    const [first, ...rest] = lines.map((line) => make("p", "draft-line", line));
    arrange(element, [first].concat(items.length > 0 ? rest.concat(list) : rest, fill(make("div", "draft-choices"), ...buttons)));
    stage.wear(DRAFT_SHEET);
    if (element.parentNode !== stage.dock) stage.dock.insertBefore(element, stage.dock.firstChild);
    stage.say(lines.join(" "));
    // The button that was pressed is gone: whoever pressed it stays in the card.
    if (within) buttons[0].focus();
  }

  function hide() {
    if (said === "") return;
    const within = holdsFocus(element);
    said = "";
    element.remove();
    const next = within && stage.dock.querySelector("button");
    if (next) /** @type {HTMLElement} */ (next).focus();
  }

  return { say, hide };
}

/** @param {Element} element */
function holdsFocus(element) {
  const root = /** @type {any} */ (element.getRootNode ? element.getRootNode() : element.ownerDocument);
  return !!root.activeElement && element.contains(root.activeElement);
}
