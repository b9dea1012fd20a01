// A new instance of the engine, with a closure of its own: after a trap the old one is let go and nothing of it reaches the new.
import { createGlue } from "../.cache/glue.js";
import { instantiate } from "./source.js";

/**
 * `textAt`: the text of so many bytes of the memory, where the engine brings a decoder of its own; `again`: another instance, where
 * one can be made at once.
 * @typedef {import("../.cache/glue.js").Glue & { textAt?: (at: number, bytes: number) => string, again?: () => Door }} Door
 */

/**
 * The module is fetched and compiled at the first call only.
 * @returns {Promise<Door>} rejected where WebAssembly is missing or refused
 */
export function newDoor() {
  // What is missing in an old or locked browser throws inside the promise and is a refusal like any other.
  return new Promise((done) => {
    const glue = createGlue();
    done(instantiate(glue.imports).then((instance) => {
      glue.start(instance.exports);
      return glue;
    }));
  });
}
