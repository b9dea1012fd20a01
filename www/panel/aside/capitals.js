// An amount of money in capital words, as on bills and vouchers (支付结算办法，附一：正确填写票据和结算凭证的基本规定).
// Text in, text out: no digit is rounded away, and what cannot be said exactly is not said.

/** @type {Record<string, string>} */
const DIGITS = { 0: "零", 1: "壹", 2: "贰", 3: "叁", 4: "肆", 5: "伍", 6: "陆", 7: "柒", 8: "捌", 9: "玖" };
const STEPS = ["", "拾", "佰", "仟"];
/** How far the point of an amount moves to the right to make it yuan. @type {Record<string, number>} */
const PLACES = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };
/** Up to 仟万亿. */
const MOST = 16;

/**
 * @param {string} value canonical
 * @param {string | undefined} unit
 * @returns {string} "" where the amount has no such words
 */
export function capitals(value, unit) {
  const places = PLACES[unit || ""];
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (places === undefined || !found) return "";
  const [whole, rest] = moved(found[2], found[3] || "", places);
  if (whole.length > MOST || rest.length > 2) return "";
  return (found[1] === "" ? "" : "负") + yuan(whole) + change(rest, whole === "");
}

/** The point moved to the right, without noughts that say nothing. @param {string} whole @param {string} rest @param {number} places */
function moved(whole, rest, places) {
  const digits = rest + "00000000".slice(0, places);
  return [(whole + digits.slice(0, places)).replace(/^0+/, ""), rest.slice(places).replace(/0+$/, "")];
}

/** @param {string} whole "" for nought */
function yuan(whole) {
  let words = "";
  let gap = false;
  let said = false;
  whole.split("").forEach((digit, i) => {
    const place = whole.length - 1 - i;
    // However many noughts stand in between, one is read.
    if (digit !== "0") words += (gap ? "零" : "") + DIGITS[digit] + STEPS[place % 4];
    gap = digit === "0";
    said = said || digit !== "0";
    if (place % 4 > 0) return;
    if (place === 8) words += "亿";
    else if (said && place > 0) words += "万";
    said = false;
  });
  return words === "" ? "" : `${words}元`;
}

/** Jiao and fen. Nothing after fen; a nought is read where jiao is missing. @param {string} rest @param {boolean} alone without yuan */
function change(rest, alone) {
  const [jiao, fen] = rest.split("");
  if (jiao === undefined) return alone ? "零元整" : "整";
  if (fen === undefined) return `${DIGITS[jiao]}角整`;
  if (jiao === "0") return `${alone ? "" : "零"}${DIGITS[fen]}分`;
  return `${DIGITS[jiao]}角${DIGITS[fen]}分`;
}
