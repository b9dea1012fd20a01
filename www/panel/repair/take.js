// What a press on a repair does: writes it as one step, goes to the field, and says aloud what was changed.

import { boundOf } from "../../bound.js";
import { own } from "../../record.js";
import { stepOf } from "../hands/plan.js";
import { writtenOf } from "./naming.js";

/** @typedef {import("../../types/inner").Actions} Actions */
/** @typedef {import("../../types/inner").View} View */
/** @typedef {Pick<import("../../types/tianbao").Repair, "fields" | "values">} Repair */
/** @typedef {import("./text.js").Words} Words */
/** @typedef {ReturnType<typeof makeTaking>} Taking */

/** @param {Actions} actions @param {(values: Record<string, string>) => void} together writes several fields, to be taken back as one @param {(sentence: string) => void} aloud */
export function makeTaking(actions, together, aloud) {
  return {
    /** Whether all that it changes can be written by us: what a stack draws for itself may not be. @param {Repair} repair @param {View} view */
    can: ({ fields, values }, view) => fields.every((id) => {
      const bound = boundOf(view.bound, id);
      const value = own(values, id);
      return value !== undefined && !!bound && stepOf(bound, value, view).why === "";
    }),
    /** @param {Repair} repair @param {View} view @param {Words} text */
    take(repair, view, text) {
      const { fields, values } = repair;
      const written = writtenOf(repair, view, text);
      const [first] = fields;
      const bound = boundOf(view.bound, first);
      // The browser's own undo takes a text back; of several fields, and of choices, it knows nothing.
      if (fields.length === 1 && bound && bound.control.kind === "text") actions.enter(first, values[first]);
      else {
        actions.focus(first);
        together(values);
      }
      aloud(written);
    },
  };
}
