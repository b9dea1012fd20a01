// The small panel: how many findings stand open, which, and what the figures come to. Folds to one line.

import { boundOf, isPutAway } from "../bound.js";
import { frame, listen } from "../events.js";
import { beganIn, windowOf } from "../realm.js";
import { safely } from "../warn.js";
import { covers, coversForm, settle } from "./dock.js";
import { FIGURES_SHEET } from "./figures/style.js";
import { sentencesAt } from "./live/news.js";
import { PANEL_SHEET } from "./panel-style.js";
import { makeKeypads } from "./phone.js";
import { makeScale } from "./scale.js";
import { makeShell } from "./shell.js";
import { words } from "./text.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {ReturnType<typeof makeShell>} Shell */
/** @typedef {Pick<import("./item.js").Around, "mending" | "taking">} Help */

/**
 * @param {View} first
 * @param {Actions} actions
 * @param {import("./stage.js").Stage} stage
 * @param {Help} help
 */
export function makePanel(first, actions, stage, help) {
  const page = first.container.ownerDocument;
  let view = first;
  const moved = safely("placing the panel", () => settle(stage.dock, parts.folded(), usedIn(view)));
  // Someone who goes on into a field under the open panel wants to see the field.
  const giveWay = frame(safely("giving way", () => {
    const face = usedIn(view);
    if (face && !parts.folded() && covers(parts.element, face)) parts.fold(true);
    moved();
  }));
  // Where the focus stays, nothing is read of itself.
  const focus = (/** @type {string} */ field) => {
    const stays = view.focused === field;
    actions.focus(field);
    if (stays) stage.say(sentencesAt(view, field));
  };
  const parts = makeShell(first, words(first.locale), Object.assign({}, actions, { focus }), () => view, moved, help);
  const keypads = makeKeypads();
  const later = frame(moved);
  const scale = makeScale(parts.element, later);
  const deaf = [scale.stop];
  let wasStopped = "";
  let used = "";

  const paint = frame(safely("drawing the panel", () => {
    parts.paint(view);
    scale.look();
    keypads.show(view);
    if (view.stopped !== "" && wasStopped === "") reveal(parts, stage.dock, view);
    wasStopped = view.stopped;
  }));
  const key = safely("a key", (/** @type {KeyboardEvent} */ event) => onKey(event, view, parts));
  stage.wear(PANEL_SHEET);
  stage.wear(FIGURES_SHEET);
  stage.dock.appendChild(parts.element);
  moved();
  const seen = windowOf(page).visualViewport;
  // A dialog scrolls by itself, and that does not bubble.
  deaf.push(listen(windowOf(page), { resize: later, scroll: later }, true), listen(page, { keydown: key }, false));
  if (seen) deaf.push(listen(seen, { resize: later, scroll: later }, false));
  /** A form that is put away, in a closed dialog or tab of the page, takes its panel along. */
  function atHand() {
    const display = isPutAway(first.container, view.bound) ? "none" : "flex";
    // Where a sheet cannot be adopted its rules stand here, too: to take the word away would take their own.
    if (parts.element.style.display !== display) parts.element.style.setProperty("display", display);
  }

  atHand();
  return {
    /** @param {View} now */
    show(now) {
      view = now;
      if (now.focused !== used) giveWay();
      used = now.focused;
      parts.notice(now);
      paint();
    },
    look: atHand,
    remove() {
      deaf.forEach((stop) => stop());
      keypads.remove();
      parts.remove();
    },
  };
}

/** @param {View} view */
function usedIn({ bound, focused }) {
  const one = boundOf(bound, focused);
  return one ? one.control.face : null;
}

/** Opens by itself only where it hides no part of the form. @param {Shell} parts @param {HTMLElement} dock @param {View} view */
function reveal(parts, dock, { bound }) {
  if (!parts.folded() || windowOf(dock).innerWidth <= 720) return;
  parts.fold(false);
  parts.showFindings();
  // In a moment: old browsers style what is new after the script that made it.
  Promise.resolve().then(safely("opening the panel", () => {
    settle(dock, false);
    // What lies under a point old browsers do not tell.
    if (coversForm(parts.element) || bound.some(({ control }) => covers(parts.element, control.face))) parts.fold(true);
    settle(dock, parts.folded());
  }));
}

/** @param {KeyboardEvent} event @param {View} view @param {Shell} parts */
function onKey(event, view, parts) {
  // What the portal has already answered stays the portal's.
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const inside = beganIn(event, parts.element);
  if (event.key === "F8" && (inside || view.focused !== "" || isIdle(view))) {
    if (parts.walk.step(event.shiftKey ? -1 : 1)) event.preventDefault();
  }
  if (event.key === "Escape" && inside && !parts.folded()) {
    parts.fold(true);
    parts.focusHead();
  }
}

/** Nothing on the page has the focus. @param {View} view */
function isIdle({ container: { ownerDocument: page } }) {
  return page.activeElement === page.body;
}
