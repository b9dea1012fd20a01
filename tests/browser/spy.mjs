// Fills a form with figures that are found nowhere else, lets everything fail that may, and looks for them outside the page.
import { faulty } from "../harness/faults.mjs";
import { during, inside } from "../harness/visit.mjs";
import { quiet } from "./pages.mjs";

const DIGITS = "7358291463";
const WORDS = "金丝雀在七号井旁唱歌";
/** What was typed, and what it may look like elsewhere. */
const CANARIES = [DIGITS, "7,358,291,463", "735829.1463", "7358291464", WORDS, encodeURIComponent(WORDS), Buffer.from(WORDS).toString("base64").slice(0, 24), Buffer.from(DIGITS).toString("base64").slice(0, 12)];

/** Counts every use of what could carry or keep something; runs inside the page before any script. */
function watchWays() {
  const host = /** @type {any} */ (window);
  /** @type {string[]} */
  const used = (host.used = []);
  /** @param {any} owner @param {string} name */
  const call = (owner, name) => {
    const real = owner && owner[name];
    if (typeof real !== "function") return;
    owner[name] = function (/** @type {any[]} */ ...args) {
      used.push(name);
      return new.target ? Reflect.construct(real, args) : real.apply(this, args);
    };
    owner[name].prototype = real.prototype;
  };
  ["fetch", "WebSocket", "EventSource", "XMLHttpRequest", "Worker", "SharedWorker", "BroadcastChannel", "RTCPeerConnection", "WebTransport", "Image", "open", "postMessage"].forEach((name) => call(window, name));
  ["sendBeacon"].forEach((name) => call(Navigator.prototype, name));
  ["setItem", "getItem", "removeItem"].forEach((name) => call(Storage.prototype, name));
  ["open", "deleteDatabase"].forEach((name) => call(IDBFactory.prototype, name));
  ["pushState", "replaceState"].forEach((name) => call(History.prototype, name));
  ["mark", "measure"].forEach((name) => call(Performance.prototype, name));
  ["open", "match"].forEach((name) => call(host.CacheStorage && CacheStorage.prototype, name));
  ["writeText", "write"].forEach((name) => call(host.Clipboard && host.Clipboard.prototype, name));
}

/**
 * @param {any} chromium
 * @returns {Promise<{ found: string[], looked: string[], sent: string[], used: string[], sung: number, warnings: number }>} found: canaries, and where; looked:
 *   the places; sent: requests after the load, but for our own part that answers the author of a refused pack; used: ways out or stores that were touched after the load;
 *   sung: canaries that the page itself knew; warnings: lines in the console
 */
export function spy(chromium) {
  return during(chromium, { html: quiet, init: [{ content: `(${watchWays})()` }, faulty] }, listen);
}

/** @param {any} seat */
async function listen(seat) {
  const heard = await listenAll(seat);
  await seat.page.evaluate(() => window.Tianbao?.attach("#report", { pack: "#pack", guard: "verify" }));
  await inside(seat.page, "canary.js", "ready", null);
  const sentBefore = heard.requests.length;
  await seat.page.evaluate(() => void (/** @type {any} */ (window).used.length = 0));
  const inPage = await inside(seat.page, "canary.js", "sing", { digits: DIGITS, words: WORDS });
  await seat.page.waitForTimeout(700);
  const places = { ...(await stores(seat)), console: heard.console.join("\n"), requests: heard.requests.join("\n"), sockets: heard.sockets.join("\n") };
  /** @param {string} text */
  const has = (text) => CANARIES.filter((canary) => text.includes(canary));
  const found = Object.entries(places).flatMap(([place, text]) => has(text).map((canary) => `${canary} in ${place}`));
  const used = await seat.page.evaluate(() => /** @type {any} */ (window).used);
  return { found, looked: Object.keys(places), sent: heard.requests.slice(sentBefore).filter(isForeign), used, sung: has(inPage).length, warnings: heard.console.length };
}

/** Everything that the browser tells of the page. @param {any} seat */
async function listenAll({ cdp }) {
  /** @type {{ requests: string[], console: string[], sockets: string[] }} */
  const heard = { requests: [], console: [], sockets: [] };
  for (const domain of ["Network", "Runtime", "Log", "Audits"]) await cdp.send(`${domain}.enable`);
  cdp.on("Network.requestWillBeSent", ({ request }) => heard.requests.push(JSON.stringify(request)));
  cdp.on("Network.webSocketCreated", (event) => heard.sockets.push(JSON.stringify(event)));
  cdp.on("Network.webTransportCreated", (event) => heard.sockets.push(JSON.stringify(event)));
  ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Audits.issueAdded"].forEach((name) =>
    cdp.on(name, (event) => heard.console.push(JSON.stringify(event))));
  return heard;
}

/** All that the page could have kept, as text by place. @param {any} seat */
async function stores({ page, context, site, cdp }) {
  const inPage = await inside(page, "canary.js", "kept", null);
  const { usageBreakdown } = await cdp.send("Storage.getUsageAndQuota", { origin: site.origin });
  const state = await context.storageState();
  const history = await cdp.send("Page.getNavigationHistory");
  return { ...inPage, state: JSON.stringify(state), usage: JSON.stringify(usageBreakdown), history: JSON.stringify(history), url: page.url() };
}

/** @param {string} request */
function isForeign(request) {
  const { url, method, postData } = JSON.parse(request);
  return method !== "GET" || postData !== undefined || !/^http:\/\/127\.0\.0\.1:\d+\/dist\/tianbao-sentences\.js$/.test(url);
}
