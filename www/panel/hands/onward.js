// Enter goes on to the next field and Shift+Enter back, as in a sheet of figures; it hands nothing in. What the portal or its
// stack does by Enter itself stays theirs.

import { listen } from "../../events.js";
import { holdsFocus } from "../../focus.js";
import { safely } from "../../warn.js";
import { isComposing, isKey } from "./keys.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").Bound} Bound */
/** @typedef {import("../../types/inner").View} View */

/** What a framework takes to draw a pane, in ms. */
const DRAWN = 80;
/** Shut to the keys, yet answered by a list or a calendar. */
const PICKED = "[role=combobox],[aria-haspopup],.el-select,.el-cascader,.el-date-editor,.ant-select,.ant-picker,.ant-calendar-picker,.combo,.layui-form-select";

/** @param {() => View} view @param {Actions} actions @param {ReturnType<typeof import("./keys.js").makeKeys>} keys */
export function makeOnward(view, actions, keys) {
  let waiting = 0;
  const key = safely("going on by Enter", (/** @type {KeyboardEvent} */ event) => {
    const now = view();
    const at = isPlain(event) ? now.bound.filter(({ control }) => control.elements.indexOf(/** @type {any} */ (event.target)) >= 0)[0] : undefined;
    if (!at || !takesEnter(at) || !holdsFocus(at)) return;
    keys.take(event);
    // A key held down would run through the whole form.
    if (!event.repeat) go(at, ahead(now.bound, at, event.shiftKey));
  });
  const page = view().container.ownerDocument;
  const deaf = listen(page, { keydown: key }, false);

  /** @param {Bound} from @param {Bound[]} rest @returns {void} */
  function go(from, rest) {
    clearTimeout(waiting);
    const next = rest[0];
    if (!next) return stay(from);
    const pane = paneOf(next);
    const pressed = presses(page, () => actions.focus(next.field));
    if (arrived(next)) return;
    const others = () => go(from, rest.slice(1).filter((one) => !pane || !pane.contains(one.control.face)));
    if (!pressed) return others();
    // A framework draws what a tab shows a moment after the press.
    waiting = setTimeout(safely("going on by Enter", () => {
      actions.focus(next.field);
      if (!arrived(next)) others();
    }), DRAWN);
  }

  return {
    remove() {
      clearTimeout(waiting);
      deaf();
    },
  };
}

/** @param {KeyboardEvent} event */
function isPlain(event) {
  return isKey(event, "Enter") && !event.defaultPrevented && !isComposing(event) && !event.ctrlKey && !event.altKey && !event.metaKey;
}

/** @param {Bound} bound */
function takesEnter({ control: { kind, element } }) {
  if (kind === "select" || element.tagName === "TEXTAREA" || element.tagName === "BUTTON") return false;
  return element.getAttribute("aria-expanded") !== "true";
}

/** The fields on the way, the nearest first. @param {Bound[]} bound in page order @param {Bound} at @param {boolean} back */
function ahead(bound, at, back) {
  const place = bound.indexOf(at);
  const way = back ? bound.slice(0, place).reverse() : bound.slice(place + 1);
  return way.filter(isOpen);
}

/** Can be answered here at all. @param {Bound} bound */
function isOpen({ control: { elements, kind } }) {
  return elements.some((element) => {
    const { readOnly, disabled } = /** @type {HTMLInputElement} */ (element);
    return !disabled && !(kind === "text" && readOnly && !element.closest(PICKED));
  });
}

/** Whether a tab of the page is pressed on the way. @param {Document} page @param {() => void} action */
function presses(page, action) {
  let pressed = false;
  const deaf = listen(page, { click: () => void (pressed = true) }, true);
  action();
  deaf();
  return pressed;
}

/** The outermost of what hides a field. @param {Bound} bound */
function paneOf({ control: { face } }) {
  let pane = /** @type {Element | null} */ (null);
  for (let at = /** @type {Element | null} */ (face); at && at.getClientRects().length === 0; at = at.parentElement) pane = at;
  return pane;
}

/** Whether the focus came; what stands there is chosen then, as by Tab. @param {Bound} bound */
function arrived(bound) {
  const { control: { kind, element, face } } = bound;
  // What a stack drew in the place of a list takes the focus itself.
  const drawn = face === element ? null : /** @type {HTMLElement | null} */ (face.querySelector("input,button,[tabindex]"));
  if (!holdsFocus(bound) && drawn) drawn.focus();
  if (kind === "text" && holdsFocus(bound)) /** @type {HTMLInputElement} */ (element).select();
  return holdsFocus(bound) || (drawn !== null && drawn === element.ownerDocument.activeElement);
}

/** The last field is left and taken up again: so the page hears of the change as it does by Tab. @param {Bound} bound */
function stay({ control }) {
  const element = /** @type {HTMLInputElement} */ (control.element.ownerDocument.activeElement);
  element.blur();
  element.focus();
  if (control.kind === "text") element.select();
}
