// The small panel: how many findings stand open, which, and what the figures come to. Folds to one line.

import { frame, listen } from "../events.js";
import { words } from "./text.js";
import { beganIn, windowOf } from "../realm.js";
import { safely } from "../warn.js";
import { coversForm, settle } from "./dock.js";
import { PANEL_SHEET } from "./panel-style.js";
import { makeCounts, makeMeter, openOf } from "./counts.js";
import { attribute, button, dress, fill, make, say } from "./dom.js";
import { makeFindings } from "./findings.js";
import { makeMemory } from "./lapse.js";
import { makeMetrics } from "./figures/metrics.js";
import { FIGURES_SHEET } from "./figures/style.js";
import { makeKeypads } from "./phone.js";
import { makeProgress } from "./progress.js";
import { makeTabs } from "./tabs.js";
import { makeTrial } from "./trial.js";
import { makeWalk } from "./walk.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */

/** @param {View} first @param {Actions} actions @param {import("./stage.js").Stage} stage */
export function makePanel(first, actions, stage) {
  const page = first.container.ownerDocument;
  let view = first;
  const moved = safely("placing the panel", () => settle(stage.dock, parts.folded()));
  const parts = build(first, words(first.locale), actions, () => view, moved);
  const keypads = makeKeypads();
  const later = frame(moved);
  const scale = makeScale(parts.element, later);
  const deaf = [scale.stop];
  let wasStopped = "";

  const paint = frame(safely("drawing the panel", () => {
    parts.paint(view);
    scale.look();
    keypads.show(view);
    if (view.stopped !== "" && wasStopped === "") reveal(parts, stage.dock);
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
  return {
    /** @param {View} now */
    show(now) {
      view = now;
      parts.notice(now);
      paint();
    },
    /** A form that is put away, in a closed dialog or tab of the page, takes its panel along. */
    look() {
      const display = first.container.getClientRects().length > 0 || view.bound.some(({ control }) => control.face.getClientRects().length > 0) ? "flex" : "none";
      // Where a sheet cannot be adopted its rules stand here, too: to take the word away would take their own.
      if (parts.element.style.display !== display) parts.element.style.setProperty("display", display);
    },
    remove() {
      deaf.forEach((stop) => stop());
      keypads.remove();
      parts.remove();
    },
  };
}

/**
 * Tells when the panel takes more or less room. Reading its size at each keystroke would lay out the whole page, so that is done
 * only where the browser cannot tell.
 * @param {HTMLElement} element @param {() => void} told
 */
function makeScale(element, told) {
  const { ResizeObserver } = /** @type {any} */ (windowOf(element));
  if (ResizeObserver) {
    const observer = new ResizeObserver(told);
    observer.observe(element);
    return { look: () => undefined, stop: () => observer.disconnect() };
  }
  let width = 0;
  const look = () => {
    if (element.offsetWidth !== width) told();
    width = element.offsetWidth;
  };
  return { look, stop: () => undefined };
}

/** Opens by itself only where it hides no part of the form. @param {ReturnType<typeof build>} parts @param {HTMLElement} dock */
function reveal(parts, dock) {
  if (!parts.folded() || windowOf(dock).innerWidth <= 720) return;
  parts.unfold();
  parts.showFindings();
  // In a moment: old browsers style what is new after the script that made it.
  Promise.resolve().then(safely("opening the panel", () => {
    settle(dock, false);
    if (coversForm(parts.element)) parts.fold();
    settle(dock, parts.folded());
  }));
}

/** @param {View} view @param {Words} text @param {Actions} actions @param {() => View} now @param {() => void} moved */
function build(view, text, actions, now, moved) {
  const [counts, meter, chevron] = [makeCounts(text), makeMeter(), make("span", "chevron")];
  const head = fill(button("head", "", () => {
    fold(!folded);
    moved();
  }), counts.element, chevron);
  const going = Object.assign({}, actions, { focus: go });
  const walk = makeWalk(now, going, () => follow());
  const next = button("next", text.next, () => walk.step(1));
  const trial = makeTrial();
  const memory = makeMemory();
  const findings = makeFindings({ text, actions: going, walk, memory, trial });
  const tabs = makeTabs([
    { name: text.findings, page: findings },
    { name: text.metrics, page: makeMetrics(text, view.pack, going) },
    { name: text.progress, page: makeProgress(text, view.pack, going) },
  ]);
  const banner = make("div", "away");
  const body = fill(make("div", "body"), banner, tabs.element, ...tabs.pages);
  const foot = fill(make("div", "bar"), head, next);
  const element = fill(make("section", "panel folded"), body, meter.element, foot);
  element.setAttribute("aria-label", `${text.panel} · ${view.pack.title}`);
  attribute(next, "title", text.keys);
  let folded = false;

  /** @param {boolean} to */
  function fold(to) {
    folded = to;
    dress(element, folded ? "panel folded" : "panel");
    dress(body, folded ? "away" : "body");
    dress(chevron, folded ? "chevron" : "chevron down");
    head.setAttribute("aria-expanded", String(!folded));
    attribute(head, "title", folded ? text.unfold : text.fold);
    paint(now());
  }

  /** On a phone the sheet would cover the very field. @param {string} field */
  function go(field) {
    if (windowOf(element).innerWidth <= 720) fold(true);
    actions.focus(field);
  }

  /** The list goes along with the person. */
  function follow() {
    if (folded) return;
    paint(now());
    findings.follow();
  }

  /** What is folded away is drawn when it is opened. @param {View} to */
  function paint(to) {
    counts.paint(to);
    meter.paint(to);
    dress(next, folded && openOf(to).length + to.blank.length > 0 ? "next" : "away");
    say(banner, bannerText(to, text));
    dress(banner, to.stopped === "" ? "away" : "banner");
    tabs.call(0, `${text.findings} ${openOf(to).length}`);
    if (!folded) tabs.paint(to);
  }

  fold(true);
  return {
    element,
    walk,
    paint,
    notice: memory.notice,
    showFindings: () => tabs.open(0),
    unfold: () => fold(false),
    focusHead: () => head.focus(),
    fold: () => fold(true),
    folded: () => folded,
    remove() {
      trial.end();
      element.remove();
    },
  };
}

/** @param {View} view @param {Words} text */
function bannerText(view, text) {
  const why = { "": "", mandatory: text.blocked, verify: text.blockedVerify, notice: text.blockedNotice };
  return view.stopped === "" ? "" : `${text.blockedTitle}${view.locale === "en" ? ". " : "。"}${why[view.stopped]}`;
}

/** @param {KeyboardEvent} event @param {View} view @param {ReturnType<typeof build>} parts */
function onKey(event, view, parts) {
  // What the portal has already answered stays the portal's.
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const inside = beganIn(event, parts.element);
  if (event.key === "F8" && (inside || view.focused !== "" || isIdle(view))) {
    if (parts.walk.step(event.shiftKey ? -1 : 1)) event.preventDefault();
  }
  if (event.key === "Escape" && inside && !parts.folded()) {
    parts.fold();
    parts.focusHead();
  }
}

/** Nothing on the page has the focus. @param {View} view */
function isIdle({ container: { ownerDocument: page } }) {
  return page.activeElement === page.body;
}
