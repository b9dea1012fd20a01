// Which portal stacks made a form, and what they know better than the page tells. Whatever fails in a stack's own library
// falls back to the general way.

import { enter } from "./host/enter.js";
import { read } from "./host/native.js";
import { stacksPart } from "./parts.js";
import { windowOf } from "./realm.js";
import { warnOnce } from "./warn.js";

/** @typedef {import("./types/inner").Control} Control */
/** @typedef {import("./types/inner").Host} Host */
/** @typedef {import("./types/inner").Stack} Stack */

/** The names that `data-host` takes. */
export const HOSTS = ["auto", "native", "jquery-validate", "layui", "element", "element-plus", "antd", "easyui", "validform"];

/** By what a page shows that a stack made it. */
const SIGNS = "[class*=el-form],[class*=el-input],[class*=ant-form],[class*=ant-input],[class*=layui-],[class*=easyui-],[class*=textbox],[class*=validatebox],[class*=Validform],[class*=error]";

/** @type {Stack[]} */
let known = [];

/** Loads what is known of stacks, where a page needs it. @param {string} wanted @param {Document[]} pages @returns {Promise<void>} */
export function prepareHosts(wanted, pages) {
  if (known.length > 0 || wanted === "native" || !(wanted !== "auto" || pages.some(isOfStack))) return Promise.resolve();
  return stacksPart().then(({ STACKS }) => void (known = STACKS)).catch((error) => warnOnce("what is known of portal stacks could not be loaded; the general way is taken.", error));
}

/** @param {Document} page */
function isOfStack(page) {
  const { jQuery, layui } = /** @type {any} */ (windowOf(page));
  return !!layui || !!(jQuery && jQuery.fn) || page.querySelector(SIGNS) !== null;
}

/** @param {Element} container @param {string} wanted @returns {Host} */
export function hostOf(container, wanted) {
  const present = () => known.filter((stack) => (wanted === "auto" ? attempt(stack, () => stack.detect(container), false) : stack.name === wanted));
  let stacks = present();
  /** The first answer of a stack that is one. @type {<T>(ask: (stack: Stack) => T | undefined, none: T) => T} */
  const first = (ask, none) => {
    for (let i = 0; i < stacks.length; i += 1) {
      const said = attempt(stacks[i], () => ask(stacks[i]), undefined);
      if (said) return said;
    }
    return none;
  };
  return {
    name: stacks.length > 0 ? stacks[0].name : "native",
    prop: (control) => first((stack) => stack.prop && stack.prop(control), ""),
    read: (control) => readFrom(stacks, control),
    formats: (control) => first((stack) => stack.formats && stack.formats(control), false),
    enter: (control, text) => first((stack) => stack.enter && stack.enter(control, text), false) || enter(control, text),
    say: (control, text) => first((stack) => stack.say && stack.say(control, text), false),
    hook: (container, wrap, forms) => {
      // Pages load their libraries when they please.
      stacks = present();
      stacks.forEach((stack) => attempt(stack, () => stack.hook && stack.hook(container, wrap, forms), undefined));
    },
  };
}

/** @param {Stack[]} stacks @param {Control} control */
function readFrom(stacks, control) {
  for (let i = 0; i < stacks.length; i += 1) {
    const stack = stacks[i];
    const text = attempt(stack, () => stack.read && stack.read(control), undefined);
    if (text !== undefined) return text;
  }
  return read(control);
}

/** @template T @param {Stack} stack @param {() => T} ask @param {T} otherwise @returns {T} */
function attempt(stack, ask, otherwise) {
  try {
    return ask();
  } catch (error) {
    warnOnce(`${stack.name} could not be asked; the general way is taken.`, error);
    return otherwise;
  }
}
