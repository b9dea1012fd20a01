// Keeps account of all that a script leaves in a page: listeners, timers, observers, nodes. For a page that has not run it yet.

/**
 * @typedef {object} Balance
 * @property {string[]} listeners "target type", of targets that are still there
 * @property {number} timers
 * @property {number} frames
 * @property {number} observers
 * @property {number} nodes
 */

/** For addInitScript. */
export const ledger = { content: `(${makeLedger})()` };

/** Runs inside the page; `window.ledger()` gives the balance. */
function makeLedger() {
  /** @type {{ target: EventTarget, type: string, hear: unknown, capture: boolean }[]} */
  let listeners = [];
  /** @type {Set<unknown>} */
  const timers = new Set();
  /** @type {Set<unknown>} */
  const frames = new Set();
  /** @type {Set<object>} */
  const observers = new Set();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const host = /** @type {any} */ (window);

  /** @param {any} options */
  const captures = (options) => (typeof options === "object" && options !== null ? !!options.capture : !!options);
  /** @param {EventTarget} target @param {string} type @param {unknown} hear @param {boolean} capture */
  const others = (target, type, hear, capture) =>
    listeners.filter((one) => one.target !== target || one.type !== type || one.hear !== hear || one.capture !== capture);

  EventTarget.prototype.addEventListener = function (type, hear, options) {
    const target = this || window;
    listeners = others(target, type, hear, captures(options));
    listeners.push({ target, type, hear, capture: captures(options) });
    return addEventListener.call(target, type, hear, options);
  };
  EventTarget.prototype.removeEventListener = function (type, hear, options) {
    const target = this || window;
    listeners = others(target, type, hear, captures(options));
    return removeEventListener.call(target, type, hear, options);
  };

  /** @param {string} start @param {string} end @param {Set<unknown>} open @param {boolean} once */
  function account(start, end, open, once) {
    const begin = host[start];
    const stop = host[end];
    host[start] = (/** @type {any} */ action, /** @type {any[]} */ ...rest) => {
      const id = begin.call(window, (/** @type {any[]} */ ...args) => {
        if (once) open.delete(id);
        return action(...args);
      }, ...rest);
      open.add(id);
      return id;
    };
    host[end] = (/** @type {any} */ id) => {
      open.delete(id);
      return stop.call(window, id);
    };
  }
  account("setInterval", "clearInterval", timers, false);
  account("setTimeout", "clearTimeout", timers, true);
  account("requestAnimationFrame", "cancelAnimationFrame", frames, true);

  ["MutationObserver", "ResizeObserver", "IntersectionObserver", "PerformanceObserver"].forEach((name) => {
    const Observer = host[name];
    if (!Observer) return;
    const { observe, disconnect } = Observer.prototype;
    Observer.prototype.observe = function (/** @type {any[]} */ ...args) {
      observers.add(this);
      return observe.apply(this, args);
    };
    Observer.prototype.disconnect = function () {
      observers.delete(this);
      return disconnect.call(this);
    };
  });

  /** @param {EventTarget} target */
  const present = (target) => !(target instanceof Node) || target === document || target.isConnected;
  /** @param {EventTarget} target */
  const named = (target) => (target === window ? "window" : target instanceof Node ? target.nodeName : String(target));

  host.ledger = () => ({
    listeners: listeners.filter(({ target }) => present(target)).map(({ target, type }) => `${named(target)} ${type}`).sort(),
    timers: timers.size, frames: frames.size, observers: observers.size,
    nodes: document.querySelectorAll("*").length,
  });
}
