// For the engineer of a portal, not for those who fill in: shows which input is which field and why, takes clicks for the fields
// that are open, and prints the map and the tag to paste. Nothing on the page is changed.

import { fold, keysOf, list } from "../list.js";
import { arrange, button, fill, make } from "../panel/dom.js";
import { PANEL_SHEET } from "../panel/panel-style.js";
import { enter } from "../panel/stage.js";
import { move } from "../panel/place.js";
import { pick } from "./picking.js";
import { selectorFor } from "./selector.js";
import { ASSISTANT_SHEET } from "./style.js";
import { words } from "./text.js";

/** @typedef {import("../types/inner").Attached} Attached */
/**
 * @typedef {object} State
 * @property {Attached[]} forms  that one tag is tied to, the largest first
 * @property {import("../types/inner").Pack} pack
 * @property {Map<string, Element>} picked
 * @property {boolean} all  write the automatic ones as well
 * @property {string} asking  the id that the next click is for
 * @property {() => void} stop  ends the picking
 */

/** @param {Attached[]} forms @param {Element | null} tag the script's own element @param {string} locale @returns {() => void} closes it */
export function assist(forms, tag, locale) {
  const text = words(locale);
  const [form] = forms;
  const container = form ? form.container : document.body;
  const stage = enter(container);
  stage.wear(PANEL_SHEET);
  stage.wear(ASSISTANT_SHEET);
  const ring = stage.layer.appendChild(make("div", "ring away"));
  const element = stage.dock.appendChild(make("section", "panel"));
  element.setAttribute("aria-label", text.title);
  const close = () => {
    if (state) state.stop();
    element.remove();
    ring.remove();
    stage.leave();
  };
  /** @type {State | null} */
  const state = form ? { forms, pack: form.pack, picked: new Map(), all: false, asking: "", stop: () => undefined } : null;
  const draw = () => {
    const head = fill(make("div", "title"), make("span", "", text.title), button("step", text.close, close));
    const page = fill(make("div", "page"), ...(state ? parts(state, tag, text, draw, show) : [make("p", "quiet-line", text.none)]));
    arrange(element, [head, page]);
  };
  /** @param {Element | undefined} input */
  const show = (input) => {
    ring.className = input ? "tianbao-ring tianbao-hint" : "tianbao-away";
    if (!input) return;
    const { left, top, width, height } = input.getBoundingClientRect();
    const origin = stage.origin();
    move(ring, { display: "block", left: `${left - origin.left}px`, top: `${top - origin.top}px`, width: `${width}px`, height: `${height}px` });
  };
  draw();
  return close;
}

/** @typedef {ReturnType<typeof words>} Words */

/** @param {State} state @param {Element | null} tag @param {Words} text @param {() => void} draw @param {(input?: Element) => void} show */
function parts(state, tag, text, draw, show) {
  const { forms, pack, picked } = state;
  const [form] = forms;
  const all = bindingsOf(forms);
  const bound = all.filter(({ field, element }) => !picked.has(field) && !isPicked(state, element));
  const label = (/** @type {string} */ id) => ((/** @type {any[]} */ (pack.fields).concat(pack.metrics)).filter((one) => one.id === id)[0] || { label: id }).label;
  /** @param {string} id @param {string} said @param {Element} [input] @param {boolean} [undo] */
  const row = (id, said, input, undo) => {
    const ask = button("offer", input ? text.change : text.pick, () => begin(state, id, draw));
    const line = fill(make("div", "row"), make("span", "name", label(id)), ask, make("span", "why", state.asking === id ? text.picking.replace("{}", label(id)) : said));
    if (undo) fill(line, button("offer", text.undo, () => (picked.delete(id), draw())));
    line.addEventListener("mouseenter", () => show(input));
    line.addEventListener("mouseleave", () => show());
    return line;
  };
  const open = form.unbound.filter(({ field }) => !picked.has(field) && all.every((one) => one.field !== field))
    .sort((a, b) => b.candidates.length - a.candidates.length);
  const metrics = pack.metrics.filter(({ id }) => !picked.has(id));
  return [
    make("div", "title", `${text.open} ${open.length}`), ...open.map(({ field, why, candidates }) => row(field, /** @type {any} */ (text.why)[why] || why, candidates[0])),
    make("div", "title", `${text.bound} ${bound.length + picked.size}`),
    ...keysOf(picked).map((id) => ({ id, input: /** @type {Element} */ (picked.get(id)) })).map(({ id, input }) => row(id, `${text.by.picked} · ${selectorFor(input, form.container)}`, input, true)),
    ...bound.map(({ field, by, score, element }) => row(field, `${text.by[by]} · ${score.toFixed(2)}`, element)),
    folded(text.metrics, metrics.map(({ id, unit }) => row(id, unit || ""))),
    ...results(state, tag, text, draw),
  ];
}

