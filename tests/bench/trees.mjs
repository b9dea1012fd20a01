// What is known of a formula from its tree alone.

/** @typedef {import("./workload.mjs").Tree} Tree */
/** @typedef {import("./workload.mjs").Workload} Workload */

/** @param {Tree} tree @returns {Tree[]} every tree in it, itself included */
const all = (tree) => [tree, ...tree.slice(1).filter(Array.isArray).flatMap(all)];

/** The names whose value it needs: not those of which it only asks whether there is one. @param {Tree} tree @returns {string[]} */
export function operands(tree) {
  if (tree[0] === "ref") return [tree[1]];
  if (tree[0] === "present") return [];
  return [...new Set(tree.slice(1).filter(Array.isArray).flatMap(operands))];
}

/** @param {Tree} tree */
export const names = (tree) => [...new Set(all(tree).filter(([operator]) => operator === "ref").map(([, name]) => name))];

/** The names by which it divides. @param {Tree} tree @returns {string[]} */
export const divisors = (tree) => all(tree).filter(([operator]) => operator === "/").flatMap(([, , by]) => operands(by));

/** All names of a rule. @param {{ when?: Tree, assert: Tree }} rule */
export const ruleNames = ({ when, assert }) => [...new Set([...names(assert), ...(when ? names(when) : [])])];

/**
 * By field: the metrics and rules that depend on it, through other metrics too, in the order in which they are worked out.
 * @param {Workload} workload
 */
export function dependents({ fields, metrics, rules }) {
  return fields.map(({ id }) => {
    const touched = new Set([id]);
    const hit = (/** @type {string[]} */ used) => used.some((name) => touched.has(name));
    const later = metrics.flatMap((metric, i) => (hit(names(metric.formula)) ? (touched.add(metric.id), [i]) : []));
    return { metrics: later, rules: rules.flatMap((rule, i) => (hit(ruleNames(rule)) ? [i] : [])) };
  });
}
