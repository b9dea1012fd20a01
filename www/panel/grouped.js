// A number's text as a sentence shows it.

/** The whole part in groups of three: 1,234,567.5. @param {string} value canonical */
export function grouped(value) {
  const [whole, places] = value.split(".");
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return places === undefined ? text : `${text}.${places}`;
}

/** As a range shows its ends; a calendar year is a number, but nobody writes 2,024. @param {string[]} ends @param {string} [unit] */
export function groupedEnds(ends, unit) {
  const years = (unit || "年") === "年" && ends.every((end) => /^(19|20)\d\d$/.test(end));
  return years ? ends : ends.map(grouped);
}
