// On a page inside a mini-program's web-view: tells the mini-program that a report passed, and goes back to it once the
// page itself has sent the report, where the tag asks for that. WeChat hands messages over only when the web-view is left,
// so nothing waits for an answer; a bridge that is late, absent, silent or throwing changes nothing on the page.

import { listen } from "./events.js";
import { safely } from "./warn.js";

/** @typedef {{ postMessage: (message: object) => void, navigateBack: (to: object) => void }} Bridge */
/** @typedef {any} View  a window */

const PROGRAM = /miniprogram|micromessenger|alipayclient|dingtalk/i;

/** One press may pass several times on its way: through the button, the form, the host's own check. */
let told = false;
/** Ends the watch for the report that passed before. */
let rest = () => {};

/**
 * A submission passed.
 * @param {import("./types/inner").Report} report
 * @param {boolean} back whether to go back when the page has sent it
 * @param {View} [view] the form's window
 */
export function announce(report, back, view = window) {
  if (told) return;
  told = true;
  view.setTimeout(() => void (told = false), 500);
  const { pack, status, progress } = report;
  // No figures: what is handed over is not for the page to decide but for the portal's server.
  const message = { type: "tianbao", pack: `${pack.id}@${pack.version}`, status, filled: progress.filled };
  reach(view, (bridge) => bridge.postMessage(message));
  if (back && (PROGRAM.test(view.navigator.userAgent) || bridgeOf(view))) whenSent(view, () => reach(view, (bridge) => bridge.navigateBack({ delta: 1 })));
}

/** WeChat's own script waits for the bridge too, but what a bridge throws then would be the page's error. @param {View} view @param {(bridge: Bridge) => void} act */
function reach(view, act) {
  const go = safely("speaking to the mini-program", () => {
    const bridge = bridgeOf(view);
    if (bridge) act(bridge);
  });
  const early = /micromessenger/i.test(view.navigator.userAgent) && !view.WeixinJSBridge;
  if (early) view.document.addEventListener("WeixinJSBridgeReady", go, { once: true });
  else go();
}

/** @param {View} view @returns {Bridge | null} */
function bridgeOf(view) {
  const agent = view.navigator.userAgent;
  const other = /alipay/i.test(agent) ? view.my : /dingtalk/i.test(agent) ? view.dd : null;
  if (other && other.postMessage) return other;
  const wechat = (view.wx && view.wx.miniProgram) || (view.WeixinJSBridge && bare(view.WeixinJSBridge));
  // WeChat's browser outside a mini-program has the same functions, and answers each with a refusal.
  const outside = view.WeixinJSBridge && view.__wxjs_environment !== "miniprogram" && !/miniprogram/i.test(agent);
  if (!wechat || outside) return null;
  return { postMessage: (data) => wechat.postMessage({ data }), navigateBack: (to) => wechat.navigateBack(to) };
}

/** A page made by a bundler keeps WeChat's script to itself; this is what that script would ask of the bridge. @param {any} bridge */
function bare(bridge) {
  const ask = (/** @type {string} */ name, /** @type {object} */ arg) => bridge.invoke("invokeMiniProgramAPI", { name, arg }, () => {});
  return {
    postMessage: (/** @type {{ data: object }} */ { data }) => ask("postMessage", data),
    navigateBack: (/** @type {object} */ to) => ask("navigateBack", to),
  };
}

/**
 * Going back closes the page, so it needs to be known that the report was sent and taken: by a request that is no GET and is
 * answered without a refusal, by a form whose answer has come into a frame, or by the answer taking this page's place.
 * @param {View} view
 * @param {() => void} then
 */
function whenSent(view, then) {
  // The page says first what it has to say.
  const done = safely("going back to the mini-program", () => {
    rest();
    view.setTimeout(then, 300);
  });
  rest();
  const undo = [onXhr, onFetch, onFrame].map((watch) => watch(view, done)).concat(onLeaving(view, then));
  rest = () => undo.forEach((one) => one());
}

/** @param {View} view @param {() => void} done @returns {() => void} */
function onXhr(view, done) {
  const { prototype } = view.XMLHttpRequest;
  const { open } = prototype;
  return swap(prototype, "open", /** @this {XMLHttpRequest} */ function (/** @type {string} */ method) {
    if (sends(method)) this.addEventListener("load", () => void (isTaken(this.status, this.response) && done()));
    return open.apply(this, /** @type {any} */ (arguments));
  });
}

/** @param {View} view @param {() => void} done @returns {() => void} */
function onFetch(view, done) {
  const { fetch } = view;
  if (!fetch) return () => {};
  return swap(view, "fetch", /** @this {any} */ function (/** @type {any} */ request, /** @type {any} */ options) {
    const answer = fetch.apply(this, arguments);
    if (sends((options && options.method) || (request && request.method))) {
      answer.then((/** @type {Response} */ got) => got.clone().text().then((text) => void (isTaken(got.status, text) && done()))).catch(() => {});
    }
    return answer;
  });
}

/** For as long as it takes one report to be sent. @param {any} owner @param {string} name @param {Function} ours */
function swap(owner, name, ours) {
  const before = owner[name];
  try {
    owner[name] = ours;
  } catch {
    // Frozen: then nobody goes back, and the person does it.
  }
  return () => void (owner[name] === ours && (owner[name] = before));
}

/** @param {unknown} method */
function sends(method) {
  return typeof method === "string" && !/^(get|head|options)$/i.test(method);
}

/** Many portals refuse with 200 and say so in the text; where it is not clear, nobody goes back. @param {number} status @param {unknown} answer */
function isTaken(status, answer) {
  if (status < 200 || status > 299) return false;
  try {
    const { success, code } = typeof answer === "string" ? JSON.parse(answer) : /** @type {any} */ (answer);
    return success !== false && (code === undefined || /^(0+|2\d+)$/.test(code));
  } catch {
    return true;
  }
}

/** @param {View} view @param {() => void} done @returns {() => void} */
function onFrame(view, done) {
  return listen(view.document, { load: (event) => event.target.tagName === "IFRAME" && done() }, true);
}

/** A form that was sent the browser's own way: its answer takes the page's place. @param {View} view @param {() => void} then */
function onLeaving(view, then) {
  let leaving = false;
  return listen(view, {
    submit: (event) => void (leaving = !event.defaultPrevented),
    // form.submit() raises no event, but the page is left in the same moment.
    beforeunload: () => void (leaving = leaving || told),
    pagehide: () => leaving && then(),
  }, false);
}
