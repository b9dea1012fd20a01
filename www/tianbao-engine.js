// The JavaScript build of the engine: the module that runs as wasm elsewhere, turned into JavaScript by the build. Loaded by
// wasm/script.js, on whose element it leaves what makes an instance.

import { compute } from "./.cache/compute.js";
import { createGlue } from "./.cache/glue.js";
import { leave } from "./part/leave.js";

leave(makeDoor);

/** @returns {import("./wasm/door.js").Door} */
function makeDoor() {
  const glue = createGlue();
  glue.start(compute(glue.imports));
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const textAt = (/** @type {number} */ at, /** @type {number} */ bytes) => decoder.decode(new Uint8Array(glue.memory().buffer, at, bytes));
  return Object.assign(glue, { textAt, again: makeDoor });
}
