// Typography alone may be tidied up on leaving a field: width, grouping, stray blanks. Compared character by character:
// what comes out must be, digit for digit, what the engine understood.

const WIDE = /[０-９．－＋，]/g;
const LOOSE = /[\s,\u00a0\u00ad\u200b-\u200f\u202a-\u202f\u2060\u3000\ufeff]/g;
const PLAIN = /^-?\d+(\.\d+)?$/;

/**
 * The plain digits to write back, or "" where more than typography was typed or nothing needs tidying.
 * @param {string} typed
 * @param {string} value canonical, as the engine understood it
 */
export function plainDigits(typed, value) {
  const digits = narrow(typed).replace(LOOSE, "").replace(/^\+(?=\d)/, "");
  return digits !== typed && PLAIN.test(digits) && canonical(digits) === value ? digits : "";
}

/** @param {string} typed */
function narrow(typed) {
  const halfOf = (/** @type {string} */ wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
  return typed.replace(WIDE, halfOf).replace(/\u2212/g, "-");
}

/** @param {string} digits */
function canonical(digits) {
  const short = digits.indexOf(".") < 0 ? digits : digits.replace(/\.?0+$/, "");
  return short === "-0" ? "0" : short;
}
