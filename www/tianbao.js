// The script tag: defines window.Tianbao, reads its own attributes, attaches to the form that they name.

import { assist, isAsked } from "./assist.js";
import { attach } from "./attach.js";
import { attached } from "./attached.js";
import { PackError, ReasonError } from "./errors.js";
import { load } from "./pack.js";
import { follow } from "./tag.js";
import { version } from "./version.js";
import { warnOnce } from "./warn.js";

// Read at once: later the current script is another one.
const tag = document.currentScript;

if (!window.Tianbao) window.Tianbao = { version, load, attach, attached, bind: () => assist(tag), PackError, ReasonError };
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
  if (isAsked(tag)) assistSoon(tag);
}

/** Once a form is there; on a page without one the assistant says so. @param {HTMLScriptElement} tag */
function assistSoon(tag) {
  let asked = false;
  const open = () => {
    if (!asked) assist(tag).catch((error) => warnOnce("the assistant could not be loaded.", error));
    asked = true;
  };
  document.addEventListener("tianbao:ready", open);
  setTimeout(open, 3000);
}
