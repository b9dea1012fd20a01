// The sentence beside a field, with the values to choose from.

import { writable } from "../host/native.js";
import { list } from "../list.js";
import { beganIn } from "../realm.js";
import { words } from "../text.js";
import { arrange, attribute, button, dress, fill, make } from "./dom.js";
import { areaOf, boxOf, isSeen, move, spot, viewAround } from "./place.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./flags.js").Flag} Flag */

const MOST = 3;

/**
 * What is said of a field and is no finding: its unit, its usual range. Where nothing is, no line.
 * @typedef {(view: View, field: string) => HTMLElement[]} Aside
 */

/** @param {HTMLElement} layer @param {"zh" | "en"} locale @param {Actions} actions */
export function makeBubble(layer, locale, actions) {
  const element = make("div", "bubble");
  let flag = /** @type {Flag | null} */ (null);
  let written = "";
  /** @type {HTMLElement[]} */
  let said = [];
  layer.appendChild(element);
  // It stands outside of the page's own landmarks.
  attribute(element, "role", "region");
  attribute(element, "aria-label", words(locale).besides);
  // A press on the bubble leaves the focus in the form: moving it would take the bubble away under the pointer.
  element.addEventListener("mousedown", (event) => event.preventDefault());
  return {
    /**
     * A press goes through it to what it may cover, but for its buttons; where the pointer called for it, it can be reached by
     * the pointer.
     * @param {Flag | null} now @param {HTMLElement[]} aside @param {boolean} called
     */
    show(now, aside, called) {
      flag = now;
      const content = now ? signature(now) : "";
      if (content !== written) said = now ? lines(now, locale, actions) : [];
      written = content;
      arrange(element, said.concat(aside));
      dress(element, now ? `bubble ${now.tone}${called ? "" : " through"}` : "bubble away");
    },
    /** @param {View} view @param {{ left: number, top: number }} origin @param {import("./place.js").Area[]} shut */
    place(view, origin, shut) {
      const seen = flag !== null && isSeen(flag.bound.control);
      move(element, { display: seen ? "block" : "none" });
      if (!flag || !seen) return;
      const { left, top } = best(element, flag, view, shut);
      move(element, { left: `${left - origin.left}px`, top: `${top - origin.top}px` });
    },
    /** At which field, and how large. */
    size: () => `${flag && flag.bound.field} ${element.offsetWidth} ${element.offsetHeight}`,
    /** Whether the pointer is on the bubble itself. @param {Event} event */
    holds: (event) => beganIn(event, element),
    remove: () => element.remove(),
  };
}

/** @param {Flag} flag */
function signature({ bound, findings, notice }) {
  return JSON.stringify([bound.field, findings, notice]);
}

/** @param {Flag} flag @param {"zh" | "en"} locale @param {Actions} actions */
function lines(flag, locale, actions) {
  const say = words(locale);
  const { field } = flag.bound;
  const shown = flag.findings.slice(0, MOST).map((finding) => {
    const tag = finding.code === "required" ? say.toFill : say.severity[finding.severity];
    const line = fill(make("div", "line"), make("span", `tag ${finding.severity}`, tag), make("span", "message", finding.message));
    return fill(line, ...offers(field, finding.fields.length === 1 ? finding.candidates : [], locale, actions));
  });
  const more = flag.findings.length - shown.length;
  if (more > 0) shown.push(make("div", "more", say.others.join(String(more))));
  if (flag.notice) shown.push(fill(make("div", "line"), make("span", "message", flag.notice.text), ...offers(field, [flag.notice.value], locale, actions)));
  return shown;
}

/** Values that the person may choose; none is taken by itself. @param {string} field @param {string[] | undefined} values @param {"zh" | "en"} locale @param {Actions} actions */
export function offers(field, values, locale, actions) {
  return (values || []).map((value) => button("offer", words(locale).changeTo + value, () => actions.enter(field, value)));
}

/** @param {HTMLElement} element @param {Flag} flag @param {View} view @param {import("./place.js").Area[]} shut */
function best(element, flag, view, shut) {
  const others = view.bound.filter((one) => one !== flag.bound);
  const boxes = others.map((one) => ({ field: one.field, box: /** @type {import("./place.js").Area} */ (boxOf(one.control)) }));
  const kept = inUse(view);
  const use = boxes.filter(({ field }) => kept.indexOf(field) >= 0).map(({ box }) => box);
  const size = { width: element.offsetWidth, height: element.offsetHeight };
  return spot(boxOf(flag.bound.control), size, boxes.map(({ box }) => box).concat(buttonsAround(view.container)), shut.concat(use), viewAround(flag.bound.control.face));
}

/** The page's own, which the person may press next. @param {Element} container */
function buttonsAround(container) {
  const around = container.closest("dialog,[role=dialog],body") || container;
  return list(around.querySelectorAll("button,[type=submit],[type=image],[type=button],[role=button]")).map(areaOf);
}

/** The field that has the focus, and the one to which the person goes on. @param {View} view */
function inUse({ bound, focused }) {
  const fields = bound.filter(({ field, control }) => field === focused || writable(control)).map(({ field }) => field);
  const at = fields.indexOf(focused);
  return at < 0 ? [] : fields.slice(at, at + 2);
}
