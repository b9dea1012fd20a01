// Balance trees after de Jonge and van der Loo (Error localization as a mixed integer problem with the editrules package, 2014):
// a total splits into parts, each part again, until there are enough fields; then some fields, drawn at random, get another value.

/** @typedef {{ value: number, parts: number[] }} Node  a field, with the places of its parts */

/** @param {import("./chance.mjs").Chance} dice @param {number} count @returns {Node[]} the fields, each after the one it is a part of */
export function tree(dice, count) {
  /** @type {Node[]} */
  const nodes = [{ value: dice.between(1e3, 1e9), parts: [] }];
  while (nodes.length < count) {
    const leaves = nodes.filter((node) => node.parts.length === 0);
    const node = dice.pick(leaves);
    const room = count - nodes.length;
    const parts = room < 2 ? 1 : Math.min(room, dice.between(2, 4));
    let rest = node.value;
    for (let i = 0; i < parts; i++) {
      const value = i === parts - 1 ? rest : dice.between(0, rest);
      rest -= value;
      node.parts.push(nodes.length);
      nodes.push({ value, parts: [] });
    }
  }
  return nodes;
}

/** @param {Node[]} nodes */
export function packOf(nodes) {
  const id = (/** @type {number} */ place) => `x${place}`;
  const fields = nodes.map((_, place) => ({ id: id(place), label: id(place), type: "integer", min: 0 }));
  const rules = nodes
    .map(({ parts }, place) => ({ id: `R${place}`, severity: "mandatory", assert: `${id(place)} = ${parts.map(id).join(" + ")}`, message: "请核对。" }))
    .filter((_, place) => nodes[place].parts.length > 0);
  return JSON.stringify({ tianbao: 1, id: "tree", version: "1", title: "表", sections: [], fields, rules });
}

/** Other values at so many fields. @param {import("./chance.mjs").Chance} dice @param {Node[]} nodes @param {number} errors */
export function spoilt(dice, nodes, errors) {
  const values = nodes.map((node) => node.value);
  const places = nodes.map((_, place) => place);
  for (let i = 0; i < errors && places.length > 0; i++) {
    const [place] = places.splice(dice.between(0, places.length - 1), 1);
    values[place] = dice.between(0, 2 * values[0]);
  }
  return values;
}

/** Values that a changed field can take: one, or every value from one on. @typedef {{ cost: number, at: number, open: boolean }} Reach */

/**
 * The fewest fields to change so that every balance holds and nothing is below nought: worked out along the tree, from the leaves,
 * by another method than the engine's.
 * @param {Node[]} nodes @param {number[]} values
 */
export function fewestChanges(nodes, values) {
  /** @type {{ kept: number, changed: Reach[] }[]} */
  const known = [];
  for (let place = nodes.length - 1; place >= 0; place--) {
    const { parts } = nodes[place];
    if (parts.length === 0) {
      known[place] = { kept: 0, changed: [{ cost: 1, at: 0, open: true }] };
      continue;
    }
    let sums = [{ cost: 0, at: 0, open: false }];
    for (const part of parts) {
      const ways = [{ cost: known[part].kept, at: values[part], open: false }].concat(known[part].changed);
      sums = lean(sums.flatMap((sum) => ways.map((way) => joined(sum, way))));
    }
    const fits = sums.filter((sum) => (sum.open ? sum.at <= values[place] : sum.at === values[place]));
    known[place] = {
      kept: Math.min(...fits.map((sum) => sum.cost)),
      changed: sums.map((sum) => ({ ...sum, cost: sum.cost + 1 })),
    };
  }
  return Math.min(known[0].kept, ...known[0].changed.map((way) => way.cost));
}

/** @param {Reach} one @param {Reach} other @returns {Reach} */
function joined(one, other) {
  return { cost: one.cost + other.cost, at: one.at + other.at, open: one.open || other.open };
}

/** Without what another way does at no greater cost. @param {Reach[]} ways */
function lean(ways) {
  const sorted = ways.filter((way) => way.cost < Infinity).sort((a, b) => a.cost - b.cost || Number(b.open) - Number(a.open) || a.at - b.at);
  /** @type {Reach[]} */
  const kept = [];
  for (const way of sorted) {
    const covered = kept.some((other) => (other.open ? other.at <= way.at : !way.open && other.at === way.at));
    if (!covered) kept.push(way);
  }
  return kept;
}
