// Forms to be filled for the sweeps: what is typed, which reasons are given, what is asked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { www } from "../../www/tool/places.mjs";
import { PACK } from "./support.mjs";

const REASON = "本年六月起两家企业停产，外出人员返乡较多";

/** @param {object} pack @param {Record<string, string>} values */
const table = ({ fields }, values) => {
  const ids = fields.map(({ id }) => id);
  return `${ids.join()}\n${ids.map((id) => `"${(values[id] ?? "").replaceAll('"', '""')}"`).join()}\n`;
};

/** A form of six fields. */
export const SMALL = (() => {
  const values = { labour_force: "2436", emp_total: "1200", pay: "1,234.5元", terrain: "丘陵", has_scenic: "有" };
  return {
    text: JSON.stringify(PACK), values, prior: { emp_total: "1612" }, reasons: [["low_rate", REASON]], another: ["low_rate", `${REASON}，已核实`],
    edit: ["pay", "1.2万"], edits: { labour_force: "2000", emp_total: "1300", emp_total_last: "1,100" },
    ids: ["emp_total", "r_emp", "low_rate"], table: table(PACK, values),
  };
})();

/** The township report, with all its figures. */
export const TOWNSHIP = (() => {
  const folder = join(www, "packs", "rural-revitalization-township");
  const pack = JSON.parse(readFileSync(join(folder, "pack.json"), "utf8"));
  const { values, prior } = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8")).submissions.mountain;
  return {
    text: JSON.stringify(pack), values, prior, reasons: ["LJ35", "JD15"].map((rule) => [rule, REASON]), another: ["JD15", `${REASON}，已核实`],
    edit: ["emp_total", "12"], edits: { emp_total: "１２", labour_force: "2,000", hh_total: "约三百" },
    ids: ["emp_total", "r_emp", "JD15"], table: table(pack, values),
  };
})();
