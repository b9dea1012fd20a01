// A new instance of the engine, with a closure of its own: after a trap the old one is let go and nothing of it reaches the new.
import { createGlue } from "../.cache/glue.js";
import { instantiate } from "./source.js";

/** @typedef {import("../.cache/glue.js").Glue} Door */

/**
 * The module is fetched and compiled at the first call only.
 * @returns {Promise<Door>} rejected where WebAssembly is missing or refused
 */
export function newDoor() {
  const glue = createGlue();
  return instantiate(glue.imports).then((instance) => {
    glue.start(instance.exports);
    return glue;
  });
}
