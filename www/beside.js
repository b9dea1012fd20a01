// Scripts that lie beside the tag's own: found by its address, held to the sum that the build took of them.
import { scripted } from "./wasm/script.js";

// Read at once: later the current script is another one.
const tag = /** @type {HTMLScriptElement | null} */ (document.currentScript);

/** @param {string} file @param {string} sum @returns {() => Promise<any>} what the script brings */
export function beside(file, sum) {
  // The query stays, which often tells a version.
  const address = () => (tag ? tag.src : "").replace(/[^/?#]*(?=([?#].*)?$)/, file);
  return scripted(address, (script) => {
    const crossOrigin = tag && tag.getAttribute("crossorigin");
    if (tag && tag.nonce) script.nonce = tag.nonce;
    if (crossOrigin !== null) script.crossOrigin = crossOrigin;
    // From another server no sum can be held to without its consent, and from a folder none at all.
    const near = location.host && script.src.indexOf(`${location.protocol}//${location.host}/`) === 0;
    if (near || crossOrigin !== null) script.integrity = sum;
  });
}
