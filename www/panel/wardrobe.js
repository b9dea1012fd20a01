// How our elements get their looks. Where the browser can adopt a sheet it does; elsewhere the same rules are set one by one
// through the CSSOM, which a strict content policy allows too. Hence: classes only, no descendants.

import { list } from "../list.js";
import { windowOf } from "../realm.js";
import { PHONE } from "./style.js";

/**
 * @param {ShadowRoot | HTMLElement} shadow
 * @returns {(sheet: string) => void} adds a sheet; the same one twice is one
 */
export function wardrobe(shadow) {
  /** @type {string[]} */
  const worn = [];
  const add = "adoptedStyleSheets" in shadow ? adopter(shadow) : painter(shadow);
  return (sheet) => {
    if (worn.indexOf(sheet) >= 0) return;
    worn.push(sheet);
    add(sheet.replace(/\.(?=[a-z])/g, ".tianbao-"));
  };
}

/** A document takes only sheets that its own window made. @param {ShadowRoot | HTMLElement} shadow @returns {(sheet: string) => void} */
function adopter(shadow) {
  const root = /** @type {any} */ (shadow);
  return (sheet) => {
    const made = new (windowOf(shadow).CSSStyleSheet)();
    made.replaceSync(sheet);
    root.adoptedStyleSheets = list(root.adoptedStyleSheets).concat(made);
  };
}

const PLACES = ["left", "top", "bottom", "width", "height"];

/** @typedef {{ media: string, classes: string[], style: string }} Rule */

/** @param {ShadowRoot | HTMLElement} shadow @returns {(sheet: string) => void} */
function painter(shadow) {
  /** @type {Rule[]} */
  let rules = [];
  /** @type {Map<string, string>} */
  const styles = new Map();
  /** @type {WeakMap<Element, string>} */
  let painted = new WeakMap();
  const paintAll = () => list(shadow.querySelectorAll("*")).forEach((element) => paint(/** @type {HTMLElement} */ (element), rules, styles, painted));
  new MutationObserver(paintAll).observe(shadow, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  const anew = () => {
    styles.clear();
    painted = new WeakMap();
    paintAll();
  };
  matchMedia(PHONE).addListener(anew);
  return (sheet) => {
    rules = rules.concat(parse(sheet));
    anew();
  };
}

/** @param {HTMLElement} element @param {Rule[]} rules @param {Map<string, string>} styles @param {WeakMap<Element, string>} painted */
function paint(element, rules, styles, painted) {
  const names = element.getAttribute("class") || "";
  if (painted.get(element) === names) return;
  const style = styles.get(names) || styleFor(names.split(" "), rules);
  styles.set(names, style);
  painted.set(element, names);
  // Places set by script are ours to keep.
  const kept = /ring|bubble|dock|segment/.test(names) ? PLACES.map((name) => element.style.getPropertyValue(name)) : [];
  element.style.cssText = style;
  kept.forEach((value, i) => value && element.style.setProperty(PLACES[i], value));
}

/** @param {string[]} names @param {Rule[]} rules */
function styleFor(names, rules) {
  return rules
    // Some browsers take half a millisecond to answer a media query: only where all else fits.
    .filter(({ media, classes }) => classes.every((name) => names.indexOf(name) >= 0) && (media === "" || matchMedia(media).matches))
    .sort((a, b) => a.classes.length - b.classes.length)
    .map(({ style }) => style)
    .join(";");
}

/** @param {string} sheet @returns {Rule[]} */
function parse(sheet) {
  /** @type {Rule[]} */
  const rules = [];
  let media = "";
  sheet.split("\n").forEach((line) => {
    const at = /^@media (.*)\{$/.exec(line);
    const rule = /^([^{]+)\{([^}]*)\}$/.exec(line);
    if (at) media = at[1];
    else if (line === "}") media = "";
    else if (rule) rule[1].split(",").filter((name) => name.indexOf(":") < 0)
      .forEach((name) => rules.push({ media, classes: name.split(".").filter(Boolean), style: rule[2] }));
  });
  return rules;
}
