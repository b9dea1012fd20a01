// Shows what a block would fill in, row by row, before anything is written. A dialog of ours: the keys and the focus stay inside
// until it is answered, and the focus goes back to where it came from.

import { list } from "../../list.js";
import { beganIn } from "../../realm.js";
import { attribute, button, fill, make, say } from "../dom.js";
import { isComposing, isKey } from "./keys.js";

/** @typedef {import("./plan.js").Reading} Reading */
/** @typedef {import("./plan.js").Step} Step */
/** @typedef {import("./text.js").Words} Words */

let next = 0;

/**
 * @param {Reading} reading
 * @param {string} from the label of the field that it was pasted into; "" where labels say what goes where
 * @param {Words} text
 * @param {HTMLElement} dock
 * @param {ReturnType<typeof import("./keys.js").makeKeys>} keys
 * @param {(steps: Step[] | null) => void} answered null: nothing is to be filled in
 */
export function preview(reading, from, text, dock, keys, answered) {
  let way = reading.first;
  const title = make("h2", "paste-title");
  const rows = make("tbody", "paste-rows");
  const left = make("p", "away");
  const go = button("paste-go", text.fill, () => close(reading.read(way).steps.filter(({ why }) => why === "")));
  const stop = button("paste-stop", text.cancel, () => close(null));
  const box = make("section", "paste");
  const cover = fill(make("div", "paste-cover"), box);
  const lead = make("p", "paste-lead", from === "" ? text.byName : text.inTurn.join(from));
  fill(box, title, lead);
  if (reading.ways.length > 1) box.appendChild(choice(reading, text, (chosen) => paint((way = chosen))));
  fill(box, tableOf(rows, text), left, fill(make("div", "paste-foot"), stop, go));
  next += 1;
  title.id = `tianbao-paste-${next}`;
  attribute(box, "role", "dialog");
  attribute(box, "aria-modal", "true");
  attribute(box, "aria-labelledby", title.id);

  /** @param {number} chosen */
  function paint(chosen) {
    const { steps, rest } = reading.read(chosen);
    const count = steps.filter(({ why }) => why === "").length;
    say(title, count === 0 ? text.nothing : text.willFill.join(String(count)));
    list(rows.children).forEach((row) => row.remove());
    steps.forEach((step) => rows.appendChild(rowOf(step, text)));
    say(left, rest === 0 ? "" : text.left.join(String(rest)));
    left.className = rest === 0 ? "tianbao-away" : "tianbao-paste-left";
    go.className = count === 0 ? "tianbao-away" : "tianbao-paste-go";
    say(stop, count === 0 ? text.close : text.cancel);
  }

  /** @param {Step[] | null} steps */
  function close(steps) {
    keys.seize(null);
    cover.remove();
    answered(steps);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (isComposing(event)) return;
    const at = insideOf(event, box);
    if (isKey(event, "Escape")) {
      keys.take(event);
      close(null);
    } else if (isKey(event, "Tab")) turn(event, at);
    else if (isKey(event, "Enter") && !(at && /^(BUTTON|SELECT)$/.test(at.tagName))) {
      keys.take(event);
      (go.className === "tianbao-away" ? stop : go).click();
    }
  }

  /** From the last to the first, and back. @param {KeyboardEvent} event @param {Element | null} at */
  function turn(event, at) {
    const stops = /** @type {HTMLElement[]} */ (list(box.querySelectorAll("select,[tabindex],button"))).filter((one) => one.getClientRects().length > 0);
    const place = stops.indexOf(/** @type {any} */ (at));
    keys.take(event);
    stops[(place + (event.shiftKey ? stops.length - 1 : 1)) % stops.length].focus();
  }

  paint(way);
  dock.appendChild(cover);
  keys.seize(key);
  (go.className === "tianbao-away" ? stop : go).focus();
  return { close: () => close(null) };
}

/** What of our dialog has the focus. @param {KeyboardEvent} event @param {Element} box @returns {Element | null} */
function insideOf(event, box) {
  if (!beganIn(event, box)) return null;
  return /** @type {Element} */ (event.composedPath ? event.composedPath()[0] : event.target);
}

/** @param {Reading} reading @param {Words} text @param {(way: number) => void} chosen */
function choice({ ways, first }, text, chosen) {
  const select = /** @type {HTMLSelectElement} */ (make("select", "paste-way"));
  ways.forEach(({ kind, place, heading }) => {
    const named = heading === "" ? "" : text.heading.join(heading);
    select.appendChild(make("option", "paste-option", text[kind].join(String(place + 1)) + named));
  });
  select.selectedIndex = first;
  select.addEventListener("change", () => chosen(select.selectedIndex));
  return fill(make("label", "paste-ways", text.take), select);
}

/** @param {HTMLElement} rows @param {Words} text */
function tableOf(rows, text) {
  const heads = [text.field, text.now, text.next].map((name, i) => {
    const head = make("th", i === 0 ? "paste-head label" : "paste-head", name);
    attribute(head, "scope", "col");
    return head;
  });
  const table = fill(make("table", "paste-table"), fill(make("thead", "paste-heads"), fill(make("tr", "paste-row"), ...heads)), rows);
  const scroll = fill(make("div", "paste-scroll"), table);
  scroll.tabIndex = 0;
  attribute(scroll, "role", "group");
  attribute(scroll, "aria-label", text.field);
  return scroll;
}

/** @param {Step} step @param {Words} text */
function rowOf({ label, bound, now, text: value, why }, text) {
  const out = why === "" ? "" : " out";
  const head = make("th", `paste-label${out}`, label);
  attribute(head, "scope", "row");
  const fresh = make("td", `paste-next${out}`, why === "blank" ? "" : value);
  if (why !== "") fresh.appendChild(make("span", "paste-why", text.why[why]));
  return fill(make("tr", "paste-row"), head, make("td", "paste-now", now === "" && bound ? text.empty : now), fresh);
}
