// The key that takes what is offered beside the field in use. Tab does not lead there: it goes on to the next field, and what is
// beside the field goes with the focus.

import { list } from "../../list.js";
import { listen } from "../../events.js";
import { safely } from "../../warn.js";
import { attribute, make } from "../dom.js";
import { isComposing, isKey } from "../hands/keys.js";

const MARK = "aria-keyshortcuts";

/** The key takes this button from now on, which is told beside it. @param {HTMLElement} button @param {string} hint */
export function keyed(button, hint) {
  attribute(button, MARK, "F2");
  return make("span", "way-key", hint);
}

/** What is beside a field that the key would take, and how it is called aloud. @param {HTMLElement[]} lines */
export function keyedIn(lines) {
  const [line] = lines.filter((one) => one.querySelector(`[${MARK}]`) !== null);
  if (!line) return null;
  const button = /** @type {HTMLElement} */ (line.querySelector(`[${MARK}]`));
  const lead = line.querySelector(".tianbao-ways-lead");
  return { button, name: (lead ? `${lead.textContent} ` : "") + (button.getAttribute("aria-label") || button.textContent || "") };
}

/** @param {Document} page @param {() => HTMLElement | null} offered what is offered at the field in use */
export function hearKey(page, offered) {
  const key = safely("a key", (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !isKey(event, "F2")) return;
    const one = offered();
    // Under a bar of the page or in a closed tab nobody sees what would be taken.
    if (!one || list(one.getClientRects()).length === 0) return;
    event.preventDefault();
    one.click();
  });
  return listen(page, { keydown: key }, false);
}
