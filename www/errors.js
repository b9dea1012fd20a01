// The two errors that a page may catch by name.

/** @typedef {import("./types/tianbao").Diagnostic} Diagnostic */
/** @typedef {import("./types/tianbao").ReasonCode} ReasonCode */

/** A pack that cannot be used, and every reason why. */
export class PackError extends Error {
  /** @param {Diagnostic[]} diagnostics */
  constructor(diagnostics) {
    super(diagnostics.map(line).join("\n"));
    this.name = "PackError";
    this.diagnostics = diagnostics;
  }
}

/** A written reason that the pack's policy does not accept. */
export class ReasonError extends Error {
  /** @param {ReasonCode} code */
  constructor(code) {
    super(code);
    this.name = "ReasonError";
    this.code = code;
  }
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
