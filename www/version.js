/* global __TIANBAO_VERSION__ */

/** The version of this build. */
export const version = __TIANBAO_VERSION__;
