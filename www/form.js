// Ties one container to one session and the two to the page. Everything that it adds goes again with detach().

import { actions, tidy } from "./actions.js";
import { bind } from "./bind.js";
import { holdsFocus } from "./focus.js";
import { elementsOf, look, rebind } from "./follow.js";
import { hostOf } from "./host.js";
import { controls } from "./host/native.js";
import { fieldNames } from "./names.js";
import { namesOf, openTabs } from "./panes.js";
import { makeOverlay } from "./panel/overlay.js";
import { enter as enterStage } from "./panel/stage.js";
import { draftPart, miniPart, panelPart } from "./parts.js";
import { readAll } from "./reading.js";
import { isElement, windowOf } from "./realm.js";
import { announce, show, sync, viewOf } from "./state.js";
import { judge } from "./submission.js";
import { targetsOf } from "./targets.js";
import { makeTiming } from "./timing.js";
import { safely, warnOnce } from "./warn.js";
import { watch } from "./watch.js";

/** @typedef {import("./types/inner").Attached} Attached */
/** @typedef {import("./types/inner").Bound} Bound */
/** @typedef {import("./types/inner").Pack} Pack */
/** @typedef {import("./types/inner").Settings} Settings */
/** @typedef {import("./guard.js").Guard} Guard */
/** @typedef {import("./state.js").Form} Form */

/**
 * @param {Element} container
 * @param {Pack} pack
 * @param {Settings} settings
 * @param {Record<string, string>} map
 * @param {Guard | null} guard
 * @param {() => void} gone
 * @returns {Promise<Attached>} when all is in place; the form is checked from now on
 */
export function attachForm(container, pack, settings, map, guard, gone) {
  const form = open(container, pack, settings, map);
  const stage = enterStage(container);
  if (form.bound.length === 0) warnOnce("no input of the form could be bound to a field of the pack.");
  const unwatch = watch(container, ears(form, () => detach(), guard ? guard.renew : () => undefined));
  if (guard) guard.arm(() => judge(form), () => form.bound.map(({ element }) => element), form.host.hook);
  const detach = once(() => {
    unwatch();
    if (guard) guard.stop();
    form.overlay.remove();
    if (form.panel) form.panel.remove();
    form.draft.remove();
    stage.leave();
    form.session.free();
    form.panel = null;
    gone();
  });
  const attached = {
    container,
    pack,
    session: exposed(form),
    get bindings() {
      return form.bound.map(({ field, element, by, score }) => ({ field, element, by, score }));
    },
    get unbound() {
      return form.unbound;
    },
    report: () => form.session.report(),
    refresh: () => rebind(form, controls(container)),
    detach,
  };
  speakToProgram(form);
  keepDraft(form, stage);
  return furnish(form, stage).then(() => attached);
}

/** The panel comes as a part of its own; without it the fields still speak. @param {Form} form @param {import("./panel/stage.js").Stage} stage */
function furnish(form, stage) {
  return panelPart().then(({ furnish: around }) => {
    // The form may have gone meanwhile.
    if (form.panel === null) return;
    form.panel = around(form.view, actions(form), stage, form.overlay);
    form.panel.show(form.view);
  }).catch((error) => warnOnce("the panel could not be loaded; messages appear at the fields alone.", error));
}

/** What is typed is kept on this device until it is handed in, where the portal asked for that. @param {Form} form @param {import("./panel/stage.js").Stage} stage */
function keepDraft(form, stage) {
  if (form.settings.draft === 0) return;
  draftPart().then(({ makeDraft }) => {
    if (form.panel === null) return;
    form.draft = makeDraft(form.view, actions(form), stage, form.settings.draft);
  }).catch((error) => warnOnce("no draft is kept.", error));
}

/** A page inside a mini-program tells it what passed; loaded beforehand, because the page may leave at once. @param {Form} form */
function speakToProgram(form) {
  const view = windowOf(form.container);
  const { wx, my, dd } = /** @type {any} */ (view);
  if (!wx && !my && !dd && !/miniprogram|micromessenger|alipayclient|dingtalk/i.test(view.navigator.userAgent)) return;
  miniPart().then(({ announce }) => {
    form.passed = (report) => announce(report, form.settings.miniProgram === "back", view);
  }).catch((error) => warnOnce("a mini-program around this page will not hear of it.", error));
}

/** In the panel's place until it comes. */
const NO_PANEL = { show: () => undefined, look: () => undefined, remove: () => undefined };

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
    range: (field) => form.session.range(field),
    repairs: () => form.session.repairs(),
    free: () => form.session.free(),
  };
}

/** @param {Element} container @param {Pack} pack @param {Settings} settings @param {Record<string, string>} map @returns {Form} */
function open(container, pack, settings, map) {
  const host = hostOf(container, settings.host);
  const all = controls(container);
  const { bound, unbound, mapped } = bind(container, fieldNames(pack), all, map, host);
  const values = readAll(pack, host, bound);
  const session = pack.open({ present: bound.map(({ field }) => field), values, prior: settings.prior, locale: settings.locale });
  /** @type {Form} */
  const form = {
    container, pack, settings, map, host, session, bound, unbound,
    controls: all,
    byElement: elementsOf(bound),
    away: new Map(),
    tabs: namesOf(openTabs(container)),
    hidden: false,
    targets: targetsOf(pack, mapped, []),
    remarks: mapped.$reasons,
    typed: new Map(bound.map(({ field }) => /** @type {[string, string]} */ ([field, values[field]]))),
    offered: new Map(),
    report: null,
    early: [],
    faults: 0,
    deaf: false,
    passed: () => undefined,
    timing: makeTiming(settings.timing),
    view: /** @type {any} */ (null),
    overlay: /** @type {any} */ (null),
    panel: NO_PANEL,
    draft: { show: () => undefined, sent: () => undefined, remove: () => undefined },
  };
  form.view = viewOf(form, { stopped: "", focused: "" });
  form.overlay = makeOverlay(form.view, actions(form), host, settings.message);
  show(form);
  return form;
}

/** @param {Form} form @param {() => void} detach @param {() => void} renewed @returns {import("./watch.js").Ears} */
function ears(form, detach, renewed) {
  return {
    find: (target) => (isElement(target) && !form.deaf ? form.byElement.get(target) : undefined),
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
    look: () => look(form, detach, renewed),
  };
}

// The browser clears the inputs after the event, and a page may still veto it.
/** @param {Form} form */
function afterReset(form) {
  setTimeout(safely("following a reset", () => {
    form.timing.reset();
    form.early = [];
    sync(form, form.bound);
    show(form);
  }), 0);
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
