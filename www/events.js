// What we hear of the page, and what the page hears of us.

/**
 * @param {EventTarget} target
 * @param {Record<string, (event: any) => void>} listeners by type
 * @param {boolean} capture
 * @returns {() => void} stops them all
 */
export function listen(target, listeners, capture) {
  const each = (/** @type {"addEventListener" | "removeEventListener"} */ change) =>
    Object.keys(listeners).forEach((type) => target[change](type, listeners[type], capture));
  each("addEventListener");
  return () => each("removeEventListener");
}

/** @param {EventTarget} target @param {string} what @param {unknown} detail */
export function tell(target, what, detail) {
  target.dispatchEvent(new CustomEvent(`tianbao:${what}`, { bubbles: true, detail }));
}

/** At most once a frame. @param {() => void} action */
export function frame(action) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      action();
    });
  };
}
