// Every way out of a form: the submit event, form.submit(), a press on what hands the report in. Enter and requestSubmit
// come as events. Until the engine is ready, and whenever it fails, a submission passes and the container hears of it.

import { listen, tell } from "./events.js";
import { caption, isNative, isStrong, pressed, purpose } from "./submitters.js";
import { safely, warnOnce } from "./warn.js";

/** @typedef {{ verdict: "pass" | "stop" } | { verdict: "unchecked", reason: string }} Judgement */
/**
 * @typedef {object} Guard
 * @property {(judge: () => Judgement, inputs: () => Element[]) => void} arm
 * @property {(reason: string) => void} fail
 * @property {() => void} stop
 */
/**
 * @typedef {object} Post
 * @property {Element} container
 * @property {string} selector  what hands in, where the page said so
 * @property {() => Judgement} judge
 * @property {() => Element[]} inputs
 * @property {Element | null} pressed  the control of the press that is under way
 * @property {boolean} drafting  the last press was on a control that saves a draft
 * @property {Map<HTMLFormElement, () => void>} patched
 */

/** All containers that are guarded: a button outside any form belongs to the nearest. @type {Set<Element>} */
const guarded = new Set();

/** @param {Element} container @param {string} selector @returns {Guard} */
export function makeGuard(container, selector) {
  const judge = () => ({ verdict: /** @type {"unchecked"} */ ("unchecked"), reason: "starting" });
  /** @type {Post} */
  const post = { container, selector, judge, inputs: () => [], pressed: null, drafting: false, patched: new Map() };
  guarded.add(container);
  const unhook = hook(post);
  patch(post);
  return {
    arm: (judge, inputs) => {
      post.judge = judge;
      post.inputs = inputs;
      patch(post);
    },
    fail: (reason) => void (post.judge = () => ({ verdict: "unchecked", reason })),
    stop: () => {
      unhook();
      guarded.delete(container);
      post.patched.forEach((restore) => restore());
      post.patched.clear();
    },
  };
}

/** @param {Post} post */
function hook(post) {
  const work = safely("watching the form", (/** @type {Event} */ event) => onWork(post, event));
  return listen(document, {
    click: safely("watching a press", (event) => onClick(post, event)),
    submit: safely("watching a submission", (event) => onSubmit(post, event)),
    keydown: work,
    input: work,
  }, true);
}

/** @param {Post} post @param {Event} event */
function onWork(post, event) {
  if (event.target instanceof Node && post.container.contains(event.target)) post.drafting = false;
}

/** @param {Post} post @param {Event} event */
function onClick(post, event) {
  const control = named(post, event.target) || pressed(event.target);
  if (!control || !belongs(post, control)) return;
  post.pressed = control;
  setTimeout(() => void (post.pressed = null), 0);
  const what = intent(post, control);
  post.drafting = what === "draft";
  if (what === "hand-in") decide(post, event, !isNative(control));
}

/** The control that the page itself named as the one that hands in. @param {Post} post @param {EventTarget | null} target */
function named(post, target) {
  return post.selector !== "" && target instanceof Element ? target.closest(post.selector) : null;
}

/** @param {Post} post @param {Event} event */
function onSubmit(post, event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !isOurs(post, form)) return;
  const control = /** @type {any} */ (event).submitter || post.pressed;
  const handsIn = control ? intent(post, control) === "hand-in" : !post.drafting;
  if (handsIn) decide(post, event, true);
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

/** @param {Post} post @param {Element} control */
function intent(post, control) {
  if (post.selector !== "") return named(post, control) ? "hand-in" : "draft";
  return purpose(control, scopeOf(post.container));
}

/** @param {Element} container */
function scopeOf(container) {
  return container.closest("[role=dialog],dialog,.layui-layer,.el-dialog,.ant-modal,.modal") || document.body || container;
}

/** @param {Post} post @param {HTMLFormElement} form */
function isOurs(post, form) {
  if (form === post.container || form.contains(post.container)) return true;
  const inputs = post.inputs();
  if (inputs.length === 0) return post.container.contains(form);
  return inputs.some((input) => /** @type {HTMLInputElement} */ (input).form === form);
}

/** @param {Post} post @param {Element} control */
function belongs(post, control) {
  if (control.closest("[class^=tianbao-]")) return false;
  if (named(post, control)) return true;
  const form = /** @type {HTMLInputElement} */ (control).form || control.closest("form");
  if (form) return isOurs(post, form);
  if (post.container.contains(control)) return true;
  return isSpoken(control) && nearest(control).indexOf(post.container) >= 0;
}

/** @param {Element} control */
function isSpoken(control) {
  const outside = control.closest("nav,[role=navigation],[role=search],[role=menu],[role=menubar]");
  const text = caption(control);
  return !outside && (isStrong(text) || /暂存|草稿|保存/.test(text));
}

/** The guarded containers that lie closest to a control. @param {Element} control */
function nearest(control) {
  for (let at = control.parentElement; at; at = at.parentElement) {
    const around = at;
    const inside = Array.from(guarded).filter((container) => around.contains(container));
    if (inside.length > 0) return inside;
  }
  return [];
}

// form.submit() raises no event; so this very form gets a submit of its own, and loses it on detach.
/** @param {Post} post */
function patch(post) {
  formsOf(post).forEach((form) => {
    if (post.patched.has(form) || typeof form.submit !== "function") return;
    const before = Object.getOwnPropertyDescriptor(form, "submit");
    const submit = form.submit;
    const ours = function () {
      if (post.drafting || !stops(post, true)) submit.call(form);
    };
    Object.defineProperty(form, "submit", { value: ours, configurable: true, writable: true, enumerable: false });
    post.patched.set(form, () => restore(form, ours, before));
  });
}

/** @param {HTMLFormElement} form @param {Function} ours @param {PropertyDescriptor | undefined} before */
function restore(form, ours, before) {
  if (form.submit !== ours) return;
  if (before) Object.defineProperty(form, "submit", before);
  else delete (/** @type {any} */ (form).submit);
}

/** @param {Post} post @returns {HTMLFormElement[]} */
function formsOf(post) {
  const around = post.container.closest("form");
  const inside = Array.from(post.container.querySelectorAll("form")).filter((form) => isOurs(post, form));
  return around ? [around].concat(inside) : inside;
}
