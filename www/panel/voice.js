// Where sentences appear if not in our overlay: at the host's own place for errors, or in a line under the field. Each render
// says them anew, because the host's own validation takes away what it did not say itself.

import { keysOf } from "../list.js";
import { make } from "./dom.js";

/** @typedef {import("../types/inner").Control} Control */
/** @typedef {import("../types/inner").Host} Host */
/** @typedef {{ say(control: Control, text: string): boolean, away(control: Control): void }} Mouth */

/** What an input is usually wrapped in: a line goes below the whole. */
const WRAP = ".input-group,[class*=layui-input-],[class~=el-input],[class~=el-input-number],[class~=el-textarea],[class~=el-select],[class~=ant-input-number],[class*=ant-input-affix],[class~=ant-select],.textbox";

/** @param {string} mode @param {Host} host */
export function makeVoice(mode, host) {
  /** @type {Map<Control, string>} */
  const said = new Map();
  const mouth = mode === "host" ? { say: host.say, away: (/** @type {Control} */ control) => void host.say(control, "") } : lines();
  return {
    /** @param {Map<Control, string>} wanted @returns {Control[]} those that are said here */
    show(wanted) {
      if (mode === "overlay") return [];
      said.forEach((_, control) => {
        if (!wanted.has(control)) mouth.away(control);
      });
      said.clear();
      wanted.forEach((text, control) => {
        if (mouth.say(control, text)) said.set(control, text);
      });
      return keysOf(said);
    },
    remove() {
      said.forEach((_, control) => mouth.away(control));
      said.clear();
    },
  };
}

/** @returns {Mouth} */
function lines() {
  /** @type {Map<Control, HTMLElement>} */
  const drawn = new Map();
  return {
    say(control, text) {
      const wrap = control.face.closest(WRAP) || control.face;
      const line = drawn.get(control) || styled(make("div", "inline"));
      drawn.set(control, line);
      if (line.textContent !== text) line.textContent = text;
      // A page may take away what stands after its input, and it may move the input.
      if (line.previousElementSibling !== wrap && wrap.parentNode) wrap.parentNode.insertBefore(line, wrap.nextSibling);
      return true;
    },
    away(control) {
      const line = drawn.get(control);
      drawn.delete(control);
      if (line && line.parentNode) line.parentNode.removeChild(line);
    },
  };
}

/** @param {HTMLElement} line */
function styled(line) {
  const style = { color: "#b3261e", "font-size": "12px", "line-height": "1.5", "white-space": "normal", clear: "both" };
  Object.keys(style).forEach((name) => line.style.setProperty(name, /** @type {any} */ (style)[name]));
  return line;
}
