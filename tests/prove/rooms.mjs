// What is mutated, and which tests are meant to notice.

/** @typedef {{ name: string, files: string[], quick: string[] }} Room files: globs; quick: the tests that are asked first */

/** @type {Room[]} */
export const ROOMS = [
  { name: "entry", files: ["src/entry/**"], quick: ["number_entry", "keyed"] },
  { name: "formula", files: ["src/formula/**"], quick: ["formula"] },
  {
    name: "decimal",
    files: ["src/model/decimal*", "src/model/decimal/**", "src/model/exact.rs", "src/model/rounding.rs"],
    quick: ["decimal", "rounding"],
  },
  {
    name: "evaluation",
    files: ["src/engine/evaluate.rs", "src/engine/quick*", "src/engine/quick/**"],
    quick: ["absent", "formula", "rounding", "session"],
  },
];

/** Asked about what the first ones let through. The others say nothing about figures, or cost minutes each time. */
export const WIDE = ["decimal", "formula", "keyed", "number_entry", "pack", "packs", "reference", "rounding", "session", "units"];

/**
 * Tests that one mutant is not worth: random cases by the hundred thousand, each of which has a smaller neighbour here, and
 * one that follows the links of the whole repository.
 */
export const LEFT_OUT = [
  "a_million_nasty", "after_any_edits", "the_printed_numbers", "a_figure_in_base_units", "a_metric_shows_the_same_figure",
  "typing_back_restores", "an_edit_tells_what", "packs_pass_their_own_cases", "links_lead_somewhere",
];
/** Random sums against an oracle, for what the tables of cases let through. */
export const LATER = ["a_million_random", "decimals_alone"];
