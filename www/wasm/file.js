// The wasm bytes as a file beside the ES module: bundlers find it by the `new URL` below and may rename it. So lies the JavaScript
// build, which is seldom wanted: so is what loads it.
import { instances } from "./compiled.js";

export const instantiate = instances(() =>
  fetch(new URL("./tianbao_bg.wasm", import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`tianbao_bg.wasm: HTTP ${response.status}`);
    return compile(response);
  }),
);

/**
 * Servers that do not know `.wasm` send another type, and streaming refuses that.
 * @param {Response} response
 */
function compile(response) {
  const streams = response.headers.get("content-type") === "application/wasm" && "compileStreaming" in WebAssembly;
  return streams ? WebAssembly.compileStreaming(response) : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
}

export const scriptDoor = () => import("./module.js").then(({ scriptDoor }) => scriptDoor());
