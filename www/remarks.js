// The written reasons may fill a remarks field of the portal's own, where the map names one as "$reasons".

import { isOurs } from "./targets.js";

/** @typedef {import("./types/inner").View} View */

/** Keeps the field as the reasons are, and leaves it alone once a person wrote something else there. */
export function makeRemarks() {
  let wrote = "";
  return {
    /** @param {View} view */
    show({ remarks, host, report }) {
      if (!remarks) return;
      const there = host.read(remarks);
      const wanted = textOf(report, remarks.element.tagName === "TEXTAREA" ? "\n" : "；");
      if (wanted === there || !isOurs({ control: remarks, wrote }, there)) return;
      if (host.enter(remarks, wanted)) wrote = host.read(remarks);
    },
    remove: () => undefined,
  };
}

/** 【发展党员 222 名，超过 10%】由邻镇划入两个村 @param {View["report"]} report @param {string} between */
function textOf({ findings }, between) {
  return findings.map(({ message, justified }) => (justified ? `【${message.split(/。|\.\s/)[0]}】${justified.reason}` : "")).filter(Boolean).join(between);
}
