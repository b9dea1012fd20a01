// Anything that JavaScript can pass, the same for the same seed.

const TEXTS = [
  "", "0", "12", "-3", "0.005", "1.2万", "２，３２６", "35%", "不涉及", "是", "x", "a", "b", "t", "R", "m", "zh", "en", "2024-02-29",
  "\ud800", "\udc00x", "\0", "\ufeff", "\u202e", "__proto__", "constructor", "toString", "length", "{}", "[]", "null", "<b>",
  "已逐户核对台账，情况如此", "9".repeat(28), "1".repeat(400),
];
const NUMBERS = [
  0, 1, -1, 2, 3, 7, 255, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53, -(2 ** 31), 0.5, NaN, Infinity, -Infinity, -0, 1e300,
];

/** Marsaglia's xorshift on 32 bits. */
export class Chance {
  /** @param {number} seed */
  constructor(seed) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 1;
  }

  /** @param {number} most */
  below(most) {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % most;
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return list[this.below(list.length)];
  }

  /** A text, well-formed or not. @returns {string} */
  text() {
    const kind = this.below(8);
    if (kind < 4) return this.pick(TEXTS);
    if (kind === 4) return this.pick(TEXTS).repeat(this.below(40)) + this.pick(TEXTS);
    if (kind === 5 && this.below(200) === 0) return this.pick(TEXTS).repeat(20_000);
    return String.fromCharCode(...Array.from({ length: this.below(12) }, () => this.below(kind === 6 ? 128 : 65_536)));
  }

  number() {
    return this.below(3) === 0 ? this.below(2 ** 32) - 2 ** 31 : this.pick(NUMBERS);
  }

  /** @param {number} [depth] @returns {any} */
  anything(depth = 2) {
    const kind = this.below(depth > 0 ? 14 : 9);
    if (kind < 4) return this.text();
    if (kind === 4) return this.number();
    if (kind === 5) return this.pick([undefined, null, true, false]);
    if (kind === 6) return BigInt(this.below(1000)) ** BigInt(this.below(9));
    if (kind === 7) return this.pick([Symbol("s"), () => "f", /a/, new Date(NaN), new Uint8Array(9), new String("s")]);
    if (kind === 8) return this.hostile();
    if (kind < 11) return Array.from({ length: this.below(4) }, () => this.anything(depth - 1));
    return Object.fromEntries(Array.from({ length: this.below(4) }, () => [this.text(), this.anything(depth - 1)]));
  }

  /** What answers to being looked at with an error, or with something else each time. */
  hostile() {
    const refuse = () => {
      throw new Error("from outside");
    };
    const all = { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse };
    const kinds = [
      () => new Proxy({}, all), () => ({ toString: refuse, valueOf: refuse }), () => ({ get values() { return refuse(); } }),
      () => Object.create(null), () => ({ length: 2 ** 32 }), () => new Array(1000),
      () => ({ toString: () => 5 }), () => ({ toString: () => ({}) }),
    ];
    return this.pick(kinds)();
  }
}
