// What a screen reader hears: aria-invalid and aria-describedby on the inputs, the sentences in unseen text beside them.
// The host's own values are kept and come back.

import { attribute, make, say } from "./dom.js";

/** @typedef {{ invalid: boolean, text: string }} Said */
/** @typedef {{ words: HTMLElement, invalid: string | null, described: string | null }} Kept */

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
  say(one.words, said.text);
  attribute(element, "aria-invalid", said.invalid ? "true" : one.invalid);
}

/** @param {Map<Element, Kept>} kept @param {HTMLElement} place @param {Element} element @returns {Kept} */
function keep(kept, place, element) {
  const words = make("span", "said");
  next += 1;
  words.id = `tianbao-said-${next}`;
  place.appendChild(words);
  const one = { words, invalid: element.getAttribute("aria-invalid"), described: element.getAttribute("aria-describedby") };
  kept.set(element, one);
  attribute(element, "aria-describedby", one.described ? `${one.described} ${words.id}` : words.id);
  return one;
}

/** @param {Map<Element, Kept>} kept @param {Element} element @param {Kept} one */
function restore(kept, element, one) {
  kept.delete(element);
  one.words.remove();
  attribute(element, "aria-invalid", one.invalid);
  // The host may have changed its own list in the meantime: only our id goes then.
  const now = (element.getAttribute("aria-describedby") || "").split(/\s+/).filter((id) => id && id !== one.words.id).join(" ");
  const same = now === (one.described || "").split(/\s+/).filter(Boolean).join(" ");
  attribute(element, "aria-describedby", same ? one.described : now || null);
}
