// The script tag: defines window.Tianbao, reads its own attributes, attaches to the form that they name.

import { attach } from "./attach.js";
import { attached } from "./attached.js";
import { PackError, ReasonError } from "./errors.js";
import { load } from "./pack.js";
import { follow } from "./tag.js";
import { version } from "./version.js";

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
  const options = /** @type {any} */ ({ pack: read("pack"), miniProgram: read("mini-program") });
  ["map", "host", "message", "timing", "normalise", "guard", "submit", "draft", "locale", "engine"].forEach((name) => (options[name] = read(name)));
  follow(read("form") || null, options);
}
