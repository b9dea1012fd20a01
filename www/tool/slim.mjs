// Leaves out of wasm-bindgen's glue what our page never comes to. Only size depends on it: where the glue looks otherwise,
// a part stays that could have gone.

/** @type {[RegExp, string][]} */
const PARTS = [
  // `using` of a later JavaScript; we free by name.
  [/^if \(Symbol\.dispose\).*\n/gm, ""],
  // Texts that were passed are given back if passing the next one fails. That fails by a trap alone, after which all goes.
  [/^ *try \{\n((?: +(?:ptr|len)\d+ = .*\n)+) +\} catch \(e\) \{\n(?: +if \(ptr\d+\) .*\n)+ +throw e;\n +\}\n/gm, "$1"],
  // Texts are short: encoding one first and copying it is simpler than growing a buffer in place.
  [/^function passStringToWasm0\([^]*?^\}\n/m, `function passStringToWasm0(arg) {
    const buf = cachedTextEncoder.encode(arg);
    const ptr = wasm.__wbindgen_malloc(buf.length, 1) >>> 0;
    getUint8ArrayMemory0().set(buf, ptr);
    WASM_VECTOR_LEN = buf.length;
    return ptr;
}
`],
  [/, wasm\.__wbindgen_malloc, wasm\.__wbindgen_realloc\)/g, ")"],
  [/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?^\}\n/m, ""],
  // Where Safari's decoder gives out after two billion bytes it throws as a trap does, and the next instance brings a new one.
  [/^const MAX_SAFARI_DECODE_BYTES[^]*?^function decodeText[^]*?^\}\n/m, "function decodeText(bytes) { return cachedTextDecoder.decode(bytes); }\n"],
  // One finaliser for every class instead of one each.
  [/^const (\w+Finalization) = \(typeof FinalizationRegistry === 'undefined'\)\n.*\n *: new FinalizationRegistry\((.*)\);\n/gm, "const $1 = finalisation($2);\n"],
  [/^(?=const \w+Finalization = finalisation)/m, `const finalisation = (free) => typeof FinalizationRegistry === "undefined"
    ? { register() {}, unregister() {} }
    : new FinalizationRegistry(free);
`],
];

/** @param {string} glue */
export function slim(glue) {
  return PARTS.reduce((text, [found, instead]) => text.replace(found, instead), glue);
}
