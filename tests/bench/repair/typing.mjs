// One slip of the hand a record, in five balances: how often the right figure is offered first, and among the first three.
import { chance } from "./chance.mjs";
import { ALL, KINDS, pack, record, slipped, slippedRecord } from "./slips.mjs";
import { tally, timed } from "./tally.mjs";

/** @typedef {typeof import("../../../www/types/tianbao")} Tianbao */

/** A slip of the digits or the sign, the kind by chance. @param {Tianbao} tianbao @param {number} count */
export async function typingSlips(tianbao, count) {
  const balances = await tianbao.load(pack());
  const [dice, all] = [chance(7), tally()];
  let alone = 0;
  for (let records = 0; records < count;) {
    const right = record(dice);
    const place = dice.between(0, 10);
    const wrong = slipped(dice, right[place], dice.pick(KINDS));
    if (wrong === right[place]) continue;
    const session = balances.open({ values: named(right.map((text, at) => (at === place ? wrong : text))) });
    const repairs = timed(all.times, () => session.repairs());
    all.note(repairs.findIndex(({ values }) => values[`x${place + 1}`] === right[place] && Object.keys(values).length === 1));
    alone += Number(new Set(repairs.map((repair) => repair.fields.join())).size === 1);
    records += 1;
    session.free();
  }
  return Object.assign(all.row(), { alone });
}

/** Each kind by itself, exchanged figures and units among them. @param {Tianbao} tianbao @param {number} count */
export async function slipsByKind(tianbao, count) {
  const balances = await tianbao.load(pack());
  return ALL.map((kind) => {
    const [dice, all] = [chance(17), tally()];
    for (let records = 0; records < count;) {
      const right = record(dice);
      const wrong = slippedRecord(dice, right, dice.between(0, 10), kind);
      if (!wrong) continue;
      const session = balances.open({ values: named(wrong) });
      if (session.report().status === "clean") continue;
      const meant = JSON.stringify(right.map((text, at) => [`x${at + 1}`, text]).filter((_, at) => wrong[at] !== right[at]));
      all.note(timed(all.times, () => session.repairs()).findIndex(({ values }) => JSON.stringify(Object.entries(values)) === meant));
      records += 1;
      session.free();
    }
    return Object.assign(all.row(), { kind });
  });
}

/** @param {string[]} texts */
function named(texts) {
  return Object.fromEntries(texts.map((text, at) => [`x${at + 1}`, text]));
}
