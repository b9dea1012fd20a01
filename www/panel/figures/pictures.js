// Pictures of one rate. Lengths are the engine's own decimal text, put in as it stands.

import { attribute, dress } from "../dom.js";
import { svg } from "../svg.js";

/** Of this radius the way around is 100, so that a share of it is the number itself. */
const AROUND = { cx: "18", cy: "18", r: "15.9155" };

/** Kept to what can be drawn, 0 to 100. @param {string} value canonical, in per cent */
export function drawable(value) {
  if (value.charAt(0) === "-") return "0";
  return /^\d{3}/.test(value) ? "100" : value;
}

/** @param {string} name @param {string} names of ours @param {Record<string, string>} attributes @param {...Element} parts */
function draw(name, names, attributes, ...parts) {
  const element = svg(name, attributes, ...parts);
  dress(element, names);
  return element;
}

/** @typedef {{ element: Element, paint(value: string | null, last: string | null): void }} Picture */

/** A rate as a filled track, with a mark where it was last period. @returns {Picture} */
function makeTrack() {
  const ground = draw("rect", "rate-ground", { y: "2", width: "100%", height: "6", rx: "3" });
  const done = draw("rect", "rate-part", { y: "2", height: "6", rx: "3" });
  const mark = draw("rect", "rate-mark", { width: "3", height: "10", rx: "1" });
  const element = draw("svg", "picture rate", { width: "100%", height: "10", focusable: "false" }, ground, done, mark);
  return {
    element,
    paint(value, last) {
      attribute(done, "width", `${value === null ? "0" : drawable(value)}%`);
      attribute(mark, "x", `${last === null ? "0" : drawable(last)}%`);
      attribute(mark, "visibility", value === null || last === null ? "hidden" : "visible");
    },
  };
}

/** Progress as a ring, with a mark where it was last period. @returns {Picture} */
function makeRing() {
  const turned = Object.assign({ fill: "none", transform: "rotate(-90 18 18)" }, AROUND);
  const done = draw("circle", "around-part", turned);
  const mark = draw("circle", "around-mark", Object.assign({ "stroke-dasharray": "1.5 100" }, turned));
  const size = { width: "22", height: "22", viewBox: "0 0 36 36", focusable: "false" };
  const element = draw("svg", "picture around", size, draw("circle", "around-ground", turned), done, mark);
  return {
    element,
    paint(value, last) {
      attribute(done, "stroke-dasharray", `${value === null ? "0" : drawable(value)} 100`);
      attribute(mark, "stroke-dashoffset", `-${last === null ? "0" : drawable(last)}`);
      attribute(mark, "visibility", value === null || last === null ? "hidden" : "visible");
    },
  };
}

/** @param {string | undefined} kind as the pack names it @returns {Picture | null} */
export function makePicture(kind) {
  if (kind === "track") return makeTrack();
  return kind === "ring" ? makeRing() : null;
}

/** What it shows, in words; an empty one shows nothing. @param {Element} picture @param {string} words */
export function describe(picture, words) {
  attribute(picture, "role", words === "" ? null : "img");
  attribute(picture, "aria-label", words === "" ? null : words);
  attribute(picture, "aria-hidden", words === "" ? "true" : null);
}
