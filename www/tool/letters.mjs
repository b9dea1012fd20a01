// The build's half of www/wasm/letters.js: bytes to printable ASCII.
import { LETTERS, SINGLE } from "../wasm/letters.js";

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function toLetters(bytes) {
  const order = byFrequency(bytes);
  /** @type {string[]} */
  const written = [];
  order.forEach((byte, rank) => {
    const shift = Math.floor(rank / SINGLE);
    written[byte] = (shift ? LETTERS[SINGLE + shift - 1] : "") + LETTERS[rank % SINGLE];
  });
  const head = order.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return head + Array.from(bytes, (byte) => written[byte]).join("");
}

/**
 * @param {Uint8Array} bytes
 * @returns {number[]} all 256 bytes, the commonest first; equal ones in their own order, so that a build can be repeated
 */
function byFrequency(bytes) {
  const count = new Array(256).fill(0);
  for (const byte of bytes) count[byte] += 1;
  return [...count.keys()].sort((a, b) => count[b] - count[a] || a - b);
}
