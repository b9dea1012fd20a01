// What is mutated, and which tests are meant to notice.

/** @typedef {{ name: string, files: string[], quick: string[] }} Room files: globs; quick: the tests that are asked first */

/** @type {Room[]} */
export const ROOMS = [
  { name: "entry", files: ["src/entry/**"], quick: ["number_entry"] },
  { name: "formula", files: ["src/formula/**"], quick: ["formula"] },
  { name: "decimal", files: ["src/model/decimal*", "src/model/decimal/**", "src/model/exact.rs", "src/model/rounding.rs"], quick: ["decimal", "rounding"] },
  { name: "evaluation", files: ["src/engine/evaluate.rs", "src/engine/quick/**"], quick: ["formula", "rounding", "reference"] },
];

/** Asked about what the first ones let through. Those of the command line and of the source text say nothing about figures. */
export const WIDE = ["decimal", "door", "formula", "hostile", "number_entry", "pack", "packs", "reference", "rounding", "session", "units"];

/** Random cases by the hundred thousand, for which one mutant is not worth half a minute. */
export const SLOW = [
  "a_million", "a_long_text_is_refused_at_once", "after_any_edits", "decimals_alone", "the_printed_numbers", "a_figure_in_base_units",
  "a_metric_shows_the_same_figure", "typing_back_restores", "every_hostile",
];
