/** A script that is loaded from beside ours leaves what it brings on its own element. @param {unknown} brought */
export function leave(brought) {
  const carrier = /** @type {import("../wasm/script.js").Carrier | null} */ (document.currentScript);
  if (carrier) carrier.brought = brought;
}
