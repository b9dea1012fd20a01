// What the benchmark's records, ties and edits are to bring, on what is shipped: exactness on 2,200 records in a second.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist, root } from "../www/tool/places.mjs";
import { adapt } from "./bench/peers/adapt.mjs";
import { prove } from "./bench/prove.mjs";
import { editsOf, recordsOf } from "./bench/workload.mjs";

const read = (/** @type {string} */ name) => readFileSync(join(root, "tests", "bench", name), "utf8");
const workload = JSON.parse(read("workload.json"));
const records = (/** @type {string} */ name) => recordsOf(read(`data/${name}.csv`), read(`data/${name}.expected.csv`));

/** Node's fetch knows no files; the ES module asks for its wasm by that way. */
before(() => {
  globalThis.fetch = async (address) => new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });
});

test("no record, tie or edit of the benchmark is answered wrongly", async () => {
  const { load } = await import(pathToFileURL(join(dist, "tianbao.mjs")).href);
  const made = adapt(await load(read("pack.json"), { locale: "zh" }), workload);
  const data = { records: records("records"), ties: records("ties"), edits: editsOf(read("data/edits.csv"), workload), table: read("data/records.csv") };
  const { records: wrong, ties, edits, samples } = await prove({ peer: { typed: true } }, made, workload, data);
  assert.deepEqual({ wrong, ties, edits }, { wrong: 0, ties: 0, edits: 0 }, samples.join("\n"));
});
