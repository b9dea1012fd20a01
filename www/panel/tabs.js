// The panel's pages, one at a time. Only the one that is seen is drawn anew; the others when they are opened.

import { arrange, attribute, button, dress, make, say } from "./dom.js";

/** @typedef {import("../types/inner").View} View */
/** @typedef {{ element: HTMLElement, paint(view: View): void }} Page */

/** @param {{ name: string, page: Page }[]} many */
export function makeTabs(many) {
  const element = make("div", "tabs");
  const tabs = many.map(({ name }, at) => button("tab", name, () => open(at)));
  let chosen = 0;
  let view = /** @type {View | null} */ (null);

  /** @param {number} at */
  function open(at) {
    chosen = at;
    tabs.forEach((tab, i) => {
      const here = i === at;
      attribute(tab, "aria-selected", String(here));
      tab.tabIndex = here ? 0 : -1;
      dress(tab, here ? "tab chosen" : "tab");
      dress(many[i].page.element, here ? "page" : "away");
    });
    if (view) many[chosen].page.paint(view);
  }

  /** @param {KeyboardEvent} event */
  function turn(event) {
    const { length } = tabs;
    const to = { ArrowRight: chosen + 1, ArrowLeft: chosen - 1 + length, Home: 0, End: length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    open(to % length);
    tabs[chosen].focus();
  }

  element.setAttribute("role", "tablist");
  tabs.forEach((tab, i) => {
    tab.setAttribute("role", "tab");
    tab.addEventListener("keydown", turn);
    many[i].page.element.setAttribute("role", "tabpanel");
    many[i].page.element.setAttribute("aria-label", many[i].name);
  });
  arrange(element, tabs);
  open(0);
  return {
    element,
    pages: many.map(({ page }) => page.element),
    open,
    /** @param {View} now */
    paint(now) {
      view = now;
      many[chosen].page.paint(now);
    },
    /** @param {number} at @param {string} name */
    call: (at, name) => say(tabs[at], name),
  };
}
