// Balance trees, whose optimum is worked out along the tree: how often the fewest fields are found, and how long it takes.
import { chance } from "./chance.mjs";
import { median, timed } from "./tally.mjs";
import { fewestChanges, packOf, spoilt, tree } from "./tree.mjs";

const SIZES = [2, 5, 10, 20, 50, 100];

/** @typedef {typeof import("../../../www/types/tianbao")} Tianbao */
/** @typedef {import("../../../www/types/tianbao").Pack} Pack */
/** @typedef {import("../../../www/types/tianbao").Session} Session */
/** @typedef {import("../../../www/types/tianbao").Repair} Repair */

/** @param {Tianbao} tianbao @param {number} each  so many trees of each size, with one to ten errors */
export async function trees(tianbao, each) {
  const rows = [];
  for (const size of SIZES) rows.push(await ofSize(tianbao, size, each));
  return rows;
}

/** @param {Tianbao} tianbao @param {number} size @param {number} each */
async function ofSize(tianbao, size, each) {
  const [dice, /** @type {number[]} */ times] = [chance(size), []];
  let [records, found, unproven] = [0, 0, 0];
  for (let at = 0; at < each; at++) {
    const nodes = tree(dice, size);
    const pack = await tianbao.load(packOf(nodes));
    for (let errors = 1; errors <= Math.min(10, size); errors++) {
      const values = spoilt(dice, nodes, errors);
      const least = fewestChanges(nodes, values);
      if (least === 0) continue;
      const { fewest, proven } = fewestOf(pack, values, times);
      records += 1;
      found += Number(fewest === least);
      unproven += Number(!proven);
    }
  }
  return { size, records, found, unproven, median: median(times), worst: Math.max(...times) };
}

/** The fewest fields of a repair that does mend everything. @param {Pack} pack @param {number[]} values @param {number[]} times */
function fewestOf(pack, values, times) {
  const session = pack.open({ values: Object.fromEntries(values.map((value, place) => [`x${place}`, String(value)])) });
  const repairs = timed(times, () => session.repairs());
  const whole = repairs.filter((repair) => repair.proven && mends(session, repair, values)).map(({ fields }) => fields.length);
  session.free();
  return { fewest: Math.min(...whole), proven: repairs.every(({ proven }) => proven) };
}

/** @param {Session} session @param {Repair} repair @param {number[]} values */
function mends(session, repair, values) {
  if (Object.keys(repair.values).length === 0) return false;
  session.setMany(repair.values);
  const holds = session.report().findings.every((finding) => finding.severity !== "mandatory");
  session.setMany(Object.fromEntries(repair.fields.map((field) => [field, String(values[Number(field.slice(1))])])));
  return holds;
}
