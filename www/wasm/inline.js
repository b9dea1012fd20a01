// The wasm bytes inside the script: no second request, no MIME type, works from file://. The JavaScript build lies beside it.
import letters from "../.cache/tianbao_bg.wasm";
import { instances } from "./compiled.js";
import { bytes } from "./letters.js";
import { scripted } from "./script.js";

export const instantiate = instances(() => WebAssembly.compile(bytes(letters)));

// Read at once: later the current script is another one.
const tag = /** @type {HTMLScriptElement | null} */ (document.currentScript);

/** The query stays, which often tells a version. */
const beside = () => (tag ? tag.src : "").replace(/[^/?#]*(?=([?#].*)?$)/, "tianbao-engine.js");

export const scriptDoor = scripted(beside, (script) => {
  const crossOrigin = tag && tag.getAttribute("crossorigin");
  if (tag && tag.nonce) script.nonce = tag.nonce;
  if (crossOrigin !== null) script.crossOrigin = crossOrigin;
  // From another server no sum can be held to without its consent, and from a folder none at all.
  const near = location.host && script.src.indexOf(`${location.protocol}//${location.host}/`) === 0;
  if (near || crossOrigin !== null) script.integrity = __TIANBAO_ENGINE_SUM__;
});
