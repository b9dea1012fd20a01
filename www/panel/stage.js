// The one place on the page where we draw: a root of no size at the end of the body, with the overlay above the form and
// a dock for the panels. A shadow root keeps the portal's styles out and ours in.

import { dress, make } from "./dom.js";
import { shadeOf } from "./shade.js";
import { SHEET } from "./style.js";
import { wardrobe } from "./wardrobe.js";

/**
 * @typedef {object} Stage
 * @property {HTMLElement} layer  moves with the page
 * @property {HTMLElement} dock  stays in the window
 * @property {HTMLElement} words  light DOM, unseen: what aria-describedby points to
 * @property {() => { left: number, top: number }} origin  of the layer, in the window
 * @property {(sheet: string) => void} wear  adds a sheet for what a feature draws
 * @property {() => void} shade  dark on a dark page
 * @property {(sentence: string) => void} say  reads aloud what answers the person, once there is a region for that
 * @property {() => void} leave
 */

/** One a page, and one in each native dialog: these lie above everything else on the page. @type {Map<Element, { stage: Stage, users: number }>} */
const stages = new Map();

/** @param {Element} container @returns {Stage} */
export function enter(container) {
  const home = container.closest("dialog") || container.ownerDocument.body;
  const one = stages.get(home) || { stage: build(home), users: 0 };
  one.users += 1;
  stages.set(home, one);
  return one.stage;
}

/** @param {Element} home */
function build(home) {
  const root = make("div", "root");
  const words = make("div", "words");
  words.hidden = true;
  place(root);
  const layer = make("div", "layer");
  const dock = make("div", "dock");
  home.appendChild(words);
  home.appendChild(root);
  // WebKit before shadow roots: the portal's styles may then show in ours, whose own are set one by one.
  const shadow = root.attachShadow ? root.attachShadow({ mode: "open" }) : root;
  shadow.appendChild(layer);
  shadow.appendChild(dock);
  const wear = wardrobe(shadow);
  wear(SHEET);
  const leave = () => {
    const one = /** @type {{ users: number }} */ (stages.get(home));
    one.users -= 1;
    if (one.users > 0) return;
    root.remove();
    words.remove();
    stages.delete(home);
  };
  const shade = () => {
    const tone = shadeOf(home);
    dress(layer, `layer${tone}`);
    dress(dock, `dock${tone}`);
  };
  shade();
  return { layer, dock, words, origin: () => root.getBoundingClientRect(), wear, shade, say: () => undefined, leave };
}

/** @param {HTMLElement} root */
function place(root) {
  const style = { all: "initial", position: "absolute", left: "0", top: "0", width: "0", height: "0", "z-index": "2147483000" };
  Object.keys(style).forEach((name) => root.style.setProperty(name, /** @type {any} */ (style)[name], "important"));
}
