// The JavaScript build of the engine comes as a script of its own, where wasm is missing or refused. It defines nothing on the
// page: it leaves what makes an engine on its own element, and the element goes again.

/** @typedef {import("./door.js").Door} Door */
/** @typedef {HTMLScriptElement & { makeDoor?: () => Door }} Carrier */

/**
 * @param {() => string} address
 * @param {(script: HTMLScriptElement) => void} prepare
 * @returns {() => Promise<Door>}
 */
export function scripted(address, prepare) {
  /** @type {Promise<() => Door> | undefined} */
  let maker;
  return () => {
    if (!maker) {
      maker = new Promise((done, fail) => run(address(), prepare, done, fail));
      // A failed download may succeed later.
      maker.catch(() => (maker = undefined));
    }
    return maker.then((make) => make());
  };
}

/** @param {string} address @param {(script: HTMLScriptElement) => void} prepare @param {(make: () => Door) => void} done @param {(error: Error) => void} fail */
function run(address, prepare, done, fail) {
  const script = /** @type {Carrier} */ (document.createElement("script"));
  const end = () => {
    script.remove();
    if (script.makeDoor) done(script.makeDoor);
    else fail(new Error(`${address} could not be loaded`));
  };
  script.onload = script.onerror = end;
  script.src = trusted(address);
  prepare(script);
  document.head.appendChild(script);
}

/** Where a policy asks for it, an address must come from a named hand. @param {string} address @returns {any} */
function trusted(address) {
  try {
    return /** @type {any} */ (window).trustedTypes.createPolicy("tianbao", { createScriptURL: String }).createScriptURL(address);
  } catch {
    return address;
  }
}
