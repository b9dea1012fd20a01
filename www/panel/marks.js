// What a screen reader hears: aria-invalid and aria-describedby on the inputs, the sentences in unseen text beside them.
// The host's own values are kept and come back, also those that it sets in the meantime.

import { attribute, make, say } from "./dom.js";

/** @typedef {{ invalid: boolean, text: string, ids: string, typing: boolean }} Said  ids: of the findings */
/**
 * @typedef {object} Kept
 * @property {HTMLElement} words
 * @property {string} ids  of the findings that they tell
 * @property {string | null} invalid  the host's own value
 * @property {string | null} given  ours
 * @property {string | null} described  the host's own list
 */

let next = 0;

/** @param {HTMLElement} place where the sentences stand */
export function makeMarks(place) {
  /** @type {Map<Element, Kept>} */
  const kept = new Map();
  return {
    /** @param {Map<Element, Said>} wanted */
    show(wanted) {
      kept.forEach((one, element) => {
        if (!wanted.has(element)) restore(kept, element, one);
      });
      wanted.forEach((said, element) => mark(kept, place, element, said));
    },
    remove: () => kept.forEach((one, element) => restore(kept, element, one)),
  };
}

/** @param {Map<Element, Kept>} kept @param {HTMLElement} place @param {Element} element @param {Said} said */
function mark(kept, place, element, said) {
  const one = kept.get(element) || keep(kept, place, element);
  // A description that changes under the fingers is read out at every key: while these findings stand, it waits until the field is left.
  if (!said.typing || one.ids !== said.ids) say(one.words, said.text);
  one.ids = said.ids;
  hear(element, one);
  one.given = said.invalid ? "true" : one.invalid;
  attribute(element, "aria-invalid", one.given);
  if (!idsOf(element).some((id) => id === one.words.id)) {
    one.described = element.getAttribute("aria-describedby");
    attribute(element, "aria-describedby", one.described ? `${one.described} ${one.words.id}` : one.words.id);
  }
}

/** What the host has said since. @param {Element} element @param {Kept} one */
function hear(element, one) {
  const now = element.getAttribute("aria-invalid");
  if (now !== one.given) one.invalid = now;
}

/** @param {Element} element */
function idsOf(element) {
  return (element.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean);
}

/** @param {Map<Element, Kept>} kept @param {HTMLElement} place @param {Element} element @returns {Kept} */
function keep(kept, place, element) {
  const words = make("span", "said");
  next += 1;
  words.id = `tianbao-said-${next}`;
  place.appendChild(words);
  const invalid = element.getAttribute("aria-invalid");
  const one = { words, ids: "", invalid, given: invalid, described: null };
  kept.set(element, one);
  return one;
}

/** @param {Map<Element, Kept>} kept @param {Element} element @param {Kept} one */
function restore(kept, element, one) {
  kept.delete(element);
  one.words.remove();
  hear(element, one);
  attribute(element, "aria-invalid", one.invalid);
  // The host may have changed its own list in the meantime: only our id goes then.
  const now = idsOf(element).filter((id) => id !== one.words.id).join(" ");
  const same = now === (one.described || "").split(/\s+/).filter(Boolean).join(" ");
  attribute(element, "aria-describedby", same ? one.described : now || null);
}
