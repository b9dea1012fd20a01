// From a container and options to an attached form: reads the options, fetches what they name, and makes sure that the
// form works as before if any of it fails.

import { textAt } from "./address.js";
import { attached } from "./attached.js";
import { tell } from "./events.js";
import { attachForm } from "./form.js";
import { makeGuard } from "./guard.js";
import { HOSTS, prepareHosts } from "./host.js";
import { inLocale, isPack, load, release } from "./pack.js";
import { pageLocale } from "./locale.js";
import { documentsIn } from "./realm.js";
import { bestOn, matching } from "./seek.js";
import { warnOnce } from "./warn.js";

// The ES module loads both together.
export { assist } from "./assist.js";

/** @typedef {import("./types/inner").Attached} Attached */
/** @typedef {import("./types/inner").AttachOptions} AttachOptions */
/** @typedef {import("./types/inner").Settings} Settings */

/** The first of each is the default. */
const CHOICES = {
  timing: ["hybrid", "on-submit", "on-change"],
  normalise: ["lossless", "off"],
  guard: ["mandatory", "verify", "off"],
  host: HOSTS,
  message: ["overlay", "inline", "host"],
};

/** The same tag twice is one form. @type {Map<Element, Promise<Attached>>} */
const taken = new Map();
/** @type {Map<Element, import("./guard.js").Guard>} */
const guards = new Map();

/**
 * @param {Element | string | null} container
 * @param {AttachOptions} options
 * @returns {Promise<Attached>}
 */
export function attach(container, options) {
  return new Promise((done) => done(begin(container, options)));
}

/** @param {Element | string | null} container @param {AttachOptions} options @returns {Promise<Attached>} */
function begin(container, options) {
  const given = typeof container === "string" ? matching(container)[0] : container;
  if (typeof container === "string" && !given) throw new Error(`No element matches ${container}.`);
  const settings = settingsOf(options);
  if (given) return single(given, () => fromStart(given, options, settings));
  return loaded(options, settings, (pack, map) => {
    const found = bestOn(pack, map, settings.host, () => false);
    if (!found) throw new Error("No form on this page holds at least 3 fields of the pack.");
    return single(found, () => tie(found, pack, options, settings, map, guardFor(found, settings)));
  });
}

/** @param {Element} container @param {() => Promise<Attached>} make */
function single(container, make) {
  const before = taken.get(container);
  if (before) return before;
  const made = make();
  taken.set(container, made);
  made.catch(() => taken.delete(container));
  return made;
}

// The guard stands before anything is loaded: a submission in the meantime passes, and the container hears of it.
/** @param {Element} container @param {AttachOptions} options @param {Settings} settings @returns {Promise<Attached>} */
function fromStart(container, options, settings) {
  const guard = guardFor(container, settings);
  return loaded(options, settings, (pack, map) => tie(container, pack, options, settings, map, guard)).catch((error) => {
    if (guard) guard.fail("failed");
    throw error;
  });
}

/** The guard of a container; one left over from a failed try makes way. @param {Element} container @param {Settings} settings */
function guardFor(container, settings) {
  const before = guards.get(container);
  if (before) before.stop();
  const guard = settings.guard === "off" ? null : makeGuard(container, settings.submit || "");
  if (guard) guards.set(container, guard);
  return guard;
}

/**
 * @param {Element} container
 * @param {import("./types/inner").Pack} pack
 * @param {AttachOptions} options
 * @param {Settings} settings
 * @param {Record<string, string>} map
 * @param {import("./guard.js").Guard | null} guard
 */
function tie(container, pack, options, settings, map, guard) {
  return attachForm(container, pack, settings, map, guard, () => {
    taken.delete(container);
    guards.delete(container);
    for (let i = attached.length - 1; i >= 0; i -= 1) if (attached[i].container === container) attached.splice(i, 1);
    // A pack that was loaded for this form alone goes with it; the page keeps what it loaded itself.
    if (!isPack(options.pack) && !isPromise(options.pack)) release(pack);
  }).then((one) => {
    // The form may have gone while its panel was loaded.
    if (!taken.has(container)) return one;
    attached.push(one);
    tell(container, "ready", one);
    return one;
  });
}

/**
 * @template T
 * @param {AttachOptions} options
 * @param {Settings} settings
 * @param {(pack: import("./types/inner").Pack, map: Record<string, string>) => T | Promise<T>} then
 * @returns {Promise<T>}
 */
function loaded({ pack, engine, map }, settings, then) {
  const { locale } = settings;
  const there = isPack(pack) || isPromise(pack);
  const hosts = prepareHosts(settings.host, documentsIn(document));
  return new Promise((/** @type {(pack: any) => void} */ done) => done(there ? pack : load(pack, { engine, locale })))
    .then((ready) => hosts.then(() => inLocale(ready, locale))).then((ready) => mapFrom(map).then((known) => then(ready, known)));
}

/** The tag loads its pack once for all the forms that come. @param {any} pack @returns {pack is Promise<import("./types/inner").Pack>} */
function isPromise(pack) {
  return !!pack && typeof pack.then === "function";
}

/** @param {AttachOptions["map"]} map @returns {Promise<Record<string, string>>} */
export function mapFrom(map) {
  if (typeof map !== "string") return Promise.resolve(map || {});
  const text = map.trim().charAt(0) === "{" ? Promise.resolve(map) : textAt(map);
  return text.then((json) => JSON.parse(json));
}

/** @param {AttachOptions} options @returns {Settings} */
function settingsOf(options) {
  const pick = (/** @type {keyof typeof CHOICES} */ name) => /** @type {any} */ (chosen(name, options[name], CHOICES[name]));
  const { map, submit, prior, miniProgram } = options;
  const locale = options.locale === "zh" || options.locale === "en" ? options.locale : pageLocale();
  return { timing: pick("timing"), normalise: pick("normalise"), guard: pick("guard"), host: pick("host"), message: pick("message"), locale, map, submit, prior, miniProgram, draft: hours(options.draft) };
}

/** @param {string | number | undefined} draft */
function hours(draft) {
  const given = Number(draft === "off" ? 0 : draft || 0);
  if (given >= 0) return given;
  warnOnce(`draft="${draft}" is not a number of hours; no draft is kept.`);
  return 0;
}

/** @param {string} name @param {string | undefined} value @param {string[]} allowed */
function chosen(name, value, allowed) {
  if (value === undefined || value === "" || allowed.indexOf(value) >= 0) return value || allowed[0];
  warnOnce(`${name}="${value}" is not available in this version; using "${allowed[0]}".`);
  return allowed[0];
}
