// The one place on the page where we draw: a root of no size at the end of the body, with the overlay above the form and
// a dock for the panels. A shadow root keeps the portal's styles out and ours in.

import { make } from "./dom.js";
import { dressUp } from "./style.js";

/**
 * @typedef {object} Stage
 * @property {HTMLElement} layer  moves with the page
 * @property {HTMLElement} dock  stays in the window
 * @property {HTMLElement} words  light DOM, unseen: what aria-describedby points to
 * @property {() => { left: number, top: number }} origin  of the layer, in the window
 * @property {() => void} leave
 */

/** @type {{ root: HTMLElement, stage: Stage } | null} */
let current = null;
let users = 0;

/** @returns {Stage} */
export function enter() {
  if (!current) current = build();
  users += 1;
  return current.stage;
}

function leave() {
  users -= 1;
  if (users > 0 || !current) return;
  current.root.remove();
  current.stage.words.remove();
  current = null;
}

function build() {
  const root = make("div", "root");
  const words = make("div", "words");
  words.hidden = true;
  place(root);
  const shadow = root.attachShadow({ mode: "open" });
  const layer = make("div", "layer");
  const dock = make("div", "dock");
  shadow.appendChild(layer);
  shadow.appendChild(dock);
  document.body.appendChild(words);
  document.body.appendChild(root);
  dressUp(shadow);
  const origin = () => root.getBoundingClientRect();
  return { root, stage: { layer, dock, words, origin, leave } };
}

/** @param {HTMLElement} root */
function place(root) {
  const style = { all: "initial", position: "absolute", left: "0", top: "0", width: "0", height: "0", "z-index": "2147483000" };
  Object.keys(style).forEach((name) => root.style.setProperty(name, /** @type {any} */ (style)[name], "important"));
}
