// The names that a bundler may use. What attaches to a page is two thirds of the JavaScript and comes when it is first
// needed: a program that only fills forms by itself never loads it.

export { attached } from "./attached.js";
export { PackError, ReasonError } from "./errors.js";
export { load } from "./pack.js";
export { version } from "./version.js";

/** @type {typeof import("./types/tianbao").bind} */
export function bind() {
  return import("./attach.js").then(({ assist }) => assist(null));
}

/** @type {typeof import("./attach.js").attach} */
export function attach(container, options) {
  return import("./attach.js").then((page) => page.attach(container, options));
}
