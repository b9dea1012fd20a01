// Which fields hold figures.

/** @param {{ type?: string }} field */
export function isFigure({ type }) {
  return type === "integer" || type === "decimal";
}

/** @param {Pick<import("./types/tianbao").Pack, "fields">} pack @param {string} field */
export function holdsFigure({ fields }, field) {
  return fields.some((one) => one.id === field && isFigure(one));
}
