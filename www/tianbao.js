// The script tag: defines window.Tianbao, reads its own attributes, attaches to the form that they name.

import { tell } from "./events.js";
import { attach } from "./attach.js";
import { attached } from "./attached.js";
import { PackError, ReasonError } from "./errors.js";
import { load } from "./pack.js";
import { version } from "./version.js";
import { warnOnce } from "./warn.js";

// Read at once: later the current script is another one.
const tag = document.currentScript;

if (!window.Tianbao) window.Tianbao = { version, load, attach, attached, PackError, ReasonError };
if (tag && tag.getAttribute("data-pack")) whenParsed(() => begin(/** @type {HTMLScriptElement} */ (tag)));

/** @param {() => void} action */
function whenParsed(action) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", action);
  else action();
}

/** @param {HTMLScriptElement} tag */
function begin(tag) {
  const read = (/** @type {string} */ name) => tag.getAttribute(`data-${name}`) || undefined;
  const form = read("form") || null;
  const options = /** @type {any} */ ({ pack: read("pack") });
  ["map", "host", "message", "timing", "normalise", "guard", "submit", "draft", "locale", "engine"].forEach((name) => (options[name] = read(name)));
  // Through the page's Tianbao, so that two tags share one engine and one list.
  const { attach } = /** @type {NonNullable<typeof window.Tianbao>} */ (window.Tianbao);
  attach(form, options).catch((error) => failed(form, error));
}

/** @param {string | null} form @param {unknown} error */
function failed(form, error) {
  warnOnce("the form could not be checked and works as before.", error);
  tell((form && query(form)) || document, "error", { error });
}

/** @param {string} selector */
function query(selector) {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
