// Which figure stands where: by section, last period's beside this one's, shares that follow each other as one whole.

import { keysOf } from "../../list.js";

/** @typedef {import("../../types/inner").Pack} Pack */
/** @typedef {Pack["metrics"][number]} Metric */
/** @typedef {Pack["rules"][number]} Rule */
/** @typedef {{ metric: Metric, last?: Metric, change?: Metric }} Figure */
/** @typedef {{ bar: boolean, figures: Figure[] }} Block  bar: shares, drawn as one */
/** @typedef {{ id: string, label: string, sums: Rule[], blocks: Block[] }} Section */

/** @param {Pack} pack @param {string} other what has no section stands under this @returns {Section[]} */
export function layout(pack, other) {
  const figures = figuresOf(pack.metrics);
  const sectionOf = new Map(pack.fields.map(({ id, section }) => /** @type {[string, string]} */ ([id, section || ""])));
  const sums = pack.rules.filter(({ sum }) => !!sum);
  return pack.sections.map(({ id, label }) => ({ id, label })).concat({ id: "", label: other })
    .map(({ id, label }) => ({
      id,
      label,
      sums: sums.filter(({ sum }) => sum && sectionOf.get(sum.total) === id),
      blocks: blocksOf(figures.filter(({ metric }) => (metric.section || "") === id)),
    }))
    .filter((section) => section.sums.length + section.blocks.length > 0);
}

/** @param {readonly Metric[]} metrics @returns {Figure[]} */
function figuresOf(metrics) {
  /** @type {Map<string, Figure>} */
  const figures = new Map(metrics.map((metric) => /** @type {[string, Figure]} */ ([metric.id, { metric }])));
  metrics.forEach((metric) => {
    const { lastOf = "", changeOf = "" } = metric;
    const whose = figures.get(lastOf) || figures.get(changeOf);
    if (!whose || whose.metric === metric) return;
    if (whose.metric.id === lastOf) whose.last = metric;
    else whose.change = metric;
    figures.delete(metric.id);
  });
  return keysOf(figures).map((id) => /** @type {Figure} */ (figures.get(id)));
}

/** @param {Figure[]} figures @returns {Block[]} */
function blocksOf(figures) {
  /** @type {Block[]} */
  const blocks = [];
  figures.forEach((figure) => {
    const bar = figure.metric.picture === "share";
    const before = blocks[blocks.length - 1];
    if (before && before.bar === bar) before.figures.push(figure);
    else blocks.push({ bar, figures: [figure] });
  });
  return blocks;
}
