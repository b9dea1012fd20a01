// The two errors that a page may catch by name.

/** @typedef {import("./types/tianbao").Diagnostic} Diagnostic */
/** @typedef {import("./types/tianbao").ReasonCode} ReasonCode */

/** A pack that cannot be used, and every reason why. */
export const PackError = /** @type {typeof import("./types/tianbao").PackError} */ (
  kind("PackError", "diagnostics", (/** @type {Diagnostic[]} */ diagnostics) => diagnostics.map(line).join("\n")));

/** A written reason that the pack's policy does not accept. */
export const ReasonError = /** @type {typeof import("./types/tianbao").ReasonError} */ (
  kind("ReasonError", "code", (/** @type {ReasonCode} */ code) => code));

// By hand, because `class … extends Error` costs the one-file script a kilobyte of helpers for old kernels.
/** @param {string} name @param {string} key where the detail stands @param {(detail: any) => string} words @returns {any} */
function kind(name, key, words) {
  /** @this {object} @param {unknown} detail */
  function Kind(detail) {
    const error = Object.setPrototypeOf(new Error(words(detail)), Object.getPrototypeOf(this));
    error.name = name;
    error[key] = detail;
    return error;
  }
  Kind.prototype = Object.create(Error.prototype, { constructor: { value: Kind } });
  return Kind;
}

/** @param {Diagnostic} d */
function line(d) {
  return d.line ? `${d.line}:${d.column} ${d.message}` : d.message;
}

/** A pack that could not be read at all. @param {string} path @param {string} found */
export function unreadable(path, found) {
  const message = `The pack could not be read: ${path} (${found})`;
  return new PackError([
    { severity: "error", code: "unreadable", line: 0, column: 0, path, found, message },
  ]);
}
