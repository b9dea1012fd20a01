// Ties one container to one session and the two to the page. Everything that it adds goes again with detach().

import { bind } from "./bind.js";
import { focusOn, holdsFocus } from "./focus.js";
import { native } from "./host/native.js";
import { plainDigits } from "./normalise.js";
import { inLocale } from "./pack.js";
import { makeOverlay } from "./panel/overlay.js";
import { makePanel } from "./panel/panel.js";
import { readAll } from "./reading.js";
import { own } from "./record.js";
import { announce, isNew, show, sync, viewOf } from "./state.js";
import { judge } from "./submission.js";
import { makeTiming } from "./timing.js";
import { safely, warnOnce } from "./warn.js";
import { watch } from "./watch.js";

/** @typedef {import("./types/inner").Attached} Attached */
/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./types/inner").FieldNames} FieldNames */
/** @typedef {import("./types/inner").Pack} Pack */
/** @typedef {import("./types/inner").Settings} Settings */
/** @typedef {import("./guard.js").Guard} Guard */
/** @typedef {import("./state.js").Form} Form */

/** What binding needs to know of a pack, in both languages. @param {Pack} pack @returns {FieldNames[]} */
export function fieldNames(pack) {
  const tongues = [inLocale(pack, "zh"), inLocale(pack, "en")];
  const labels = (/** @type {number} */ at) => tongues.map(({ fields }) => fields[at].label);
  return pack.fields.map(({ id, unit, aliases, lastOf }, i) => {
    const base = pack.fields.findIndex((field) => field.id === lastOf);
    const last = base < 0 ? [] : labels(base).concat(pack.fields[base].aliases).map((name) => `上年${name}`);
    return { id, unit, names: labels(i).concat(aliases, last), labels: tongues.length };
  });
}

/**
 * @param {Element} container
 * @param {Pack} pack
 * @param {Settings} settings
 * @param {Record<string, string>} map
 * @param {Guard | null} guard
 * @param {() => void} gone
 * @returns {Attached}
 */
export function attachForm(container, pack, settings, map, guard, gone) {
  const form = open(container, pack, settings, map);
  if (form.bound.length === 0) warnOnce("no input of the form could be bound to a field of the pack.");
  const unwatch = watch(ears(form, () => detach()));
  if (guard) guard.arm(() => judge(form), () => form.bound.map(({ element }) => element));
  const detach = once(() => {
    unwatch();
    if (guard) guard.stop();
    form.overlay.remove();
    form.panel.remove();
    form.session.free();
    gone();
  });
  return {
    container,
    session: exposed(form),
    get bindings() {
      return form.bound.map(({ field, element, by, score }) => ({ field, element, by, score }));
    },
    get unbound() {
      return form.unbound;
    },
    report: () => form.session.report(),
    refresh: () => rebind(form),
    detach,
  };
}

/** The session for the page's own scripts: what they change is shown as well. @param {Form} form @returns {Form["session"]} */
function exposed(form) {
  const shown = (/** @type {import("./types/inner").Changes} */ changes) => {
    announce(form, changes);
    show(form);
    return changes;
  };
  return {
    set: (field, typed) => shown(form.session.set(field, typed)),
    setMany: (values) => shown(form.session.setMany(values)),
    justify: (rule, reason) => shown(form.session.justify(rule, reason)),
    report: () => form.session.report(),
    explain: (id) => form.session.explain(id),
    free: () => form.session.free(),
  };
}

/** @param {Element} container @param {Pack} pack @param {Settings} settings @param {Record<string, string>} map @returns {Form} */
function open(container, pack, settings, map) {
  const { bound, unbound } = bind(container, fieldNames(pack), native.controls(container), map);
  const values = readAll(pack, bound);
  const session = openFor(pack, settings, bound, values);
  /** @type {Form} */
  const form = {
    container, pack, settings, map, session, bound, unbound,
    byElement: elementsOf(bound),
    typed: new Map(bound.map(({ field }) => /** @type {[string, string]} */ ([field, values[field]]))),
    offered: new Map(),
    report: null,
    faults: 0,
    timing: makeTiming(settings.timing),
    view: /** @type {any} */ (null),
    overlay: /** @type {any} */ (null),
    panel: /** @type {any} */ (null),
  };
  form.view = viewOf(form, { stopped: "", focused: "" });
  form.overlay = makeOverlay(form.view, actions(form));
  form.panel = makePanel(form.view, actions(form));
  show(form);
  return form;
}

