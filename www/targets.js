// A pack's metric may fill a field of the portal's own, where the map says so.

import { own } from "./record.js";

/** @typedef {import("./types/inner").Control} Control */
/** @typedef {{ metric: string, control: Control, wrote: string }} Target */

/** @param {import("./types/inner").Pack} pack @param {Record<string, Control>} mapped by id @param {Target[]} before @returns {Target[]} */
export function targetsOf(pack, mapped, before) {
  return pack.metrics.filter(({ id }) => own(mapped, id)).map(({ id }) => {
    const control = mapped[id];
    const known = before.filter((one) => one.metric === id && one.control.element === control.element)[0];
    return { metric: id, control, wrote: known ? known.wrote : "" };
  });
}

/** @param {import("./types/inner").Host} host @param {Target[]} targets @param {import("./types/inner").Report} report */
export function fillTargets(host, targets, report) {
  targets.forEach((target) => {
    const { value } = report.metrics[target.metric];
    const there = host.read(target.control);
    if ((value || "") === there || !isOurs(target, there)) return;
    if (host.enter(target.control, value || "")) target.wrote = host.read(target.control);
  });
}

/** What a person may type in, and did, is the person's. @param {Pick<Target, "control" | "wrote">} target @param {string} there */
export function isOurs({ control, wrote }, there) {
  const { readOnly, disabled } = /** @type {HTMLInputElement} */ (control.element);
  return readOnly || disabled || there === "" || there === wrote;
}
