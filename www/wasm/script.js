// What is seldom needed, or first needed later, comes as a script of its own. It defines nothing on the page: it leaves what it
// brings on its own element, and the element goes again.

/** @typedef {HTMLScriptElement & { brought?: any }} Carrier */

/**
 * @param {() => string} address
 * @param {(script: HTMLScriptElement) => void} prepare
 * @returns {() => Promise<any>} loads it once
 */
export function scripted(address, prepare) {
  /** @type {Promise<any> | undefined} */
  let part;
  return () => {
    if (!part) {
      part = new Promise((done, fail) => run(address(), prepare, done, fail));
      // A failed download may succeed later.
      part.catch(() => (part = undefined));
    }
    return part;
  };
}

/** @param {string} address @param {(script: HTMLScriptElement) => void} prepare @param {(part: any) => void} done @param {(error: Error) => void} fail */
function run(address, prepare, done, fail) {
  const script = /** @type {Carrier} */ (document.createElement("script"));
  const end = () => {
    script.remove();
    if (script.brought) done(script.brought);
    else fail(new Error(`${address} could not be loaded`));
  };
  script.onload = script.onerror = end;
  script.src = trusted(address);
  prepare(script);
  document.head.appendChild(script);
}

/** @type {{ createScriptURL(address: string): any } | undefined} */
let hand;

/** Where a policy asks for it, an address must come from a named hand, which may be made once. @param {string} address @returns {any} */
function trusted(address) {
  try {
    hand = hand || /** @type {any} */ (window).trustedTypes.createPolicy("tianbao", { createScriptURL: String });
    return /** @type {any} */ (hand).createScriptURL(address);
  } catch {
    return address;
  }
}
