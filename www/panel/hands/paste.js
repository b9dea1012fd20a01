// A block of cells that is pasted into a field. One cell is the browser's to paste, and so is all that we cannot show first.

import { listen } from "../../events.js";
import { safely } from "../../warn.js";
import { labelOf } from "../labels.js";
import { readingOf } from "./plan.js";
import { preview } from "./preview.js";
import { tableOf } from "./table.js";

/** @typedef {import("../../types/inner").Bound} Bound */
/** @typedef {import("../../types/inner").View} View */

/** No form has as many fields as cells fit in here, in characters. */
const MOST = 200000;

/**
 * @param {() => View} view
 * @param {HTMLElement} dock
 * @param {ReturnType<typeof import("./keys.js").makeKeys>} keys
 * @param {import("./text.js").Words} text
 * @param {Pick<ReturnType<typeof import("./taken.js").makeTaken>, "fill" | "forget">} taken
 */
export function makePaste(view, dock, keys, text, taken) {
  /** @type {ReturnType<typeof preview> | null} */
  let open = null;
  const paste = safely("pasting a block", (/** @type {ClipboardEvent} */ event) => {
    const at = view().bound.filter(({ control }) => control.kind === "text" && control.element === event.target)[0];
    const table = at && !event.defaultPrevented ? blockOf(event, at) : null;
    if (!at || !table || open) return;
    taken.forget();
    const reading = readingOf(table, at, view());
    const from = reading.named ? "" : labelOf(view().pack, at.field);
    open = preview(reading, from, text, dock, keys, safely("filling in a block", (steps) => {
      open = null;
      at.control.element.focus();
      if (steps) taken.fill(steps, at.field);
    }));
    event.preventDefault();
  });
  const deaf = listen(view().container.ownerDocument, { paste }, false);
  return {
    remove() {
      deaf();
      if (open) open.close();
    },
  };
}

/** More than one cell. @param {ClipboardEvent} event @param {Bound} at */
function blockOf({ clipboardData }, { control }) {
  const text = clipboardData ? clipboardData.getData("text/plain") : "";
  if (!clipboardData || text.length > MOST || !/[\t\r\n]/.test(text)) return null;
  // Lines of a text belong into a field of several lines.
  if (control.element.tagName === "TEXTAREA" && text.indexOf("\t") < 0) return null;
  const table = tableOf(text, clipboardData.getData("text/html"));
  return table.length * table[0].length > 1 ? table : null;
}
