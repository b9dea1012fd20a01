// The DevTools protocol, or WebDriver BiDi, over one socket: just enough for browsers that today's drivers do not speak to.
import WebSocket from "ws";

/**
 * @param {string} url
 * @param {number} timeout in ms, for each command
 */
export async function connect(url, timeout = 120_000) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  /** @type {Map<number, { resolve(result: any): void, reject(error: Error): void }>} */
  const waiting = new Map();
  /** @type {Map<string, ((params: any) => void)[]>} */
  const listeners = new Map();
  socket.on("message", (data) => {
    const { id, error, message, result, method, params } = JSON.parse(String(data));
    if (id === undefined || id === null) return listeners.get(method)?.forEach((listener) => listener(params));
    const call = waiting.get(id);
    waiting.delete(id);
    return error ? call?.reject(new Error(error.message ?? `${error}: ${message}`)) : call?.resolve(result);
  });
  socket.on("close", () => waiting.forEach(({ reject }) => reject(new Error("The browser ended."))));
  let last = 0;

  /**
   * @param {string} method
   * @param {object} [params]
   * @returns {Promise<any>}
   */
  function send(method, params = {}) {
    const id = ++last;
    const answered = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    const timer = setTimeout(() => waiting.get(id)?.reject(new Error(`${method}: no answer in ${timeout} ms`)), timeout);
    socket.send(JSON.stringify({ id, method, params }));
    return answered.finally(() => clearTimeout(timer));
  }

  /**
   * @param {string} method
   * @param {(params: any) => void} listener
   */
  function on(method, listener) {
    listeners.set(method, [...(listeners.get(method) ?? []), listener]);
  }

  return { send, on, close: () => socket.terminate() };
}