/** @param {Attached[]} forms */
function bindingsOf(forms) {
  return fold(forms, (all, { bindings }) => all.concat(bindings), /** @type {import("../types/inner").Binding[]} */ ([]));
}

/** @param {State} state @param {Element} element */
function isPicked(state, element) {
  return list(state.picked).indexOf(element) >= 0;
}

/** @param {State} state @param {string} id @param {() => void} draw */
function begin(state, id, draw) {
  state.stop();
  state.asking = id;
  state.stop = pick(state.forms[0].container, (element) => {
    state.asking = "";
    // One input is one field: what it was before is open again.
    if (element) keysOf(state.picked).forEach((other) => state.picked.get(other) === element && state.picked.delete(other));
    if (element) state.picked.set(id, element);
    draw();
  });
  draw();
}

/** @param {string} title @param {HTMLElement[]} rows */
function folded(title, rows) {
  return fill(make("details", "group"), make("summary", "title", title), ...rows);
}

/** @param {State} state @param {Element | null} tag @param {Words} text @param {() => void} draw */
function results(state, tag, text, draw) {
  const box = /** @type {HTMLInputElement} */ (make("input", ""));
  box.type = "checkbox";
  box.checked = state.all;
  box.addEventListener("change", () => ((state.all = box.checked), draw()));
  const all = fill(make("label", "row"), box, make("span", "name", text.all));
  return [make("div", "title", text.result), all, ...copyable(text.map, JSON.stringify(mapOf(state), null, 2), text), ...copyable(text.tag, tagLine(tag), text)];
}

/** @param {State} state */
function mapOf({ forms, picked, all }) {
  const { container } = forms[0];
  /** @type {Record<string, string>} */
  const map = {};
  bindingsOf(forms).forEach(({ field, element, by }) => {
    if ((all || by === "map") && !picked.has(field)) map[field] = selectorFor(element, container);
  });
  picked.forEach((element, id) => (map[id] = selectorFor(element, container)));
  return map;
}

/** @param {Element | null} tag */
function tagLine(tag) {
  const attributes = tag ? list(tag.attributes).filter(({ name }) => !/^data-(map|assistant)$/.test(name)) : [];
  const written = attributes.map(({ name, value }) => (value === "" ? name : `${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`));
  return `<script ${written.concat('data-map="tianbao-map.json"').join(" ")}></script>`;
}

/** @param {string} title @param {string} content @param {Words} text */
function copyable(title, content, text) {
  const area = /** @type {HTMLTextAreaElement} */ (make("textarea", "reason-text"));
  area.readOnly = true;
  area.rows = Math.min(8, content.split("\n").length + 1);
  area.value = content;
  area.setAttribute("aria-label", title);
  const copy = button("step", text.copy, () => {
    area.select();
    // Not the clipboard of secure contexts: portals stand on http.
    if (document.execCommand("copy")) copy.textContent = text.copied;
  });
  return [fill(make("div", "row"), make("span", "name", title), copy), fill(make("div", "reason"), area)];
}
