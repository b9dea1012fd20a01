// Which figure is wrong, on what is shipped: balance trees whose optimum is worked out along the tree, by another method.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { chance } from "./bench/repair/chance.mjs";
import { fewestChanges, packOf, spoilt, tree } from "./bench/repair/tree.mjs";
import { loadDist } from "./prove/driver.mjs";

/** @type {typeof import("../www/types/tianbao")} */
let tianbao;
before(async () => void (tianbao = await loadDist()));

for (const size of [2, 7, 30, 100]) {
  test(`of ${size} fields the fewest that can be changed are found, and with them everything holds`, async () => {
    const dice = chance(size);
    const nodes = tree(dice, size);
    const pack = await tianbao.load(packOf(nodes));
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
