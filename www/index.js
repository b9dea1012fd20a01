// The names that a page or a bundler may use.

/* global __TIANBAO_VERSION__ */

export { attach, attached } from "./attach.js";
export { PackError, ReasonError } from "./errors.js";
export { load } from "./pack.js";

/** The version of this build. */
export const version = __TIANBAO_VERSION__;
