// A message in a portal's own place stays there while it is ours: the portal writes over it whenever it validates.

/** @type {WeakMap<Element, { text: string, end: () => void }>} */
const kept = new WeakMap();

/** What stands at an element by our doing. @param {Element} element */
export function keptAt(element) {
  const one = kept.get(element);
  return one ? one.text : "";
}

/**
 * @param {Element} element whose changes tell that the portal has spoken
 * @param {string} text
 * @param {() => void} show writes the text; called again after the portal
 * @param {() => void} restore puts back what the portal says now
 */
export function keep(element, text, show, restore) {
  release(element);
  const watch = { attributes: true, attributeFilter: ["class"], childList: true, characterData: true, subtree: true };
  const again = () => {
    observer.disconnect();
    show();
    observer.observe(element, watch);
  };
  const observer = new MutationObserver(again);
  again();
  kept.set(element, { text, end: () => (observer.disconnect(), restore()) });
}

/** @param {Element} element @returns {boolean} whether something of ours stood there */
export function release(element) {
  const one = kept.get(element);
  kept.delete(element);
  if (one) one.end();
  return !!one;
}
