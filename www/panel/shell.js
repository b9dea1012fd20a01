// What the panel is made of: the line that is always there, and above it the pages, which fold away.

import { windowOf } from "../realm.js";
import { makeCounts, makeMeter, openOf } from "./counts.js";
import { attribute, button, dress, fill, make, say } from "./dom.js";
import { makeFindings } from "./findings.js";
import { makeMetrics } from "./figures/metrics.js";
import { makeMemory } from "./lapse.js";
import { makeProgress } from "./progress.js";
import { words as mendsIn } from "./repair/text.js";
import { makeTabs } from "./tabs.js";
import { makeTrial } from "./trial.js";
import { makeWalk } from "./walk.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./text.js").Words} Words */

/** @param {View} view @param {Words} text @param {Actions} actions @param {() => View} now @param {() => void} moved @param {import("./panel.js").Help} help */
export function makeShell(view, text, actions, now, moved, help) {
  const pages = makePages(view, text, Object.assign({}, actions, { focus: go }), now, () => follow(), help);
  const banner = make("div", "away");
  const body = fill(make("div", "body"), banner, ...pages.elements);
  const line = makeLine(text, () => turn(), () => pages.walk.step(1));
  const element = fill(make("section", "panel folded"), body, ...line.elements);
  element.setAttribute("aria-label", `${text.panel} · ${view.pack.title}`);
  let folded = false;

  /** @param {boolean} to */
  function fold(to) {
    folded = to;
    dress(element, folded ? "panel folded" : "panel");
    dress(body, folded ? "away" : "body");
    line.turn(folded);
    paint(now());
  }

  function turn() {
    fold(!folded);
    moved();
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
    pages.follow();
  }

  /** What is folded away is drawn when it is opened. @param {View} to */
  function paint(to) {
    line.paint(to, folded);
    say(banner, bannerText(to, text));
    dress(banner, to.stopped === "" ? "away" : "banner");
    pages.paint(to, folded);
  }

  fold(true);
  return {
    element,
    paint,
    fold,
    folded: () => folded,
    walk: pages.walk,
    notice: pages.notice,
    showFindings: pages.showFindings,
    focusHead: line.focus,
    remove() {
      pages.end();
      element.remove();
    },
  };
}

/** @param {View} view @param {Words} text @param {Actions} actions @param {() => View} now @param {() => void} follow @param {import("./panel.js").Help} help */
function makePages({ pack, locale }, text, actions, now, follow, { mending, taking }) {
  const walk = makeWalk(now, actions, follow);
  const [memory, trial] = [makeMemory(), makeTrial()];
  const findings = makeFindings({ text, actions, walk, memory, trial, mending, mends: mendsIn(locale), taking });
  const tabs = makeTabs([
    { name: text.findings, page: findings },
    { name: text.metrics, page: makeMetrics(text, pack, actions) },
    { name: text.progress, page: makeProgress(text, pack, actions) },
  ]);
  return {
    elements: [tabs.element].concat(tabs.pages),
    walk,
    follow: findings.follow,
    notice: memory.notice,
    end: trial.end,
    showFindings: () => tabs.open(0),
    /** @param {View} view @param {boolean} folded */
    paint(view, folded) {
      tabs.call(0, `${text.findings} ${openOf(view).length}`);
      if (!folded) tabs.paint(view);
    },
  };
}

/** The counts, which fold the panel, how far the form is, and the way to the next thing to do while all else is folded away. @param {Words} text @param {() => void} fold @param {() => void} step */
function makeLine(text, fold, step) {
  const [counts, meter, chevron] = [makeCounts(text), makeMeter(), make("span", "chevron")];
  const head = fill(button("head", "", fold), counts.element, chevron);
  const next = button("next", text.next, step);
  attribute(next, "title", text.keys);
  return {
    elements: [meter.element, fill(make("div", "bar"), head, next)],
    focus: () => head.focus(),
    /** @param {boolean} folded */
    turn(folded) {
      dress(chevron, folded ? "chevron" : "chevron down");
      attribute(head, "aria-expanded", String(!folded));
      attribute(head, "title", folded ? text.unfold : text.fold);
    },
    /** @param {View} view @param {boolean} folded */
    paint(view, folded) {
      counts.paint(view);
      meter.paint(view);
      dress(next, folded && openOf(view).length + view.blank.length > 0 ? "next" : "away");
    },
  };
}

/** @param {View} view @param {Words} text */
function bannerText(view, text) {
  const why = { "": "", mandatory: text.blocked, verify: text.blockedVerify, notice: text.blockedNotice };
  return view.stopped === "" ? "" : `${text.blockedTitle}${view.locale === "en" ? ". " : "。"}${why[view.stopped]}`;
}
