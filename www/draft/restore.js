// Fills a form from a draft, reasons included, and knows the way back.

import { putBack } from "./choose.js";
import { only } from "./content.js";

/** @typedef {import("./store.js").Draft} Draft */
/** @typedef {import("./content.js").Texts} Texts */
/**
 * @typedef {object} Desk
 * @property {ReturnType<typeof import("./store.js").makeStore>} store
 * @property {import("../types/inner").Actions} actions
 * @property {import("../panel/stage.js").Stage} stage
 * @property {() => import("../types/inner").View} view
 * @property {() => Texts} texts  of now
 * @property {() => Texts} base  before anything was typed
 * @property {() => boolean} touched
 * @property {() => string} place
 * @property {(action: () => void) => void} work  changes the form as one change, and keeps that
 * @property {(texts: Texts) => void} wait  for fields that are not on the page now
 */

/** @param {Desk} desk @param {Draft} draft @param {string[]} fields @param {string[]} later  those that are not on the page now */
export function carryOut(desk, draft, fields, later) {
  const before = only(desk.texts(), fields);
  /** @type {string[]} */
  let given = [];
  desk.wait(only(draft.texts, later));
  desk.work(() => {
    putBack(desk.view(), desk.actions, only(draft.texts, fields));
    given = giveReasons(desk, draft);
  });
  // A page may write what it was given in its own way: 12,000 for 12000.
  const now = desk.texts();
  const took = fields.filter((field) => now[field] !== before[field]);
  const undo = () => {
    desk.wait({});
    desk.work(() => {
      given.forEach((rule) => desk.actions.justify(rule, ""));
      putBack(desk.view(), desk.actions, only(before, took));
    });
  };
  return { took, refused: fields.filter((field) => took.indexOf(field) < 0), undo };
}

/** Only for the numbers that they were given for. @param {Desk} desk @param {Draft} draft @returns {string[]} */
function giveReasons(desk, { reasons }) {
  const now = desk.texts();
  const open = desk.view().report.findings.filter(({ justified }) => !justified).map(({ id }) => id);
  return Object.keys(reasons).filter((rule) => {
    const { reason, texts } = reasons[rule];
    const same = open.indexOf(rule) >= 0 && Object.keys(texts).every((field) => now[field] === texts[field]);
    return same && attempt(() => desk.actions.justify(rule, reason));
  });
}

/** @param {() => void} action */
function attempt(action) {
  try {
    action();
    return true;
  } catch (error) {
    if (/** @type {any} */ (error).name !== "ReasonError") throw error;
    return false;
  }
}
