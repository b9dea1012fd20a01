// The JavaScript build beside the ES module. No sum is asked for: bundlers write the file anew.
import { scripted } from "./script.js";

const engine = scripted(
  () => new URL("./tianbao-engine.js", import.meta.url).href,
  (script) => {
    // A module does not know its own element; every script of a page bears the same nonce.
    const other = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[nonce]"));
    if (other && other.nonce) script.nonce = other.nonce;
  },
);

/** @returns {Promise<import("./door.js").Door>} */
export const scriptDoor = () => engine().then((makeDoor) => makeDoor());