/** @param {Pack} pack @param {Settings} settings @param {Bound[]} bound @param {Record<string, string>} values */
function openFor(pack, settings, bound, values) {
  return pack.open({ present: bound.map(({ field }) => field), values, prior: settings.prior, locale: settings.locale });
}

/** @param {Bound[]} bound */
function elementsOf(bound) {
  /** @type {Map<Element, Bound>} */
  const map = new Map();
  bound.forEach((one) => one.control.elements.forEach((element) => map.set(element, one)));
  return map;
}

/** @param {Form} form @param {() => void} detach @returns {import("./watch.js").Ears} */
function ears(form, detach) {
  return {
    find: (target) => (target instanceof Element ? form.byElement.get(target) : undefined),
    typed: (bound) => {
      if (bound.control.kind === "text" && holdsFocus(bound)) form.timing.typing(bound.field);
      sync(form, [bound]);
      show(form);
    },
    committed: (bound) => {
      sync(form, [bound]);
      form.timing.commit(bound.field);
      show(form);
    },
    leaving: (bound) => tidy(form, bound),
    focused: (bound) => {
      form.view.focused = bound.field;
      show(form);
    },
    left: (bound) => {
      form.view.focused = "";
      sync(form, [bound]);
      form.timing.commit(bound.field);
      show(form);
      tidy(form, bound);
    },
    reset: (target) => {
      if (form.bound.some(({ element }) => /** @type {HTMLInputElement} */ (element).form === target)) afterReset(form);
    },
    look: () => look(form, detach),
  };
}

// The browser clears the inputs after the event, and a page may still veto it.
/** @param {Form} form */
function afterReset(form) {
  setTimeout(safely("following a reset", () => {
    form.timing.reset();
    sync(form, form.bound);
    show(form);
  }), 0);
}

// A failed engine is asked again by itself a few times only; whatever is typed next asks it anyway.
const PATIENCE = 5;

/** Values that changed without an event. @param {Form} form @param {() => void} detach */
function look(form, detach) {
  if (!form.container.isConnected) return detach();
  const news = form.bound.filter((one) => isNew(form, one));
  news.filter(holdsFocus).forEach(({ field }) => form.timing.typing(field));
  const retry = form.faults > 0 && form.faults < PATIENCE;
  if ((news.length > 0 || retry) && sync(form, form.bound)) show(form);
  else form.overlay.place();
}

/** @param {Form} form */
function rebind(form) {
  const { bound, unbound } = bind(form.container, fieldNames(form.pack), native.controls(form.container), form.map);
  const before = form.bound.map(({ field }) => field).sort().join();
  form.bound = bound;
  form.unbound = unbound;
  form.byElement = elementsOf(bound);
  if (bound.map(({ field }) => field).sort().join() !== before) reopen(form);
  sync(form, bound);
  show(form);
}

/** Another set of fields is another form for the engine. @param {Form} form */
function reopen(form) {
  const values = readAll(form.pack, form.bound);
  form.session.free();
  form.report = null;
  form.session = openFor(form.pack, form.settings, form.bound, values);
  form.typed = new Map(Object.keys(values).map((field) => /** @type {[string, string]} */ ([field, values[field]])));
}

/** Typography alone is written back plainly. @param {Form} form @param {Bound} bound */
function tidy(form, bound) {
  if (form.settings.normalise === "off" || !native.writable(bound.control)) return;
  const report = own(form.view.report.fields, bound.field);
  const typed = form.typed.get(bound.field);
  if (!report || report.state !== "ok" || report.notice || report.value === null || typed !== report.typed) return;
  const plain = isFigure(form, bound.field) ? plainDigits(report.typed, report.value) : "";
  if (plain !== "") enter(form, bound, plain);
}

/** @param {Form} form @param {string} field */
function isFigure(form, field) {
  return form.pack.fields.some(({ id, type }) => id === field && (type === "integer" || type === "decimal"));
}

/** @param {Form} form @param {Bound} bound @param {string} text */
function enter(form, bound, text) {
  native.enter(bound.control, text);
  sync(form, [bound]);
}

/** @param {Form} form @returns {import("./types/inner").Actions} */
function actions(form) {
  const find = (/** @type {string} */ field) => form.bound.filter((one) => one.field === field)[0];
  return {
    focus: (field) => {
      const bound = find(field);
      if (bound) focusOn(bound);
    },
    enter: (field, text) => {
      const bound = find(field);
      if (!bound) return;
      focusOn(bound);
      enter(form, bound, text);
      form.timing.commit(field);
      show(form);
    },
    justify: (rule, reason) => {
      announce(form, form.session.justify(rule, reason));
      show(form);
    },
  };
}

/** @param {() => void} action */
function once(action) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
