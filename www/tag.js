// The script tag's own form or forms: attached when they come, and again when they come again, wherever the page goes.

import { mapFrom } from "./attach.js";
import { tell } from "./events.js";
import { prepareHosts } from "./host.js";
import { panelPart } from "./parts.js";
import { documentsIn, isHere } from "./realm.js";
import { asks, bestOn, census, matching, shown } from "./seek.js";
import { nowAndThen } from "./watch.js";
import { safely, warnOnce } from "./warn.js";

/** @typedef {import("./types/inner").AttachOptions} AttachOptions */

/** @param {string | null} selector @param {AttachOptions} given */
export function follow(selector, given) {
  const ready = page().load(given.pack, { engine: given.engine, locale: given.locale });
  const options = Object.assign({}, given, { pack: ready });
  // On its way while the pack is; whoever needs it says so if it does not come.
  panelPart().catch(() => undefined);
  const here = selector === null ? [] : matching(selector);
  if (selector !== null && here.length === 0) fail(document, new Error(`No element matches ${selector} yet; it is waited for.`));
  // What is there already is guarded from now on, before anything is loaded.
  const first = here.length === 1 ? [page().attach(here[0], options)] : [];
  Promise.all(first).then(() => ready).then((pack) => mapFrom(given.map).then((map) => goOn(selector, options, pack, map)))
    .catch((error) => fail(here[0] || document, error));
}

/** @param {string | null} selector @param {AttachOptions} options @param {import("./types/inner").Pack} pack @param {Record<string, string>} map */
function goOn(selector, options, pack, map) {
  const host = options.host || "auto";
  let before = "";
  /** @type {Element[]} */
  let had = [];
  /** Inputs that were there when another form of the page was found: what was not the form then will not become one later. @type {WeakSet<Element>} */
  const passed = new WeakSet();
  const isOut = (/** @type {Element} */ element) => isTaken(element) || (had.length > 0 && passed.has(element));
  const seek = safely("looking for the form", () => {
    // A form that is gone may have been drawn anew, input for input; one that the page itself detached stays let go.
    const lost = had.some((one) => !isHere(one));
    had = page().attached.map(({ container }) => container);
    const now = document.hidden ? before : census();
    if (now === before && !lost) return;
    before = now;
    prepareHosts(host, documentsIn(document)).then(safely("looking for the form", () => {
      const found = selector === null ? [bestOn(pack, map, host, isOut)] : matching(selector);
      found.filter((one) => found.length === 1 || asks(one, pack, map, host)).forEach((one) => one && take(one, options));
      if (found[0]) shown().forEach((input) => passed.add(input));
    }));
  });
  nowAndThen(seek, [document]);
  seek();
}

/** @param {Element} container @param {AttachOptions} options */
function take(container, options) {
  if (!isTaken(container)) page().attach(container, options).catch((error) => fail(container, error));
}

/** Two tags share one engine and one list: those of the first. */
function page() {
  return /** @type {NonNullable<typeof window.Tianbao>} */ (window.Tianbao);
}

/** Whether an element is attached, or part of a form that is. @param {Element} element */
function isTaken(element) {
  return page().attached.some(({ container }) => container.contains(element) || element.contains(container));
}

/** @param {EventTarget} target @param {unknown} error */
function fail(target, error) {
  warnOnce("the form could not be checked and works as before.", error);
  tell(target, "error", { error });
}
