// What the generated glue asks of the browser, for those that lack it (Safari 10.0, Edge up to 18). Put in by the build of the
// JavaScript engine only, and nothing of it on the page.

/** @type {any} */
const page = window;

/** Half a character becomes the mark for that, as everywhere on the web. @param {string} text */
function encode(text) {
  /** @type {number[]} */
  const bytes = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const pair = code >= 0xd800 && code < 0xdc00 ? text.charCodeAt(at + 1) - 0xdc00 : -1;
    if (pair >= 0 && pair < 0x400) {
      put(bytes, 0x10000 + ((code - 0xd800) << 10) + pair);
      at += 1;
    } else put(bytes, code >= 0xd800 && code < 0xe000 ? 0xfffd : code);
  }
  return new Uint8Array(bytes);
}

/** @param {number[]} bytes @param {number} code */
function put(bytes, code) {
  const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  bytes.push([0, 0xc0, 0xe0, 0xf0][more] | (code >> (6 * more)));
  for (let left = more - 1; left >= 0; left--) bytes.push(0x80 | ((code >> (6 * left)) & 0x3f));
}

/** The engine's texts are always whole. @param {Uint8Array} bytes */
function decode(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++];
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more ? first & (0x3f >> more) : first;
    for (let left = more; left > 0; left--) code = (code << 6) | (bytes[at++] & 0x3f);
    text += code < 0x10000 ? String.fromCharCode(code) : String.fromCharCode(0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff));
  }
  return text;
}

/** @this {any} */
function Encoder() {
  this.encode = encode;
}

/** @this {any} */
function Decoder() {
  this.decode = (/** @type {Uint8Array | undefined} */ bytes) => (bytes ? decode(bytes) : "");
}

export const TextEncoder = page.TextEncoder || Encoder;
export const TextDecoder = page.TextDecoder || Decoder;
