// What last period is called, as the pack's own labels call it: 上年 in a yearly form, 上月 in a monthly one.

/** @type {Record<string, { found: RegExp, other: string }>} */
const WORDS = {
  zh: { found: /上年|去年|上半年|上季度|上季|上月|上期|上周/, other: "上期" },
  en: { found: /last (?:year|quarter|month|period|week)/i, other: "last period" },
};

/** @param {string} label of last period's field or metric @param {string} locale */
export function periodIn(label, locale) {
  const { found, other } = WORDS[locale] || WORDS.zh;
  const [word] = found.exec(label) || [other];
  return word.toLowerCase();
}

/** As a line begins. @param {string} word */
export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
