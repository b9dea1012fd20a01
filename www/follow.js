// A form as the page goes on: fields that come late, go with their pane, are replaced or renamed, and values that change
// without an event.

import { bind } from "./bind.js";
import { boundOf, isPutAway } from "./bound.js";
import { focusOn, holdsFocus } from "./focus.js";
import { fieldNames } from "./names.js";
import { controls } from "./host/native.js";
import { keysOf } from "./list.js";
import { namesOf, openAgain, openTabs } from "./panes.js";
import { isHere } from "./realm.js";
import { setPresent } from "./session.js";
import { announce, isNew, reportOf, show, sync } from "./state.js";
import { targetsOf } from "./targets.js";
import { safely } from "./warn.js";

/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./types/inner").Control} Control */
/** @typedef {import("./state.js").Form} Form */

// A failed engine is asked again by itself a few times only; whatever is typed next asks it anyway.
const PATIENCE = 5;
/** What a framework takes to draw a pane, in ms. */
const DRAWN = 80;

/** @param {Form} form @param {() => void} detach @param {() => void} renewed */
export function look(form, detach, renewed) {
  if (!isHere(form.container)) return detach();
  renewed();
  const now = controls(form.container);
  if (!same(now, form.controls)) rebind(form, now);
  else form.tabs = namesOf(openTabs(form.container));
  comeBack(form);
  takeIn(form);
}

/** Values that changed without an event. @param {Form} form */
function takeIn(form) {
  const news = form.bound.filter((one) => isNew(form, one));
  news.filter(holdsFocus).forEach(({ field }) => form.timing.typing(field));
  // A form that is emptied all at once begins anew.
  if (news.length > 2 && form.bound.every(({ control }) => control.kind !== "text" || form.host.read(control) === "")) form.timing.reset();
  const retry = form.faults > 0 && form.faults < PATIENCE;
  if ((news.length > 0 || retry) && sync(form, form.bound)) show(form);
  else form.overlay.look();
}

/** A dialog that is opened again asks anew. @param {Form} form */
function comeBack(form) {
  const hidden = isPutAway(form.container, form.bound);
  if (form.hidden && !hidden) {
    form.timing.reset();
    show(form);
  }
  form.hidden = hidden;
  if (form.panel) form.panel.look();
}

/** @param {Control[]} now @param {Control[]} before */
function same(now, before) {
  return now.length === before.length && now.every((one, i) => {
    const other = before[i];
    return one.element === other.element && one.face === other.face && one.name === other.name && one.id === other.id && one.elements.length === other.elements.length;
  });
}

/** @param {Form} form @param {Control[]} now */
export function rebind(form, now) {
  const { bound, unbound, mapped } = bind(form.container, fieldNames(form.pack), now, form.map, form.host);
  const tabs = namesOf(openTabs(form.container));
  const before = present(form);
  putAway(form, bound, tabs);
  Object.assign(form, { controls: now, bound, unbound, tabs, byElement: elementsOf(bound), targets: targetsOf(form.pack, mapped, form.targets), remarks: mapped.$reasons });
  if (present(form).join() !== before.join()) reopen(form);
  sync(form, bound);
  show(form);
}

/** Brings a field back whose pane is out of the page, and goes there. @param {Form} form @param {string} field */
export function fetchBack(form, field) {
  openAgain(form.container, form.away.get(field) || "");
  setTimeout(safely("opening a tab", () => {
    rebind(form, controls(form.container));
    const bound = boundOf(form.bound, field);
    if (bound) focusOn(bound);
  }), DRAWN);
}

/** Fields that the form has, those in a pane that is out of the page included. @param {Form} form */
export function present(form) {
  return form.bound.map(({ field }) => field).concat(keysOf(form.away)).sort();
}

/** What goes with its tab or step is still part of what will be sent; what goes by itself is not. @param {Form} form @param {Bound[]} bound @param {string} tabs */
function putAway(form, bound, tabs) {
  const here = bound.map(({ field }) => field);
  if (tabs !== form.tabs) form.bound.forEach(({ field }) => form.away.set(field, form.tabs));
  form.away.forEach((open, field) => {
    if (open === tabs || here.indexOf(field) >= 0) form.away.delete(field);
  });
}

/** Another set of fields is another form for the engine. @param {Form} form */
function reopen(form) {
  const before = reportOf(form).findings;
  setPresent(form.session, present(form));
  form.report = null;
  const now = reportOf(form).findings;
  const without = (/** @type {typeof now} */ some, /** @type {typeof now} */ others) => some.filter(({ id }) => others.every((other) => other.id !== id));
  announce(form, { fields: [], metrics: [], opened: without(now, before), updated: [], closed: without(before, now).map(({ id }) => id) });
}

/** @param {Bound[]} bound */
export function elementsOf(bound) {
  /** @type {Map<Element, Bound>} */
  const map = new Map();
  bound.forEach((one) => one.control.elements.forEach((element) => map.set(element, one)));
  return map;
}
