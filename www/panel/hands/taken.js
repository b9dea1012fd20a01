// Writes a block as one change, says so, and takes it back as one.

import { list } from "../../list.js";
import { listen } from "../../events.js";
import { put } from "../../record.js";
import { safely } from "../../warn.js";
import { button, dress, fill, make } from "../dom.js";
import { labelOf } from "../labels.js";
import { isComposing, isKey } from "./keys.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("./plan.js").Step} Step */
/** @typedef {import("./text.js").Words} Words */

/** A figure that was written into the focused field and tidied is two steps of the browser's own undo. */
const STEPS = 2;

/**
 * @param {() => View} view
 * @param {Actions} actions
 * @param {HTMLElement} dock
 * @param {ReturnType<typeof import("./keys.js").makeKeys>} keys
 * @param {Words} text
 * @param {(sentence: string) => void} aloud
 */
export function makeTaken(view, actions, dock, keys, text, aloud) {
  const page = view().container.ownerDocument;
  /** What was written last, and what stood there; null once the person has changed something else. @type {{ steps: Step[], before: Record<string, string>, focus: string } | null} */
  let last = null;
  let writing = false;
  const line = make("p", "away");

  /** @param {() => void} action */
  function write(action) {
    writing = true;
    try {
      action();
    } finally {
      writing = false;
    }
  }

  function undo() {
    if (!last) return;
    const { steps, before, focus } = last;
    last = null;
    const back = steps.map(({ bound }) => /** @type {import("../../types/inner").Bound} */ (bound));
    write(() => {
      back.filter(({ field }) => field === focus).forEach(({ control, field }) => step(/** @type {HTMLInputElement} */ (control.element), before[field]));
      actions.enterAll(before);
      steps.forEach(({ answer }) => answer && answer.back());
    });
    const stay = back.filter(({ field }) => view().report.fields[field].typed !== before[field]);
    tell(text.undone.join(String(back.length - stay.length)), named(text.stays, stay.map(({ field }) => labelOf(view().pack, field)), text), false);
  }

  /** @param {string} said @param {string} more @param {boolean} back whether it can be taken back */
  function tell(said, more, back) {
    list(line.childNodes).forEach((child) => line.removeChild(child));
    dress(line, "pasted");
    const sentence = more === "" ? said : `${said}；${more}`;
    fill(line, make("span", "pasted-text", sentence));
    if (back) line.appendChild(button("paste-back", text.undo, again));
    dock.insertBefore(line, dock.firstChild);
    aloud(sentence);
  }

  /** By the button the focus goes back to the form. */
  const again = safely("taking back", () => {
    const focus = last ? last.focus : "";
    if (focus !== "") actions.focus(focus);
    undo();
  });

  function forget() {
    last = null;
    line.remove();
  }

  const key = safely("taking back", (/** @type {KeyboardEvent} */ event) => {
    if (!last || event.defaultPrevented || isComposing(event) || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    if (!isKey(event, "z")) return;
    keys.take(event);
    undo();
  });
  const input = safely("taking back", (/** @type {Event} */ event) => {
    if (event.isTrusted && !writing) forget();
  });
  const deaf = [listen(page, { keydown: key }, false), listen(page, { input, reset: input }, true)];
  return {
    forget,
    /** @param {Step[]} steps @param {string} focus the field that has the focus */
    fill(steps, focus) {
      /** @type {Record<string, string>} */
      const before = {};
      /** @type {Record<string, string>} */
      const values = {};
      const texts = steps.filter(({ answer }) => !answer);
      const { fields } = view().session.report();
      steps.forEach(({ bound, text: value }) => {
        const { field } = /** @type {import("../../types/inner").Bound} */ (bound);
        put(before, field, fields[field].typed);
        put(values, field, value);
      });
      const choices = steps.filter(({ answer }) => answer);
      /** @type {string[]} */
      let took = [];
      write(() => {
        took = actions.enterAll(values, true);
        choices.forEach(({ answer }) => answer && answer.give());
      });
      const refused = texts.filter(({ bound }) => bound && took.indexOf(bound.field) < 0);
      last = { steps, before, focus };
      tell(text.filled.join(String(steps.length - refused.length)), named(text.refused, refused.map(({ label }) => label), text), true);
    },
    remove() {
      deaf.forEach((stop) => stop());
      line.remove();
    },
  };
}

/** The browser's own undo takes back what we typed into the field that has the focus. @param {HTMLInputElement} input @param {string} wanted */
function step(input, wanted) {
  const page = input.ownerDocument;
  for (let i = 0; i < STEPS && input.value !== wanted && page.activeElement === input; i += 1) page.execCommand("undo");
}

/** @param {string[]} sentence @param {string[]} labels @param {Words} text */
function named(sentence, labels, text) {
  return labels.length === 0 ? "" : sentence.join(String(labels.length)) + labels.join(text.and);
}
