// Where the benchmark keeps what it builds, and the names of the peers in the order of the table.
import { join } from "node:path";
import { cache } from "../../www/tool/places.mjs";

export const place = join(cache, "bench");
export const bundles = join(place, "peers");
/** Ours as shipped when the measuring began: a later build does not meddle. */
export const shipped = join(place, "dist");

/** Ours, with wasm and without. */
export const OURS = ["tianbao", "tianbao-js"];

export const NAMES = [
  ...OURS,
  "by-hand",
  "incremental",
  "bigint",
  "decimal",
  "ajv",
  "zod",
  "valibot",
  "async-validator",
  "json-logic",
  "hyperformula",
  "surveyjs",
  "zen",
];
