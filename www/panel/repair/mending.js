// What the engine knows beyond the report: what is most probably wrong, what could not come right any more, what a field may still
// become. Asked at rest; an answer is shown as long as the figures that it is about stand as they stood.

import { holdsFigure } from "../../figure.js";
import { own } from "../../record.js";
import { openOf } from "../counts.js";
import { makeProofs } from "./proofs.js";
import { makeRest } from "./rest.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").Finding} Finding */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {import("../../types/tianbao").Repair} Repair */
/** @typedef {ReturnType<typeof makeMending>} Mending */

/** @param {View} first @param {Actions} actions */
export function makeMending(first, actions) {
  let view = first;
  let drawing = false;
  const [ahead, wrong, proven] = /** @type {(View["report"] | null)[]} */ ([null, null, null]);
  const looked = { ahead, wrong, proven };
  let answer = /** @type {{ repairs: Repair[], typed: (field: string) => string }} */ ({ repairs: [], typed: () => "" });
  let room = /** @type {{ field: string, report: View["report"] | null, range: import("./range.js").Range | null }} */ ({ field: "", report: null, range: null });
  const proofs = makeProofs();

  /** All is drawn anew by the way of a change. */
  function draw() {
    drawing = true;
    try {
      actions.foresee();
    } finally {
      drawing = false;
    }
  }

  const roomNeeded = () => holdsFigure(view.pack, view.focused) && (room.report !== view.report || room.field !== view.focused);
  // Each in a slice of its own, so that a keystroke in between waits for one of them at most.
  const rest = makeRest(first.container.ownerDocument, [
    {
      at: 200,
      needed: () => looked.ahead !== view.report,
      ask() {
        looked.ahead = view.report;
        draw();
      },
    },
    {
      at: 250,
      needed: roomNeeded,
      ask() {
        const { report, focused: field } = view;
        room = { field, report, range: view.session.range(field) };
        draw();
      },
    },
    {
      at: 300,
      needed: () => looked.wrong !== view.report && openOf(view).length > 0,
      ask() {
        const { fields } = (looked.wrong = view.report);
        answer = { repairs: view.session.repairs().map((repair) => asFarAsKnown(repair, view.pack)), typed: (field) => own(fields, field).typed };
        draw();
      },
    },
    {
      at: 400,
      needed: () => looked.proven !== view.report && looked.wrong === view.report && answer.repairs.length > 0,
      ask() {
        looked.proven = view.report;
        proofs.look(openOf(view), view);
        draw();
      },
    },
  ]);

  /** What still holds of the answer, and of that what mends each finding: worked out once for all that is drawn. */
  let standing = { view: /** @type {View | null} */ (null), repairs: /** @type {Repair[]} */ ([]), of: /** @type {Map<string, Repair[]>} */ (new Map()) };

  /** @param {View} now */
  function stand(now) {
    if (standing.view === now) return standing;
    const { report, early } = now;
    const unsolved = new Set(report.findings.concat(early).map(({ id }) => id));
    const same = (/** @type {string} */ field) => answer.typed(field) === own(report.fields, field).typed;
    const repairs = answer.repairs.filter(({ fields, solves }) => fields.every(same) && solves.every((id) => unsolved.has(id)));
    const asBefore = repairs.length === standing.repairs.length && repairs.every((one, place) => one === standing.repairs[place]);
    standing = { view: now, repairs, of: asBefore ? standing.of : new Map() };
    return standing;
  }

  // Messages at the fields are drawn before the panel hears of a change: what is shown holds for the form as they have it.
  return {
    /** What mends a finding, the likeliest first; the same array as long as nothing changed. @param {Finding} finding @param {View} now @returns {Repair[]} */
    of(finding, now) {
      const { repairs, of } = stand(now);
      const ways = of.get(finding.id) || fewest(repairs.filter((repair) => mends(repair, finding)));
      of.set(finding.id, ways);
      return ways;
    },
    /** What the other answers still allow for a field, whatever stands in it. @param {string} field @param {View} now */
    range(field, { report }) {
      const { report: then } = room;
      if (room.field !== field || !then) return null;
      return then === report || Object.keys(report.fields).every((id) => id === field || report.fields[id].typed === then.fields[id].typed) ? room.range : null;
    },
    /** How many checks a field has a part in and passes. @param {string} field */
    proofs: proofs.of,
    /** @param {View} now */
    show(now) {
      view = now;
      if (!drawing) rest.begin();
    },
    remove: rest.stop,
  };
}

/** Where some fields will do, the same and more, less likely, say nothing new: those mend other findings as well. @param {Repair[]} ways */
function fewest(ways) {
  const isPart = (/** @type {string[]} */ some, /** @type {string[]} */ all) => some.length < all.length && some.every((field) => all.indexOf(field) >= 0);
  return ways.filter(({ fields }, place) => !ways.slice(0, place).some((other) => isPart(other.fields, fields)));
}

/**
 * What need not be changed at all is not told to be by its field alone. Of a field's own check: whatever changes that; but where a
 * figure is only unusual, a point or unit that slipped.
 * @param {Repair} repair @param {Finding} finding
 */
function mends({ solves, fields, values, kind }, { id, code, severity, fields: [field] }) {
  if (code === "rule") return solves.indexOf(id) >= 0 && (severity === "mandatory" || own(values, fields[0]) !== undefined);
  return fields.length === 1 && fields[0] === field && (code !== "plausible" || kind === "scale");
}

/**
 * Where no slip explains it, the nearest figure that would do is the one meant only if a sum leaves no other; elsewhere, as below a
 * limit or of several fields, it would be made up, and the fields alone are told.
 * @param {Repair} repair @param {View["pack"]} pack @returns {Repair}
 */
function asFarAsKnown(repair, pack) {
  const { kind, solves, fields } = repair;
  const [field, other] = fields;
  // Of several fields some differ by a digit as a matter of course.
  if (!repair.proven || (kind !== "minimal" && (kind !== "digit" || !other))) return repair;
  const leavesOne = pack.rules.some(({ id, severity, sum }) =>
    solves.indexOf(id) >= 0 && (holdsFigure(pack, field) ? !!sum && sum.parts.concat(sum.total).indexOf(field) >= 0 : severity === "mandatory"));
  return leavesOne && !other ? repair : Object.assign({}, repair, { values: {}, message: "" });
}
