// The names by which the module and its glue know each other are some forty letters long each, with a hash that no compressor
// shortens. Nobody else reads them, so the build gives them a letter or two.

const IMPORTS = 2;
const EXPORTS = 7;

/** @typedef {Record<string, string>} Names long to short */

/**
 * @param {Uint8Array} wasm
 * @returns {{ wasm: Uint8Array, imports: Names, exports: Names }} the same module under short names
 */
export function shortNames(wasm) {
  const module = new WebAssembly.Module(/** @type {BufferSource} */ (wasm));
  const imports = numbered(WebAssembly.Module.imports(module).map(({ name }) => name));
  const exports = numbered(WebAssembly.Module.exports(module).map(({ name }) => name));
  /** @type {Uint8Array[]} */
  const parts = [wasm.subarray(0, 8)];
  for (const { id, body } of sections(wasm)) {
    const renamed = id === IMPORTS ? renameImports(body, imports) : id === EXPORTS ? renameExports(body, exports) : body;
    parts.push(Uint8Array.of(id), number(renamed.length), renamed);
  }
  return { wasm: join(parts), imports, exports };
}

/** What glue imports from: one module, of the shortest name. */
export const MODULE = "a";

/** @param {string[]} names @returns {Names} */
const numbered = (names) => Object.fromEntries([...new Set(names)].map((name, at) => [name, short(at)]));

/** a, b, …, z, a0, b0, … @param {number} at */
const short = (at) => String.fromCharCode(97 + (at % 26)) + (at < 26 ? "" : Math.floor(at / 26) - 1);

/** @param {Uint8Array} wasm */
function* sections(wasm) {
  const reader = new Reader(wasm, 8);
  while (reader.at < wasm.length) {
    const id = wasm[reader.at++];
    yield { id, body: reader.bytes(reader.number()) };
  }
}

/**
 * Every import is a function here: module, name, 0, type.
 * @param {Uint8Array} body
 * @param {Names} names
 */
function renameImports(body, names) {
  const reader = new Reader(body);
  const count = reader.number();
  /** @type {Uint8Array[]} */
  const parts = [number(count)];
  for (let left = count; left > 0; left--) {
    reader.text();
    const name = reader.text();
    if (body[reader.at++] !== 0) throw new Error(`The module imports ${name}, which is no function.`);
    parts.push(text(MODULE), text(names[name]), Uint8Array.of(0), number(reader.number()));
  }
  return join(parts);
}

/**
 * An export: name, kind, index.
 * @param {Uint8Array} body
 * @param {Names} names
 */
function renameExports(body, names) {
  const reader = new Reader(body);
  const count = reader.number();
  /** @type {Uint8Array[]} */
  const parts = [number(count)];
  for (let left = count; left > 0; left--) parts.push(text(names[reader.text()]), reader.bytes(1), number(reader.number()));
  return join(parts);
}

class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.all = bytes;
    this.at = at;
  }

  /** An unsigned number in LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.all[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  /** @param {number} length */
  bytes(length) {
    return this.all.subarray(this.at, (this.at += length));
  }

  text() {
    return new TextDecoder().decode(this.bytes(this.number()));
  }
}

/** @param {number} value */
function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Uint8Array.of(...bytes, value);
}

/** @param {string} name */
function text(name) {
  const bytes = new TextEncoder().encode(name);
  return join([number(bytes.length), bytes]);
}

/** @param {Uint8Array[]} parts */
const join = (parts) => new Uint8Array(Buffer.concat(parts));
