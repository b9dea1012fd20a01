// Which figure is wrong, on what is shipped: balance trees whose optimum is worked out along the tree, by another method; and the
// JavaScript engine held against the wasm that it was made from.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { root } from "../www/tool/places.mjs";
import { chance } from "./bench/repair/chance.mjs";
import { KINDS, pack as balances, record, slipped } from "./bench/repair/slips.mjs";
import { fewestChanges, packOf, spoilt, tree } from "./bench/repair/tree.mjs";
import { standIn } from "./harness/pageless.mjs";
import { loadDist } from "./prove/driver.mjs";

standIn();
/** @type {typeof import("../www/types/tianbao")} */
let tianbao;
before(async () => void (tianbao = await loadDist()));

/** @param {string} text @param {"wasm" | "js"} [engine] */
const load = (text, engine = "wasm") => tianbao.load(text, { engine, locale: "zh" });

for (const size of [2, 7, 30, 100]) {
  test(`of ${size} fields the fewest that can be changed are found, and with them everything holds`, async () => {
    const dice = chance(size);
    const nodes = tree(dice, size);
    const pack = await load(packOf(nodes));
    for (let errors = 1; errors <= Math.min(size, 8); errors++) {
      const values = Object.fromEntries(spoilt(dice, nodes, errors).map((value, place) => [`x${place}`, String(value)]));
      const least = fewestChanges(nodes, nodes.map((_, place) => Number(values[`x${place}`])));
      const session = pack.open({ values });
      const whole = session.repairs().filter((repair) => repair.proven && pack.open({ values: { ...values, ...repair.values } }).report().status === "clean");
      const fewest = Math.min(...whole.map((repair) => repair.fields.length));
      assert.equal(least === 0 ? 0 : fewest, least, JSON.stringify(values));
    }
  });
}

/** What is early, what is probably wrong and what is left for each field, as bytes. @param {import("../www/types/tianbao").Pack} pack @param {Record<string, string>} values */
function told(pack, values) {
  const session = pack.open({ values });
  const all = JSON.stringify([session.report().early, session.repairs(), pack.fields.map(({ id }) => session.range(id))]);
  session.free();
  return all;
}

/** @param {string} text @param {Record<string, string>[]} forms */
async function sameOfBoth(text, forms) {
  const [wasm, js] = await Promise.all([load(text), load(text, "js")]);
  for (const values of forms) assert.equal(told(js, values), told(wasm, values), JSON.stringify(values));
  assert.ok(forms.some((values) => told(js, values) !== told(js, {})));
}

test("both engines name the same slips in five balances, blanks among them", async () => {
  const dice = chance(12);
  const forms = Array.from({ length: 40 }, () => {
    const right = record(dice);
    const wrong = right.map((text) => (dice.between(0, 4) === 0 ? slipped(dice, text, dice.pick(KINDS)) : text));
    return Object.fromEntries(wrong.map((text, place) => [`x${place + 1}`, dice.between(0, 9) === 0 ? "" : text]));
  });
  await sameOfBoth(balances(), forms);
});

test("both engines say the same of a township's report with wrong and missing figures", async () => {
  const folder = join(root, "www", "packs", "rural-revitalization-township");
  const { submissions } = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8"));
  const dice = chance(13);
  const forms = Array.from({ length: 12 }, () => {
    const values = { ...submissions.plain.values };
    for (const id of Object.keys(values)) {
      if (dice.between(0, 15) === 0) values[id] = /^[0-9]+$/.test(values[id]) ? slipped(dice, values[id], dice.pick(KINDS)) : "";
    }
    return values;
  });
  await sameOfBoth(readFileSync(join(folder, "pack.json"), "utf8"), forms);
});

test("figures far beyond what a number of JavaScript holds stay exact", async () => {
  const field = (/** @type {string} */ id) => ({ id, label: id, type: "decimal", decimals: 2 });
  const rule = (/** @type {string} */ id, /** @type {string} */ assert) => ({ id, severity: "mandatory", assert, message: "请核对。" });
  const rules = [rule("B", "profit + cost = turnover"), rule("S", "cost >= 0.6 * turnover")];
  const text = JSON.stringify({ tianbao: 1, id: "p", version: "1", title: "表", sections: [], fields: ["profit", "cost", "turnover"].map(field), rules });
  const values = { profit: "75500000000000000000.25", cost: "12500000000000000000.5", turnover: "20000000000000000000.75" };
  const session = (await load(text)).open({ values });
  assert.deepEqual(session.repairs().map(({ values }) => values), [{ profit: "7500000000000000000.25" }]);
  await sameOfBoth(text, [values]);
});
