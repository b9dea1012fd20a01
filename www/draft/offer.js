// What is offered of the drafts on this device, and what is done with them: blanks are filled, other texts only by a second choice.

import { momentOf } from "../moment.js";
import { labelOf } from "../panel/labels.js";
import { filled, gain, isOf, only, unlike } from "./content.js";
import { makeCard } from "./card.js";
import { putBack } from "./choose.js";
import { carryOut } from "./restore.js";
import { words } from "./text.js";

/** @typedef {import("./store.js").Draft} Draft */
/** @typedef {import("./content.js").Texts} Texts */
/** @typedef {import("./card.js").Choice} Choice */
/** @typedef {import("./restore.js").Desk} Desk */

/** Of answers that differ, so many are named. */
const NAMED = 4;

/** @param {Desk} desk @param {"zh" | "en"} locale */
export function makeOffer(desk, locale) {
  const text = words(locale);
  const card = makeCard(desk.stage, text.name);
  /** Of forms that are open nowhere, the newest first. @type {Draft[]} */
  let drafts = [];
  /** What stood in this form in full goes on in it, whatever is changed of it later. @type {Set<string>} */
  const taken = new Set();
  /** The person said later, or is told what was done. */
  let quiet = false;
  let again = false;

  /** What is older than that only fills blanks. @param {Draft} draft */
  const isNewest = (draft) => draft === drafts[0] && !again;
  /** @param {Draft} draft */
  const gainOf = (draft) => gain(draft, desk.texts(), desk.view(), isNewest(draft) ? desk.base() : {});

  function look() {
    drafts.forEach((draft) => {
      if (isEmpty(gainOf(draft))) taken.add(draft.id);
      // What the page takes away again by itself did not go on.
      else if (!desk.touched()) taken.delete(draft.id);
    });
    if (quiet) return;
    const [draft] = drafts.filter((one) => isOf(one, desk.base()) && isWorth(gainOf(one), isNewest(one)));
    if (draft) card.say(offered(draft));
    else card.hide();
  }

  /** @param {Draft} draft @returns {import("./card.js").Content} */
  function offered(draft) {
    const { blanks, others, later, reasons } = gainOf(draft);
    const news = blanks.length + later.length + reasons.length > 0;
    const lines = [text.found(momentOf(draft.at, locale), filled(draft.texts).length, Object.keys(draft.reasons).length)];
    if (others.length > 0) lines.push(news ? text.others(others.length) : text.onlyOthers(others.length));
    const choices = [
      news ? { name: text.restore, act: () => restore(draft, blanks) } : { name: text.takeOthers(others.length), act: () => restore(draft, others) },
      { name: text.drop, act: () => drop(draft) },
      { name: text.later, act: putOff },
    ];
    return { lines, items: namesOf(draft, others), choices };
  }

  function putOff() {
    quiet = true;
    card.hide();
  }

  /** @param {Draft} draft @param {string[]} fields */
  function namesOf(draft, fields) {
    const { pack } = desk.view();
    const shown = (/** @type {string} */ one) => one || text.blank;
    const named = fields.slice(0, NAMED).map((field) => text.pair(labelOf(pack, field), shown(draft.texts[field]), shown(desk.texts()[field])));
    return fields.length > NAMED ? named.concat(text.more(fields.length - NAMED)) : named;
  }

  /** @param {Draft} draft @param {string[]} fields */
  function restore(draft, fields) {
    quiet = true;
    const { later } = gainOf(draft);
    told(draft, later.length, carryOut(desk, draft, fields, later));
  }

  /** @param {Draft} draft @param {number} later @param {ReturnType<typeof carryOut>} outcome */
  function told(draft, later, { took, refused, undo }) {
    const { others } = gainOf(draft);
    const rest = others.filter((field) => refused.concat(took).indexOf(field) < 0);
    const { pack } = desk.view();
    const lines = [text.restored(took.length)];
    if (later > 0) lines.push(text.waiting(later));
    const labels = pack.fields.filter(({ id }) => refused.indexOf(id) >= 0).map(({ label }) => label);
    if (labels.length > 0) lines.push(text.refused(labels.join(text.comma)));
    if (rest.length > 0) lines.push(text.kept(rest.length));
    /** @type {Choice[]} */
    const choices = [{ name: text.close, act: () => done(draft) }, { name: text.undo, act: () => takeBack(draft, undo) }];
    if (rest.length > 0) choices.push({ name: text.takeOthers(rest.length), act: () => restore(draft, rest) });
    card.say({ lines, items: namesOf(draft, rest), choices });
  }

  /** @param {Draft} draft */
  function done(draft) {
    desk.store.drop(desk.place(), draft.id);
    drafts = drafts.filter((one) => one !== draft);
    quiet = false;
    again = true;
    card.hide();
    look();
  }

  /** @param {Draft} draft @param {() => void} undo */
  function takeBack(draft, undo) {
    taken.delete(draft.id);
    // Kept before the form lets go of it.
    desk.store.hold(desk.place(), draft);
    undo();
    drafts = [draft].concat(drafts.filter((one) => one !== draft));
    quiet = false;
    look();
  }

  /** @param {Draft} draft */
  function drop(draft) {
    desk.store.drop(desk.place(), draft.id);
    quiet = true;
    const undo = () => takeBack(draft, () => undefined);
    card.say({ lines: [text.dropped], choices: [{ name: text.close, act: () => done(draft) }, { name: text.undo, act: undo }] });
  }

  return {
    look,
    /** @param {Texts} texts */
    put: (texts) => desk.work(() => void putBack(desk.view(), desk.actions, texts)),
    /** @param {Draft[]} found */
    bring(found) {
      drafts = found;
      look();
    },
    /** Another record, or the same one emptied: what was typed before that, if anything. @param {Draft[]} before */
    turn(before) {
      drafts = before.concat(drafts);
      taken.clear();
      quiet = false;
      again = false;
      card.hide();
    },
    /** What is in the form as well needs no place of its own. @param {Draft} saved */
    overtake(saved) {
      const over = drafts.filter(({ id, texts, reasons }) => taken.has(id)
        || (unlike(only(texts, filled(texts)), saved.texts).length === 0 && Object.keys(reasons).every((rule) => saved.reasons[rule])));
      over.forEach(({ id }) => desk.store.drop(desk.place(), id));
      drafts = drafts.filter((one) => over.indexOf(one) < 0);
    },
    sent() {
      drafts.filter((one) => isOf(one, desk.base()) || isOf(one, desk.texts())).forEach(({ id }) => desk.store.drop(desk.place(), id));
      drafts = [];
      card.hide();
    },
    remove: card.hide,
  };
}

/** @param {ReturnType<typeof gain>} gained @param {boolean} newest */
function isWorth(gained, newest) {
  return newest ? !isEmpty(gained) : !isEmpty(Object.assign({}, gained, { others: [] }));
}

/** @param {ReturnType<typeof gain>} gained */
function isEmpty({ blanks, others, later, reasons }) {
  return blanks.length + others.length + later.length + reasons.length === 0;
}
