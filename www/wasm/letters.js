// Bytes written as printable ASCII, so that they can stand in a script.
//
// Base64 packs three bytes into four letters, which hides every repetition from brotli and gzip: the compressed script grows by a
// third. Here the 86 commonest bytes are one letter each and the others two, always the same ones: repetitions stay repetitions,
// and the compressed script is about as small as the compressed module. The text begins with the 256 bytes in order of frequency.

/** The letters: printable, without the quotes, the backslash, `$`, `<` and `>`, which mean something in scripts or pages (and `-->` is escaped by minifiers). */
export const LETTERS = letters();
/** How many of them stand for a byte of their own; those after them announce a two-letter byte. */
export const SINGLE = LETTERS.length - 2;

function letters() {
  let all = "";
  for (let code = 32; code < 127; code++) all += String.fromCharCode(code);
  return all.replace(/["'`\\$<>]/g, "");
}

/**
 * @param {string} text as the build's `toLetters` wrote it
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytes(text) {
  const order = [];
  for (let at = 0; at < 512; at += 2) order.push(parseInt(text.substr(at, 2), 16));
  const place = places();
  const out = new Uint8Array(text.length);
  let length = 0;
  let skip = 0;
  for (let at = 512; at < text.length; at++) {
    const letter = place[text.charCodeAt(at)];
    if (letter < SINGLE) {
      out[length++] = order[skip + letter];
      skip = 0;
    } else skip = (letter - SINGLE + 1) * SINGLE;
  }
  return out.subarray(0, length);
}

/** The place of every letter, by its code. */
function places() {
  const place = [];
  for (let at = 0; at < LETTERS.length; at++) place[LETTERS.charCodeAt(at)] = at;
  return place;
}
