/** Everything attached on this page. @type {import("./types/inner").Attached[]} */
export const attached = [];
