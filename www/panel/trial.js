// How much a written reason still lacks. The engine alone knows the pack's policy, so it is asked: in a second session with the
// same figures, where nothing is kept.

import { own } from "../record.js";

/** @typedef {import("../types/inner").Session} Session */
/** @typedef {import("../types/inner").View} View */
/** @typedef {{ missing: number, code: "" | import("../types/tianbao").ReasonCode }} Lack  missing: characters */

/** A letter of no phrase that a pack could hold against a reason. */
const LETTER = "\u3400";

export function makeTrial() {
  let session = /** @type {Session | null} */ (null);
  let of = /** @type {View["report"] | null} */ (null);
  const end = () => {
    if (session) session.free();
    session = of = null;
  };
  return {
    /** @param {string} rule @param {string} reason @param {View} view @returns {Lack} */
    lack(rule, reason, view) {
      if (of !== view.report) end();
      of = view.report;
      session = session || twin(view);
      const code = refusal(session, rule, reason);
      return { code, missing: code === "too-short" ? missing(session, rule, reason, view) : 0 };
    },
    end,
  };
}

/** @param {View} view */
function twin({ pack, report, locale }) {
  /** @type {Record<string, string>} */
  const values = {};
  const present = pack.fields.map(({ id }) => id).filter((id) => own(report.fields, id).state !== "absent");
  present.forEach((id) => (values[id] = report.fields[id].typed || report.fields[id].value || ""));
  return pack.open({ present, values, locale });
}

/** @param {Session} session @param {string} rule @param {string} reason @returns {Lack["code"]} */
function refusal(session, rule, reason) {
  try {
    session.justify(rule, reason);
    return "";
  } catch (error) {
    const refused = /** @type {any} */ (error);
    if (refused.name !== "ReasonError") throw refused;
    return refused.code;
  }
}

/** @param {Session} session @param {string} rule @param {string} reason @param {View} view */
function missing(session, rule, reason, { pack }) {
  const least = pack.reasons ? pack.reasons.minCharacters : 1;
  let more = 1;
  while (more < least && refusal(session, rule, reason + LETTER.repeat(more)) !== "") more += 1;
  return more;
}
