// The JavaScript engine in Node, where there is no page: as much of a document as the shipped module asks for to load the script
// from beside itself. The browser's own encoder and decoder are not shown, so the script's own do the work.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

/** @param {(door: any) => void} [spoil] is shown the first instance @returns {{ loaded: string[] }} what the page was asked for */
export function standIn(spoil = () => {}) {
  /** @type {string[]} */
  const loaded = [];
  /** @type {any} */
  const page = { currentScript: null, querySelector: () => null, createElement: () => ({ remove() {} }), head: { appendChild: run } };

  /** @param {any} script */
  function run(script) {
    loaded.push(script.src);
    page.currentScript = script;
    runInThisContext(readFileSync(fileURLToPath(script.src), "utf8"));
    page.currentScript = null;
    const makeDoor = script.brought;
    script.brought = () => {
      const door = makeDoor();
      spoil(door);
      return door;
    };
    queueMicrotask(script.onload);
  }

  Object.assign(globalThis, { document: page, window: {} });
  return { loaded };
}
