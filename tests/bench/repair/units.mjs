// Figures of the township's complete submissions, ten or ten thousand times too large: found, and put right.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../www/tool/places.mjs";
import { chance } from "./chance.mjs";
import { tally, timed } from "./tally.mjs";

const TOWNSHIP = join(root, "www", "packs", "rural-revitalization-township");
const COMPLETE = ["plain", "mountain", "first_year", "carried_over"];

/** @typedef {typeof import("../../../www/types/tianbao")} Tianbao */
/** @typedef {import("../../../www/types/tianbao").Pack} Pack */
/** @typedef {Record<string, string>} Values */

/** The township's pack, and its submissions by name. @param {Tianbao} tianbao */
export async function township(tianbao) {
  const report = await tianbao.load(readFileSync(join(TOWNSHIP, "pack.json"), "utf8"));
  /** @type {{ submissions: Record<string, { values: Values, prior?: Values }> }} */
  const { submissions } = JSON.parse(readFileSync(join(TOWNSHIP, "cases.json"), "utf8"));
  return { report, submissions };
}

/** @param {Tianbao} tianbao */
export async function unitSlips(tianbao) {
  const { report, submissions } = await township(tianbao);
  const complete = COMPLETE.map((name) => submissions[name]);
  return /** @type {[boolean, number][]} */ ([[false, 4], [true, 4], [false, 1], [true, 1], [true, -1]]).map(([withPrior, power]) => {
    const all = tally();
    let caught = 0;
    for (const { values, prior } of complete) {
      const last = withPrior ? lastYear(values, report) : prior;
      for (const id of movable(report, values, power)) {
        const moved = shifted(values[id], power);
        const session = report.open({ values: { ...values, [id]: moved }, prior: last });
        caught += Number(session.report().findings.some((finding) => finding.fields.includes(id)));
        const repairs = timed(all.times, () => session.repairs());
        all.note(repairs.findIndex((repair) => repair.fields.length === 1 && repair.values[id] === shifted(moved, -power)));
        session.free();
      }
    }
    return Object.assign(all.row(), { withPrior, power, caught });
  });
}

/** This year's figures that can be so many times larger. @param {Pack} report @param {Values} values @param {number} power */
function movable({ fields }, values, power) {
  const isFigure = ({ id, type = "" }) => ["integer", "decimal"].includes(type) && !id.endsWith("_last") && id !== "year";
  return fields.filter((field) => {
    const moved = isFigure(field) ? shifted(values[field.id] ?? "", power) : "";
    return moved !== "" && !(field.type === "integer" && moved.includes("."));
  }).map(({ id }) => id);
}

/** Last year's form: every figure up to a seventh more or less. @param {Values} values @param {Pack} report */
function lastYear(values, report) {
  const dice = chance(11);
  /** @type {Values} */
  const last = {};
  for (const { id, type } of report.fields) {
    const value = Number(values[id]);
    if (!["integer", "decimal"].includes(type) || !value) continue;
    const other = value * (0.86 + 0.28 * dice.next());
    last[id] = type === "integer" ? String(Math.round(other)) : other.toFixed(2);
  }
  return last;
}

/** The same digits, the point moved. @param {string} text @param {number} power */
function shifted(text, power) {
  if (!/^\d+(\.\d+)?$/.test(text) || !/[1-9]/.test(text)) return "";
  const [whole, places = ""] = text.split(".");
  const digits = power >= 0 ? whole + places.padEnd(power, "0") : `${"0".repeat(-power)}${whole}${places}`;
  const at = power >= 0 ? whole.length + power : whole.length;
  const moved = `${digits.slice(0, at)}.${digits.slice(at)}`.replace(/^0+(?=\d)/, "");
  return moved.replace(/\.?0*$/, "");
}
