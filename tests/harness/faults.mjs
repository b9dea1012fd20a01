// Faults put into the engine from outside, for a page that has not loaded it yet. Every export and every import of every instance
// is wrapped, whatever it is called: what the engine gains later is covered without a list.

/**
 * @typedef {object} Faults
 * @property {number} instances made so far
 * @property {number} real traps that nobody put there, such as memory that ran out
 * @property {number} stopped when the last of them was
 * @property {string} fired where the fault that was put in came up; empty while it has not
 * @property {number} limit in MiB for the memory of the next instance; 0: none
 * @property {() => void} watch starts the list of crossings
 * @property {() => string[]} seen the list, and its end
 * @property {(at: number) => void} arm lets that crossing trap, counted from now; -1: none
 * @property {() => void} fill leaves an engine with such a limit no page to grow by
 * @property {() => number} bytes of the largest memory of an instance that is alive
 */

/** For addInitScript. */
export const faulty = { content: `(${makeFaults})()` };

/** Runs inside the page. A crossing is a call going in, a call coming out, or a call that the engine makes to the page. */
function makeFaults() {
  const { compile, instantiate, Instance, Module } = WebAssembly;
  /** @type {WeakMap<WebAssembly.Module, Uint8Array<ArrayBuffer>>} */
  const sources = new WeakMap();
  /** @type {{ held: WeakRef<WebAssembly.Memory>, limit: number }[]} */
  const memories = [];
  /** @type {string[] | null} */
  let list = null;
  let left = -1;
  /** @type {unknown} */
  let planted;

  /** @type {Faults} */
  const faults = {
    instances: 0, real: 0, stopped: 0, fired: "", limit: 0,
    watch: () => void (list = []),
    seen() {
      const all = list || [];
      list = null;
      return all;
    },
    arm(at) {
      left = at;
      faults.fired = "";
    },
    fill: () => memories.filter(({ limit }) => limit > 0).forEach(({ held }) => growAll(held.deref())),
    bytes: () => Math.max(0, ...memories.map(({ held }) => held.deref()?.buffer.byteLength ?? 0)),
  };

  /** @param {WebAssembly.Memory} [memory] */
  function growAll(memory) {
    for (let pages = 256; memory && pages > 0; ) {
      try {
        memory.grow(pages);
      } catch {
        pages >>= 1;
      }
    }
  }

  /** @param {string} name */
  function cross(name) {
    if (list) list.push(name);
    if (left < 0) return;
    left -= 1;
    if (left >= 0) return;
    faults.fired = name;
    throw (planted = new WebAssembly.RuntimeError("unreachable"));
  }

  /** @param {WebAssembly.Exports} exports */
  function wrapExports(exports) {
    /** @type {Record<string, any>} */
    const wrapped = {};
    Object.keys(exports).forEach((name) => {
      const real = /** @type {any} */ (exports[name]);
      wrapped[name] = typeof real !== "function" ? real : (/** @type {any[]} */ ...args) => {
        cross(`in ${name}`);
        const result = observed(() => real(...args));
        cross(`out ${name}`);
        return result;
      };
      if (real instanceof WebAssembly.Memory) memories.push({ held: new WeakRef(real), limit: faults.limit });
    });
    return wrapped;
  }

  /** @param {() => any} call */
  function observed(call) {
    try {
      return call();
    } catch (error) {
      if (error !== planted && error instanceof WebAssembly.RuntimeError) {
        faults.real += 1;
        faults.stopped = performance.now();
      }
      throw error;
    }
  }

  /** @param {any} imports */
  function wrapImports(imports) {
    /** @type {any} */
    const all = {};
    Object.keys(imports || {}).forEach((space) => {
      all[space] = Object.assign({}, imports[space]);
      Object.keys(all[space]).forEach((name) => {
        const real = all[space][name];
        if (typeof real === "function") all[space][name] = (/** @type {any[]} */ ...args) => (cross(`call ${name}`), real(...args));
      });
    });
    return all;
  }

  /** The same module with less memory than it may want. @param {Uint8Array<ArrayBuffer>} bytes @param {number} pages */
  function withLimit(bytes, pages) {
    for (let at = 8; at < bytes.length; ) {
      const id = bytes[at];
      const size = leb(bytes, at + 1);
      if (id !== 5) at = size.end + size.value;
      else {
        const least = leb(bytes, size.end + 2);
        const body = [1, 1, ...toLeb(least.value), ...toLeb(Math.max(pages, least.value))];
        return Uint8Array.from([...bytes.slice(0, at), 5, ...toLeb(body.length), ...body, ...bytes.slice(size.end + size.value)]);
      }
    }
    return bytes;
  }

  /** @param {Uint8Array} bytes @param {number} at */
  function leb(bytes, at) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return { value, end: at };
    }
  }

  /** @param {number} value @returns {number[]} */
  function toLeb(value) {
    return value < 128 ? [value] : [(value & 127) | 128, ...toLeb(value >>> 7)];
  }

  /** @param {BufferSource} source @returns {Promise<WebAssembly.Module>} */
  async function keep(source) {
    const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice() : new Uint8Array(source).slice();
    const module = await compile.call(WebAssembly, bytes);
    sources.set(module, bytes);
    return module;
  }

  /** @param {WebAssembly.Module} module */
  function limited(module) {
    const bytes = sources.get(module);
    return faults.limit > 0 && bytes ? new Module(withLimit(bytes, faults.limit * 16)) : module;
  }

  /** @param {any} what @param {any} imports @returns {Promise<any>} */
  async function make(what, imports) {
    if (!(what instanceof Module)) {
      const module = await keep(what);
      return { module, instance: await make(module, imports) };
    }
    return changed(await instantiate.call(WebAssembly, limited(what), wrapImports(imports)));
  }

  /** @param {any} instance */
  function changed(instance) {
    const exports = wrapExports(instance.exports);
    faults.instances += 1;
    return { exports };
  }

  Object.assign(WebAssembly, {
    /** @param {WebAssembly.Module} module @param {any} imports */
    Instance: function (module, imports) {
      return changed(new Instance(limited(module), wrapImports(imports)));
    },
    compile: keep,
    compileStreaming: async (/** @type {any} */ response) => keep(await (await response).arrayBuffer()),
    instantiate: make,
    instantiateStreaming: async (/** @type {any} */ response, /** @type {any} */ imports) => make(await (await response).arrayBuffer(), imports),
  });
  /** @type {any} */ (window).faults = faults;
}
