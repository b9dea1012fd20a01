// The small panel: how many findings stand open, which, and what the figures come to. Folds to one line.

import { frame, listen } from "../events.js";
import { words } from "./text.js";
import { beganIn, windowOf } from "../realm.js";
import { safely } from "../warn.js";
import { coversForm, settle } from "./dock.js";
import { PANEL_SHEET } from "./panel-style.js";
import { TONES, arrange, attribute, button, dress, fill, make, say } from "./dom.js";
import { makeFindings } from "./findings.js";
import { makeMetrics } from "./metrics.js";
import { makeKeypads } from "./phone.js";
import { makeWalk } from "./walk.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */

/** @param {View} first @param {Actions} actions @param {import("./stage.js").Stage} stage */
export function makePanel(first, actions, stage) {
  const page = first.container.ownerDocument;
  const text = words(first.locale);
  let view = first;
  const walk = makeWalk(() => view, actions);
  const moved = safely("placing the panel", () => settle(stage.dock, parts.folded()));
  const parts = build(first, text, actions, walk, moved);
  const keypads = makeKeypads();
  let wasStopped = "";

  const paint = frame(safely("drawing the panel", () => {
    const width = parts.element.offsetWidth;
    parts.paint(view);
    keypads.show(view);
    if (view.stopped !== "" && wasStopped === "") reveal(parts, stage.dock);
    wasStopped = view.stopped;
    if (parts.element.offsetWidth !== width) moved();
  }));
  const key = safely("a key", (/** @type {KeyboardEvent} */ event) => onKey(event, view, parts, walk));
  stage.wear(PANEL_SHEET);
  stage.dock.appendChild(parts.element);
  moved();
  const later = frame(moved);
  const seen = windowOf(page).visualViewport;
  // A dialog scrolls by itself, and that does not bubble.
  const deaf = [listen(windowOf(page), { resize: later, scroll: later }, true), listen(page, { keydown: key }, false)];
  if (seen) deaf.push(listen(seen, { resize: later, scroll: later }, false));
  return {
    /** @param {View} now */
    show(now) {
      view = now;
      paint();
    },
    /** A form that is put away, in a closed dialog or tab of the page, takes its panel along. */
    look() {
      const display = first.container.getClientRects().length > 0 || view.bound.some(({ control }) => control.face.getClientRects().length > 0) ? "" : "none";
      if (parts.element.style.display !== display) parts.element.style.setProperty("display", display);
    },
    remove() {
      deaf.forEach((stop) => stop());
      keypads.remove();
      parts.element.remove();
    },
  };
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

/** @param {View} view @param {Words} text @param {Actions} actions @param {ReturnType<typeof makeWalk>} walk @param {() => void} moved */
function build(view, text, actions, walk, moved) {
  const counts = makeCounts(text);
  const chevron = make("span", "chevron");
  const head = fill(button("head", "", () => {
    fold(!folded);
    moved();
  }), counts.element, chevron);
  const banner = make("div", "away");
  const findings = makeFindings(text, Object.assign({}, actions, { focus: go }), walk);
  const metrics = makeMetrics(text, view.pack, actions);
  const tabs = makeTabs(text, [findings.element, metrics.element]);
  const body = fill(make("div", "body"), banner, tabs.element, findings.element, metrics.element);
  const element = fill(make("section", "panel folded"), body, head);
  element.setAttribute("aria-label", `${text.panel} · ${view.pack.title}`);
  let folded = false;

  /** @param {boolean} to */
  function fold(to) {
    folded = to;
    dress(element, folded ? "panel folded" : "panel");
    dress(body, folded ? "away" : "body");
    dress(chevron, folded ? "chevron" : "chevron down");
    head.setAttribute("aria-expanded", String(!folded));
    attribute(head, "title", folded ? text.unfold : text.fold);
  }

  /** On a phone the sheet would cover the very field. @param {string} field */
  function go(field) {
    if (windowOf(element).innerWidth <= 720) fold(true);
    actions.focus(field);
  }

  fold(true);
  return {
    element,
    showFindings: () => tabs.open(0),
    unfold: () => fold(false),
    focusHead: () => head.focus(),
    fold: () => fold(true),
    folded: () => folded,
    /** @param {View} now */
    paint(now) {
      counts.paint(now);
      say(banner, bannerText(now, text));
      dress(banner, now.stopped === "" ? "away" : "banner");
      tabs.paint(now);
      findings.paint(now);
      metrics.paint(now);
    },
  };
}

/** @param {View} view @param {Words} text */
function bannerText(view, text) {
  const why = { "": "", mandatory: text.blocked, verify: text.blockedVerify, notice: text.blockedNotice };
  return view.stopped === "" ? "" : `${text.blockedTitle}${view.locale === "en" ? ". " : "。"}${why[view.stopped]}`;
}

/** 强制 2 · 核实 3 · 提示 1 · 待填 17 @param {Words} text */
function makeCounts(text) {
  const element = make("span", "counts");
  const cells = TONES.map((tone) => ({ tone, cell: make("span", "count") }));
  const blank = make("span", "count");
  cells.map(({ cell }) => cell).concat(blank).forEach((cell, i) => {
    if (i > 0) element.appendChild(make("span", "dot", " · "));
    element.appendChild(cell);
  });
  return {
    element,
    /** @param {View} view */
    paint(view) {
      cells.forEach(({ tone, cell }) => {
        const open = openOf(view, tone);
        say(cell, `${text.severity[tone]} ${open}`);
        dress(cell, open === 0 ? "count none" : `count ${tone}`);
      });
      say(blank, `${text.toFill} ${view.blank.length}`);
      dress(blank, view.blank.length === 0 ? "count none" : "count");
    },
  };
}

/** @param {View} view @param {string} tone */
function openOf(view, tone) {
  return view.shown.filter((one) => one.severity === tone && one.code !== "required" && !one.justified).length;
}

/** @param {Words} text @param {HTMLElement[]} pages */
function makeTabs(text, pages) {
  const element = make("div", "tabs");
  element.setAttribute("role", "tablist");
  const tabs = [text.findings, text.metrics].map((name, i) => button("tab", name, () => open(i)));
  tabs.forEach((tab, i) => {
    tab.setAttribute("role", "tab");
    tab.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight" || event.key === "ArrowLeft") open(1 - i, true);
    });
    pages[i].setAttribute("role", "tabpanel");
    pages[i].setAttribute("aria-label", tab.textContent || "");
  });
  arrange(element, tabs);

  /** @param {number} at @param {boolean} [focus] */
  function open(at, focus) {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === at));
      tab.tabIndex = i === at ? 0 : -1;
      dress(tab, i === at ? "tab chosen" : "tab");
      dress(pages[i], i === at ? "page" : "away");
    });
    if (focus) tabs[at].focus();
  }

  open(0);
  /** @param {View} view */
  const paint = (view) => say(tabs[0], `${text.findings} ${view.shown.filter((one) => one.code !== "required").length}`);
  return { element, paint, open };
}

/** @param {KeyboardEvent} event @param {View} view @param {ReturnType<typeof build>} parts @param {ReturnType<typeof makeWalk>} walk */
function onKey(event, view, parts, walk) {
  // What the portal has already answered stays the portal's.
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const inside = beganIn(event, parts.element);
  if (event.key === "F8" && (inside || view.focused !== "" || isIdle(view))) {
    if (walk.step(event.shiftKey ? -1 : 1)) event.preventDefault();
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
