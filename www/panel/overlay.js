// Messages beside the fields: a ring around each flagged input, one bubble at a time with the sentence. Drawn in a layer
// above the page, so the form itself does not grow by a pixel.

import { makeBubble } from "./bubble.js";
import { TONES, dress, make } from "./dom.js";
import { makeMarks } from "./marks.js";
import { boxOf, isSeen, move } from "./place.js";
import { enter } from "./stage.js";
import { makeVoice } from "./voice.js";
import { frame, listen } from "../events.js";
import { keysOf, list } from "../list.js";
import { windowOf } from "../realm.js";
import { safely } from "../warn.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").Bound} Bound */
/** @typedef {import("../types/inner").Finding} Finding */
/** @typedef {import("../types/inner").View} View */
/**
 * @typedef {object} Flag  what is to be said at one input
 * @property {Bound} bound
 * @property {Finding[]} findings
 * @property {boolean} speaks  some finding speaks here and not at a partner
 * @property {string} tone  of the gravest finding; "notice" where there is none
 * @property {{ text: string, value: string } | null} notice
 */

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

  function place() {
    const origin = stage.origin();
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
    const beside = field === view.focused || field === "" ? aside(view) : [];
    bubble.show(flags.get(field) || (beside.length > 0 ? plain(view, view.focused) : null), beside);
    later();
  }

  const later = frame(safely("placing messages", place));
  const hover = safely("following the pointer", (/** @type {Event} */ event) => {
    const over = fieldAt(flags, event.target);
    if (over === hovered || bubble.holds(event)) return;
    hovered = over;
    render();
  });
  const page = first.container.ownerDocument;
  const { visualViewport: seen } = windowOf(page);
  const deaf = [listen(windowOf(page), { scroll: later, resize: later }, true), listen(page, { mouseover: hover }, true)];
  if (seen) deaf.push(listen(seen, { scroll: later, resize: later }, false));
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
      if (mode === "overlay") later();
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

/** @param {View} view @returns {Map<string, Flag>} */
function flagsOf(view) {
  /** @type {Map<string, Flag>} */
  const flags = new Map();
  view.bound.forEach((bound) => {
    const findings = view.shown.filter((one) => !one.justified && one.fields.indexOf(bound.field) >= 0);
    const notice = noticeOf(view, bound.field);
    if (findings.length === 0 && !notice) return;
    const speaks = !!notice || findings.some((one) => view.anchor(one) === bound.field);
    flags.set(bound.field, { bound, findings, speaks, tone: toneOf(findings), notice });
  });
  return flags;
}

/** A field of which nothing is to be said but what stands beside it. @param {View} view @param {string} field @returns {Flag | null} */
function plain(view, field) {
  const bound = view.bound.filter((one) => one.field === field)[0];
  return bound ? { bound, findings: [], speaks: false, tone: "aside", notice: null } : null;
}

/** @param {View} view @param {string} field */
function noticeOf(view, field) {
  const { notice, value } = view.report.fields[field];
  return notice && value !== null && view.editing !== field ? { text: notice.text, value } : null;
}

/** A blank is no mistake yet and is marked more lightly. @param {Finding[]} findings */
function toneOf(findings) {
  if (findings.length > 0 && findings.every(({ code }) => code === "required")) return "required";
  return TONES.filter((severity) => findings.some((one) => one.severity === severity))[0] || "notice";
}

/** @param {Map<string, Flag>} flags @param {string} editing */
function saidOf(flags, editing) {
  /** @type {Map<Element, import("./marks.js").Said>} */
  const said = new Map();
  flags.forEach(({ bound, findings, notice }) => {
    const text = findings.map(({ message }) => message).concat(notice ? notice.text : []).join(" ");
    const invalid = findings.some(({ severity }) => severity !== "hint");
    const ids = findings.map(({ id }) => id).join();
    const typing = bound.field === editing;
    bound.control.elements.forEach((element) => said.set(element, { invalid, text, ids, typing }));
  });
  return said;
}

/** What is said elsewhere than in the overlay, where the page wants that: what must be mended, at the field where it speaks. @param {Map<string, Flag>} flags */
function toSay(flags) {
  /** @type {Map<import("../types/inner").Control, string>} */
  const wanted = new Map();
  flags.forEach(({ bound, findings, speaks }) => {
    const grave = findings.filter(({ severity }) => severity !== "hint")[0];
    if (grave && speaks) wanted.set(bound.control, grave.message);
  });
  return wanted;
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
