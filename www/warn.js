// What a developer is told, in the console, once.

/** @type {Set<string>} */
const said = new Set();

/** @param {string} text @param {unknown} [cause] */
export function warnOnce(text, cause) {
  if (said.has(text)) return;
  said.add(text);
  if (typeof console === "undefined" || !console.warn) return;
  if (cause === undefined) console.warn(`Tianbao: ${text}`);
  else console.warn(`Tianbao: ${text}`, cause);
}

/**
 * Runs a listener so that a fault of ours stays ours: the host page never sees an exception.
 * @template {unknown[]} A
 * @param {string} what
 * @param {(...args: A) => void} listener
 * @returns {(...args: A) => void}
 */
export function safely(what, listener) {
  return (...args) => {
    try {
      listener(...args);
    } catch (error) {
      warnOnce(`${what} failed; the form itself goes on as before.`, error);
    }
  };
}
