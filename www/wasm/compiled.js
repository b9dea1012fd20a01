// One compiled module, as many instances as are asked for.

/**
 * @param {() => Promise<WebAssembly.Module>} compile
 * @returns {(imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>}
 */
export function instances(compile) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let module;
  return (imports) => {
    if (!module) {
      module = compile();
      // A failed download may succeed later; a remembered failure never would.
      module.catch(() => (module = undefined));
    }
    return module.then((compiled) => WebAssembly.instantiate(compiled, imports));
  };
}
