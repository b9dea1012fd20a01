// Figures as people read them.

/** Three figures that count, no more. @param {number | undefined} value */
export function short(value) {
  if (value === undefined || Number.isNaN(value)) return "";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toFixed(value >= 10 ? 1 : 2);
}

export const thousands = (/** @type {number} */ value) => (Math.round(value / 1000) * 1000).toLocaleString("en");
export const kilobytes = (/** @type {number | undefined} */ bytes) => (bytes === undefined ? "" : short(bytes / 1000));

/** @param {number[]} list */
export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
