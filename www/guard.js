// Every way out of a form: the submit event, form.submit(), a press on what hands the report in, the host's own validation.
// Enter and requestSubmit come as events. Until the engine is ready, and whenever it fails, a submission passes and the
// container hears of it.

import { isNear } from "./exits.js";
import { listen, tell } from "./events.js";
import { hookSubmit, jqueryOf } from "./host/jquery.js";
import { list } from "./list.js";
import { isElement, isForm, outwards, windowOf } from "./realm.js";
import { isNative, pressed, purpose, scopeOf } from "./submitters.js";
import { safely, warnOnce } from "./warn.js";
import { makeWraps } from "./wraps.js";

/** @typedef {{ verdict: "pass" | "stop" } | { verdict: "unchecked", reason: string }} Judgement */
/**
 * @typedef {object} Guard
 * @property {(judge: () => Judgement, inputs: () => Element[], hook: import("./types/inner").Host["hook"]) => void} arm
 * @property {() => void} renew  takes in forms and validators that came since
 * @property {(reason: string) => void} fail
 * @property {() => void} stop
 */
/**
 * @typedef {object} Post
 * @property {Element} container
 * @property {Element[]} stands  the container, then the frames that it is shown in
 * @property {string} selector  what hands in, where the page said so
 * @property {() => Judgement} judge
 * @property {() => Element[]} inputs
 * @property {import("./types/inner").Host["hook"]} hook
 * @property {Element | null} pressed  the control of the press that is under way
 * @property {boolean} drafting  the last press was on a control that saves a draft
 * @property {ReturnType<typeof makeWraps>} wraps
 */

/** All that is guarded, and the frames around it: a button outside any form belongs to the nearest. @type {Set<Element>} */
const guarded = new Set();

/** @param {Element} container @param {string} selector @returns {Guard} */
export function makeGuard(container, selector) {
  const judge = () => ({ verdict: /** @type {"unchecked"} */ ("unchecked"), reason: "starting" });
  /** @type {Post} */
  const post = {
    container, selector, judge, stands: outwards(container), inputs: () => [], hook: () => undefined, pressed: null, drafting: false,
    wraps: makeWraps(() => !isOther(post) && stops(post, true)),
  };
  post.stands.forEach((stand) => guarded.add(stand));
  const unhook = hear(post);
  const renew = safely("taking in a form", () => patch(post));
  renew();
  return {
    arm: (judge, inputs, hook) => {
      Object.assign(post, { judge, inputs, hook });
      renew();
    },
    renew,
    fail: (reason) => void (post.judge = () => ({ verdict: "unchecked", reason })),
    stop: () => {
      unhook();
      post.stands.forEach((stand) => guarded.delete(stand));
      post.wraps.undo();
    },
  };
}

/** @param {Post} post */
function hear(post) {
  const work = safely("watching the form", (/** @type {Event} */ event) => onWork(post, event));
  const own = listen(post.container.ownerDocument, { submit: safely("watching a submission", (event) => onSubmit(post, event)), keydown: work, input: work }, true);
  const clicks = () => post.stands.map((stand) =>
    listen(stand.ownerDocument, { click: safely("watching a press", (event) => onClick(post, stand, event)) }, true));
  let deaf = clicks();
  // A frame that is left takes its script along, but not what it asked of the pages around it.
  const leave = () => deaf.splice(0).forEach((stop) => stop());
  const come = (/** @type {PageTransitionEvent} */ event) => {
    if (event.persisted && deaf.length === 0) deaf = clicks();
  };
  const window = listen(windowOf(post.container), { pagehide: leave, pageshow: come }, false);
  return () => [own, leave, window].forEach((stop) => stop());
}

/** @param {Post} post @param {Event} event */
function onWork(post, event) {
  if (isElement(event.target) && post.container.contains(event.target)) post.drafting = false;
}

/** @param {Post} post @param {Element} stand @param {Event} event */
function onClick(post, stand, event) {
  const control = named(post, event.target) || pressed(event.target);
  if (!control || !belongs(post, stand, control)) return;
  post.pressed = control;
  setTimeout(() => void (post.pressed = null), 0);
  const what = intent(post, stand, control);
  post.drafting = what === "draft";
  if (what === "hand-in") decide(post, event, !isNative(control));
}

/** The control that the page itself named as the one that hands in. @param {Post} post @param {EventTarget | null} target */
function named(post, target) {
  return post.selector !== "" && isElement(target) ? target.closest(post.selector) : null;
}

/** @param {Post} post @param {Event} event */
function onSubmit(post, event) {
  const form = event.target;
  if (!isForm(form) || !isOurs(post, form)) return;
  const control = /** @type {any} */ (event).submitter || post.pressed;
  const handsIn = control ? intent(post, post.container, control) === "hand-in" : !post.drafting;
  if (handsIn) decide(post, event, true);
}

/** A press that does something else, or saves a draft, is under way. @param {Post} post */
function isOther(post) {
  return post.drafting || (post.pressed !== null && intent(post, post.container, post.pressed) !== "hand-in");
}

/** @param {Post} post @param {Event} event @param {boolean} last whether no further event of this submission follows */
function decide(post, event, last) {
  if (!stops(post, last)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** @param {Post} post @param {boolean} last */
function stops(post, last) {
  const judgement = judged(post);
  if (judgement.verdict === "unchecked" && last) tell(post.container, "unchecked", { reason: judgement.reason });
  return judgement.verdict === "stop";
}

/** @param {Post} post @returns {Judgement} */
function judged(post) {
  try {
    return post.judge();
  } catch (error) {
    warnOnce("a submission could not be checked and passed.", error);
    return { verdict: "unchecked", reason: "failed" };
  }
}

/** @param {Post} post @param {Element} stand @param {Element} control */
function intent(post, stand, control) {
  if (post.selector !== "") return named(post, control) ? "hand-in" : "draft";
  return purpose(control, scopeOf(stand.ownerDocument === control.ownerDocument ? stand : control));
}

/** @param {Post} post @param {HTMLFormElement} form */
function isOurs(post, form) {
  if (form === post.container || form.contains(post.container)) return true;
  const inputs = post.inputs();
  if (inputs.length === 0) return post.container.contains(form);
  return inputs.some((input) => /** @type {HTMLInputElement} */ (input).form === form);
}

/** @param {Post} post @param {Element} stand @param {Element} control */
function belongs(post, stand, control) {
  if (control.closest("[class^=tianbao-]")) return false;
  if (named(post, control)) return true;
  const form = /** @type {HTMLInputElement} */ (control).form || control.closest("form");
  if (form && !form.contains(stand)) return stand === post.container && isOurs(post, form);
  return stand.contains(control) || isNear(control, stand, guarded);
}

// form.submit() raises no event; so this very form gets a submit of its own, and loses it on detach.
/** @param {Post} post */
function patch(post) {
  const forms = formsOf(post);
  forms.forEach((form) => post.wraps.wrap(form, "submit", () => undefined));
  hookSubmit(jqueryOf(post.container), forms, post.wraps.wrap);
  post.hook(post.container, post.wraps.wrap, forms);
}

/** @param {Post} post @returns {HTMLFormElement[]} */
function formsOf(post) {
  const around = post.container.closest("form");
  const inside = list(post.container.querySelectorAll("form")).filter((form) => isOurs(post, form));
  return around ? [around].concat(inside) : inside;
}
