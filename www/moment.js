// A moment on this device's clock, in words.

/** @typedef {"zh" | "en"} Locale */

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** @param {number} number */
export function twoDigits(number) {
  return number < 10 ? `0${number}` : String(number);
}

/** @param {Date} at */
export function clockOf(at) {
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** @param {Date} at @param {Locale} locale @param {boolean} [withYear] */
export function dayOf(at, locale, withYear = true) {
  const [day, month, year] = [at.getDate(), at.getMonth(), at.getFullYear()];
  if (locale === "en") return `${day} ${MONTHS[month]}${withYear ? ` ${year}` : ""}`;
  return `${withYear ? `${year}年` : ""}${month + 1}月${day}日`;
}

/** The day is said where it is another one. @param {number} time @param {Locale} locale */
export function momentOf(time, locale) {
  const at = new Date(time);
  const now = new Date();
  if (at.toDateString() === now.toDateString()) return clockOf(at);
  return `${dayOf(at, locale, at.getFullYear() !== now.getFullYear())}${locale === "en" ? ", " : " "}${clockOf(at)}`;
}
