// What was typed and not handed in, kept on this device where the portal asks for that. A form that is emptied or shows another
// record begins a new draft: the one before stays as it is and is offered, so that nothing is overwritten by blanks.

import { listen } from "../events.js";
import { windowOf } from "../realm.js";
import { safely } from "../warn.js";
import { filled, isAnother, makeReader, only, reasonsOf, unlike } from "./content.js";
import { makeNeighbours } from "./neighbours.js";
import { makeOffer } from "./offer.js";
import { makeStore, storageOf } from "./store.js";
import { placeOf } from "./where.js";

/** @typedef {import("../types/inner").Actions} Actions */
/** @typedef {import("../types/inner").View} View */
/** @typedef {import("./store.js").Draft} Draft */
/** @typedef {import("./content.js").Texts} Texts */
/**
 * @typedef {object} Sitting  from the first key on one record to its submission
 * @property {string} id
 * @property {Texts} base  what stood there before anything was typed
 * @property {Texts} texts
 * @property {Draft["reasons"]} reasons
 * @property {Texts} waiting  restored, for fields whose pane is out of the page
 * @property {boolean} touched  by a person
 * @property {Draft | null} saved
 */

/** While a figure is being typed it is written this often, in ms; a field that was left is written at once. */
const EVERY = 300;
const NONE = { show: () => undefined, sent: () => undefined, remove: () => undefined };

/**
 * @param {View} view
 * @param {Actions} actions
 * @param {import("../panel/stage.js").Stage} stage
 * @param {number} hours
 */
export function makeDraft(view, actions, stage, hours) {
  const storage = storageOf(windowOf(view.container));
  return storage ? keepDraft(view, actions, stage, storage, hours) : NONE;
}

/** @param {View} first @param {Actions} actions @param {import("../panel/stage.js").Stage} stage @param {Storage} storage @param {number} hours */
function keepDraft(first, actions, stage, storage, hours) {
  const page = windowOf(first.container);
  const store = makeStore(storage, hours);
  const read = makeReader();
  let view = first;
  let place = placeOf(view);
  let sitting = begin(read(view));
  let busy = false;
  let timer = 0;
  let soon = false;
  const neighbours = makeNeighbours(page, storage, sitting.id);
  const desk = {
    store, actions, stage, work, wait,
    view: () => view, texts: () => read(view), base: () => sitting.base, touched: () => sitting.touched, place: () => place,
  };
  const offer = makeOffer(desk, first.locale);
  const take = safely("keeping a draft", () => {
    clearTimeout(timer);
    timer = 0;
    soon = false;
    if (!busy) takeIn();
  });
  const away = () => {
    if (first.container.ownerDocument.visibilityState === "hidden") take();
  };
  // Not beforeunload: a page that listens for it is not kept for going back in some browsers, and pagehide comes as surely.
  const deaf = [listen(page, { pagehide: take }, true), listen(first.container.ownerDocument, { visibilitychange: away }, true)];
  arrive();

  function arrive() {
    neighbours.ask((isOpen) => {
      store.sweep(place);
      offer.bring(store.read(place).filter(({ id }) => !isOpen(id)));
    });
  }

  function takeIn() {
    const texts = read(view);
    const here = placeOf(view);
    const changed = unlike(texts, sitting.texts);
    const byHand = changed.some((field) => field === view.editing || field === view.left || field === view.focused);
    const emptied = changed.length > 0 && filled(texts).length === 0 && !byHand;
    if (here !== place || emptied || isAnother(sitting.texts, texts)) turn(here, texts);
    const explained = explain(sitting, view, texts);
    sitting.texts = texts;
    sitting.touched = sitting.touched || byHand || explained;
    if (!sitting.touched) sitting.base = texts;
    else if (changed.length > 0 || explained) save();
    fillWaiting();
    offer.look();
  }

  /** @param {string} here @param {Texts} texts */
  function turn(here, texts) {
    const before = sitting.saved ? [sitting.saved] : [];
    sitting = begin(texts);
    neighbours.rename(sitting.id);
    offer.turn(before);
    if (here === place) return;
    place = here;
    offer.bring([]);
    arrive();
  }

  function save() {
    const { id, base, texts, reasons, waiting } = sitting;
    const kept = Object.keys(texts).filter((field) => texts[field] !== "" || (base[field] || "") !== "");
    const all = Object.assign({}, waiting, only(texts, kept));
    if (filled(all).length === 0) return forget();
    const draft = { id, at: Date.now(), base: only(base, filled(base)), texts: all, reasons };
    if (!store.hold(place, draft)) return;
    sitting.saved = draft;
    offer.overtake(draft);
  }

  function forget() {
    store.drop(place, sitting.id);
    sitting.saved = null;
  }

  /** What is done at the person's wish is one change. @param {() => void} action */
  function work(action) {
    busy = true;
    try {
      action();
    } finally {
      busy = false;
    }
    sitting.touched = true;
    sitting.texts = read(view);
    explain(sitting, view, sitting.texts);
    save();
  }

  /** @param {Texts} texts */
  function wait(texts) {
    sitting.waiting = texts;
  }

  function fillWaiting() {
    const come = Object.keys(sitting.waiting).filter((field) => view.bound.some((one) => one.field === field));
    if (come.length === 0) return;
    const texts = only(sitting.waiting, come.filter((field) => !sitting.texts[field]));
    sitting.waiting = only(sitting.waiting, Object.keys(sitting.waiting).filter((field) => come.indexOf(field) < 0));
    // The page is just being followed.
    setTimeout(safely("restoring a draft", () => offer.put(texts)), 0);
  }

  return {
    /** @param {View} now */
    show(now) {
      const before = view;
      view = now;
      if (busy) return;
      const left = before.editing !== "" && now.editing === "";
      if (now.report === before.report && now.bound === before.bound && !left) return;
      if (now.editing !== "") timer = timer || setTimeout(take, EVERY);
      else if (!soon) {
        // After all that one change brings along, and before anything else happens.
        soon = true;
        Promise.resolve().then(take);
      }
    },
    sent: safely("letting a draft go", () => {
      take();
      forget();
      offer.sent();
      sitting = Object.assign(begin(sitting.texts), { id: sitting.id });
    }),
    remove() {
      take();
      deaf.forEach((stop) => stop());
      neighbours.remove();
      offer.remove();
    },
  };
}

/** @param {Texts} texts @returns {Sitting} */
function begin(texts) {
  const id = Math.random().toString(36).slice(2) + Date.now().toString(36);
  return { id, base: texts, texts, reasons: {}, waiting: {}, touched: false, saved: null };
}

/**
 * Takes in the reasons of now; one that lapsed is kept for its numbers, one that was taken back is not.
 * @param {Sitting} sitting
 * @param {View} view
 * @param {Texts} texts
 * @returns {boolean} whether any is new
 */
function explain(sitting, view, texts) {
  const before = JSON.stringify(sitting.reasons);
  const open = view.report.findings.filter(({ justified }) => !justified).map(({ id }) => id);
  const lapsed = Object.keys(sitting.reasons).filter((rule) => open.indexOf(rule) < 0 || unlike(sitting.reasons[rule].texts, texts).length > 0);
  sitting.reasons = Object.assign({}, only(/** @type {any} */ (sitting.reasons), lapsed), reasonsOf(view, texts));
  return JSON.stringify(sitting.reasons) !== before;
}
