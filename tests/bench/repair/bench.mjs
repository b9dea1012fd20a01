// `npm run bench:repair`: which figure is wrong, and what it should be, on what is shipped: balance trees whose optimum is known,
// one typing slip a record, and slips of the unit on the township's report. `-- --quick` takes a tenth of the records.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main, say } from "../../../www/tool/say.mjs";
import { root } from "../../../www/tool/places.mjs";
import { loadDist } from "../../prove/driver.mjs";
import { chance } from "./chance.mjs";
import { ALL, KINDS, pack, record, slipped, slippedRecord } from "./slips.mjs";
import { fewestChanges, packOf, spoilt, tree } from "./tree.mjs";

const TOWNSHIP = join(root, "www", "packs", "rural-revitalization-township");
const SIZES = [2, 5, 10, 20, 50, 100];

/** @typedef {typeof import("../../../www/types/tianbao")} Tianbao */

/** @param {number[]} times */
function median(times) {
  return times.slice().sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Time of the processor, in milliseconds: other work on the machine does not count. @template T @param {number[]} times @param {() => T} work @returns {T} */
function timed(times, work) {
  const from = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  times.push((user + system) / 1000);
  return result;
}

/** @param {Tianbao} tianbao @param {number} each */
async function trees(tianbao, each) {
  for (const size of SIZES) {
    const [dice, /** @type {number[]} */ times] = [chance(size), []];
    let [records, found, unproven] = [0, 0, 0];
    for (let at = 0; at < each; at++) {
      const nodes = tree(dice, size);
      const pack = await tianbao.load(packOf(nodes));
      for (let errors = 1; errors <= Math.min(10, size); errors++) {
        const values = spoilt(dice, nodes, errors);
        const least = fewestChanges(nodes, values);
        if (least === 0) continue;
        const session = pack.open({ values: Object.fromEntries(values.map((value, place) => [`x${place}`, String(value)])) });
        const repairs = timed(times, () => session.repairs());
        records += 1;
        if (repairs.some((repair) => !repair.proven)) unproven += 1;
        const whole = repairs.filter((repair) => repair.proven && mends(session, repair, values)).map((repair) => repair.fields.length);
        const best = Math.min(...whole);
        if (best === least) found += 1;
        else if (best < least || whole.length > 0) say(`  ${size} fields, ${errors} errors: ${best}, the optimum is ${least}`);
        session.free();
      }
    }
    say(`  ${size} fields: ${found} of ${records} at the optimum, ${unproven} without proof; median ${median(times).toFixed(2)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
  }
}

/** @param {import("../../../www/types/tianbao").Session} session @param {import("../../../www/types/tianbao").Repair} repair @param {number[]} values */
function mends(session, repair, values) {
  if (Object.keys(repair.values).length === 0) return false;
  session.setMany(repair.values);
  const holds = session.report().findings.every((finding) => finding.severity !== "mandatory");
  session.setMany(Object.fromEntries(repair.fields.map((field) => [field, String(values[Number(field.slice(1))])])));
  return holds;
}

/** @param {Tianbao} tianbao @param {number} count */
async function typingSlips(tianbao, count) {
  const balances = await tianbao.load(pack());
  const [dice, /** @type {number[]} */ times] = [chance(7), []];
  let [records, first, three, alone] = [0, 0, 0, 0];
  while (records < count) {
    const right = record(dice);
    const place = dice.between(0, 10);
    const wrong = slipped(dice, right[place], dice.pick(KINDS));
    if (wrong === right[place]) continue;
    const values = Object.fromEntries(right.map((text, at) => [`x${at + 1}`, at === place ? wrong : text]));
    const session = balances.open({ values });
    const repairs = timed(times, () => session.repairs());
    const hit = repairs.findIndex(({ values }) => values[`x${place + 1}`] === right[place] && Object.keys(values).length === 1);
    records += 1;
    first += Number(hit === 0);
    three += Number(hit >= 0 && hit < 3);
    alone += Number(new Set(repairs.map((repair) => repair.fields.join())).size === 1);
    session.free();
  }
  say(`  ${count} records: the right repair first ${percent(first, count)}, in the first three ${percent(three, count)}; one set of fields only ${percent(alone, count)}`);
  say(`  median ${median(times).toFixed(2)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
}

/** Each kind of slip by itself: what is right first, in the first three, and where a figure is only changed together with others. @param {Tianbao} tianbao @param {number} count */
async function slipsByKind(tianbao, count) {
  const balances = await tianbao.load(pack());
  for (const kind of ALL) {
    const dice = chance(17);
    let [records, first, three] = [0, 0, 0];
    while (records < count) {
      const right = record(dice);
      const wrong = slippedRecord(dice, right, dice.between(0, 10), kind);
      const values = Object.fromEntries(right.map((_, at) => [`x${at + 1}`, wrong ? wrong[at] : ""]));
      const session = balances.open({ values });
      if (!wrong || !session.report().findings.length) continue;
      const meant = right.map((text, at) => [`x${at + 1}`, text]).filter((_, at) => wrong[at] !== right[at]);
      const hit = session.repairs().findIndex(({ values }) => JSON.stringify(Object.entries(values)) === JSON.stringify(meant));
      records += 1;
      first += Number(hit === 0);
      three += Number(hit >= 0 && hit < 3);
      session.free();
    }
    say(`  ${kind}: right first ${percent(first, count)}, in the first three ${percent(three, count)}`);
  }
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** @param {Tianbao} tianbao */
async function unitSlips(tianbao) {
  const report = await tianbao.load(readFileSync(join(TOWNSHIP, "pack.json"), "utf8"));
  const { submissions } = JSON.parse(readFileSync(join(TOWNSHIP, "cases.json"), "utf8"));
  for (const [withPrior, power] of /** @type {[boolean, number][]} */ ([[false, 4], [true, 4], [false, 1], [true, 1], [true, -1]])) {
    const /** @type {number[]} */ times = [];
    let [slips, caught, found, hit] = [0, 0, 0, 0];
    for (const name of ["plain", "mountain", "first_year", "carried_over"]) {
      const { values, prior } = submissions[name];
      const last = withPrior ? lastYear(values, report) : prior;
      for (const { id, type } of report.fields) {
        const moved = shifted(values[id] ?? "", power);
        if (!moved || !["integer", "decimal"].includes(type) || id.endsWith("_last") || id === "year") continue;
        if (type === "integer" && moved.includes(".")) continue;
        const session = report.open({ values: { ...values, [id]: moved }, prior: last });
        slips += 1;
        caught += Number(session.report().findings.some((finding) => finding.fields.includes(id)));
        const repairs = timed(times, () => session.repairs());
        const right = repairs.findIndex((repair) => repair.fields.length === 1 && repair.values[id] === shifted(moved, -power));
        found += Number(right === 0);
        hit += Number(right >= 0 && right < 3);
        session.free();
      }
    }
    say(`  ×10^${power}${withPrior ? " with last year's form" : ""}: ${slips} slips, caught by rules ${percent(caught, slips)}, repaired first ${percent(found, slips)}, in the first three ${percent(hit, slips)}; median ${median(times).toFixed(2)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
  }
}

/** Last year's form: every figure up to a seventh more or less. @param {Record<string, string>} values @param {import("../../../www/types/tianbao").Pack} report */
function lastYear(values, report) {
  const dice = chance(11);
  /** @type {Record<string, string>} */
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

await main(import.meta.url, async () => {
  const quick = process.argv.includes("--quick");
  const tianbao = await loadDist();
  say("Balance trees");
  await trees(tianbao, quick ? 3 : 30);
  say("Typing slips in five balances");
  await typingSlips(tianbao, quick ? 300 : 3000);
  say("The same balances, each kind of slip by itself");
  await slipsByKind(tianbao, quick ? 100 : 1000);
  say("Slips of the unit in the township's report");
  await unitSlips(tianbao);
});
