// The township's draft with many mistakes: how long each question takes of a form in which a great deal is wrong.
import { median, timed } from "./tally.mjs";
import { township } from "./units.mjs";

const ROUNDS = 40;

/** @param {typeof import("../../../www/types/tianbao")} tianbao */
export async function draft(tianbao) {
  const { report, submissions } = await township(tianbao);
  const { values, prior } = submissions.wrong;
  const session = report.open({ values, prior });
  const /** @type {number[]} */ repairs = [], /** @type {number[]} */ early = [], /** @type {number[]} */ range = [];
  for (let round = 0; round < ROUNDS; round++) {
    timed(repairs, () => session.repairs());
    timed(early, () => session.report().early);
    timed(range, () => session.range("emp_total"));
  }
  session.free();
  return { repairs: median(repairs), early: median(early), range: median(range) };
}
