// Messages beside the fields: a ring around each flagged input, one bubble at a time with the sentence. Drawn in a layer
// above the page, so the form itself does not grow by a pixel.

import { makeBubble } from "./bubble.js";
import { dress, make } from "./dom.js";
import { flagsOf, plain, saidOf, toSay } from "./flags.js";
import { makeMarks } from "./marks.js";
import { areaOf, boxOf, isSeen, move } from "./place.js";
import { enter } from "./stage.js";
import { makeVoice } from "./voice.js";
import { frame, listen } from "../events.js";
import { keysOf, list } from "../list.js";
import { windowOf } from "../realm.js";
import { safely } from "../warn.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./flags.js").Flag} Flag */

/** @param {View} first @param {Actions} actions @param {import("../types/inner").Host} host @param {string} mode */
export function makeOverlay(first, actions, host, mode) {
  const stage = enter(first.container);
  const voice = makeVoice(mode, host);
  const marks = makeMarks(stage.words);
  const bubble = makeBubble(stage.layer, first.locale, actions);
  /** @type {Map<string, HTMLElement>} */
  const rings = new Map();
  /** @type {Map<string, Flag>} */
  let flags = new Map();
  let view = first;
  let hovered = "";
  /** @type {import("./bubble.js").Aside} */
  let aside = () => [];

  /** Where all stood when it was last placed. */
  let placed = "";

  function place() {
    const origin = stage.origin();
    const now = sketch(view, flags, origin, bubble.size());
    if (now === placed) return;
    placed = now;
    const boxes = keysOf(flags).map((field) => ({ field, control: /** @type {Flag} */ (flags.get(field)).bound.control }))
      .map(({ field, control }) => ({ field, box: boxOf(control), seen: isSeen(control) }));
    boxes.forEach(({ field, box, seen }) => setRing(rings.get(field), box, seen, origin));
    bubble.place(view, origin, panels(stage.dock));
  }

  function render() {
    flags = flagsOf(view);
    marks.show(saidOf(flags, view.editing));
    hush(flags, voice.show(toSay(flags)));
    drawRings(stage.layer, rings, flags);
    const field = speaker(flags, view, hovered);
    const beside = aside(view, field || view.focused);
    bubble.show(flags.get(field) || (beside.length > 0 ? plain(view, view.focused) : null), beside, hovered !== "");
    later();
  }

  const later = frame(safely("placing messages", place));
  const anew = () => {
    placed = "";
    later();
  };
  const hover = safely("following the pointer", (/** @type {Event} */ event) => {
    const over = fieldAt(flags, event.target);
    if (over === hovered || bubble.holds(event)) return;
    hovered = over;
    render();
  });
  const page = first.container.ownerDocument;
  const { visualViewport: seen } = windowOf(page);
  const deaf = [listen(windowOf(page), { scroll: anew, resize: anew }, true), listen(page, { mouseover: hover }, true)];
  if (seen) deaf.push(listen(seen, { scroll: anew, resize: anew }, false));
  return {
    /** @param {View} now */
    show(now) {
      view = now;
      render();
    },
    /** From now on this is said beside the field that is filled in. @param {import("./bubble.js").Aside} now */
    besides(now) {
      aside = now;
      render();
    },
    /** Looks whether all is still where and as it was. */
    look() {
      stage.shade();
      if (mode === "overlay") anew();
      else render();
    },
    remove() {
      deaf.forEach((stop) => stop());
      voice.remove();
      marks.remove();
      rings.forEach((ring) => ring.remove());
      bubble.remove();
      stage.leave();
    },
  };
}

/** Where our own panels stand: nothing is put behind them. @param {HTMLElement} dock */
function panels(dock) {
  return list(dock.children).map((panel) => panel.getBoundingClientRect());
}

/**
 * Whether anything stands where it did not. To look what lies over each flagged input costs more than all the rest of a keystroke;
 * scrolling and what is out of the way of the field in use are seen to by themselves.
 * @param {View} view @param {Map<string, Flag>} flags @param {{ left: number, top: number }} origin @param {string} bubble
 */
function sketch({ bound, container, focused }, flags, origin, bubble) {
  const use = bound.filter(({ field }) => field === focused).map(({ element }) => element);
  const areas = [container].concat(use).map(areaOf);
  return JSON.stringify([keysOf(flags), origin, bubble, areas, container.ownerDocument.documentElement.scrollHeight]);
}

/** @param {Map<string, Flag>} flags @param {import("../types/inner").Control[]} said */
function hush(flags, said) {
  flags.forEach(({ bound }, field) => {
    if (said.indexOf(bound.control) >= 0) flags.delete(field);
  });
}

/** The field whose sentence is read out now: under the pointer, in focus, or just left. @param {Map<string, Flag>} flags @param {View} view @param {string} hovered */
function speaker(flags, view, hovered) {
  const left = flags.get(view.left);
  return [hovered, view.focused, left && left.speaks ? view.left : ""].filter((field) => flags.has(field))[0] || "";
}

/** @param {Map<string, Flag>} flags @param {EventTarget | null} target */
function fieldAt(flags, target) {
  let found = "";
  flags.forEach(({ bound }, field) => {
    if (bound.control.elements.indexOf(/** @type {any} */ (target)) >= 0) found = field;
  });
  return found;
}

/** @param {HTMLElement} layer @param {Map<string, HTMLElement>} rings @param {Map<string, Flag>} flags */
function drawRings(layer, rings, flags) {
  rings.forEach((ring, field) => {
    if (flags.has(field)) return;
    ring.remove();
    rings.delete(field);
  });
  flags.forEach((flag, field) => {
    const ring = rings.get(field) || layer.appendChild(make("div", "ring"));
    rings.set(field, ring);
    dress(ring, `ring ${flag.tone}${flag.speaks ? "" : " quiet"}`);
  });
}

/** @param {HTMLElement | undefined} ring @param {import("./place.js").Box} box @param {boolean} seen @param {{ left: number, top: number }} origin */
function setRing(ring, box, seen, origin) {
  if (!ring) return;
  move(ring, {
    display: seen ? "block" : "none",
    left: `${box.left - origin.left}px`,
    top: `${box.top - origin.top}px`,
    width: `${box.right - box.left}px`,
    height: `${box.bottom - box.top}px`,
    "border-radius": box.radius,
  });
}
