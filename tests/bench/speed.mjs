// The figures of one realm, Node or a page: wrong answers first, then edits, whole checks and batches.
import { inputOf, prove } from "./prove.mjs";
import { takeTurns } from "./run.mjs";
import { editsOf, recordsOf } from "./workload.mjs";

/**
 * @typedef {object} Realm
 * @property {string[]} names of peers
 * @property {(name: string) => Promise<any>} load a peer's module
 * @property {(name: string) => Promise<any>} asset a file's bytes
 * @property {(name: string) => Promise<string>} text of a file of this folder
 * @property {() => number} [cpu] µs that the process has used
 * @property {string[]} kinds which figures
 * @property {number} budget ms for each peer and figure
 * @property {boolean} [quick] slow peers prove themselves on a part only
 * @property {(line: string) => void} say
 */

/** @param {Realm} realm */
export async function speed(realm) {
  const workload = JSON.parse(await realm.text("workload.json"));
  const data = await dataOf(realm, workload);
  const env = { pack: await realm.text("pack.json"), asset: realm.asset };
  /** @type {{ name: string, module: any, made: any }[]} */
  const peers = [];
  /** @type {Record<string, any>} */
  const wrong = {};
  for (const name of realm.names) {
    const module = await realm.load(name);
    const made = await module.make(workload, env);
    peers.push({ name, module, made });
    wrong[name] = await prove(module, made, workload, realm.quick && SLOW.includes(name) ? part(data) : data);
    const { records, ties, edits } = wrong[name];
    if (name.startsWith("tianbao") && records + ties + edits > 0) throw new Error(`Tianbao itself is wrong:\n${wrong[name].samples.join("\n")}`);
    realm.say(`${name}: ${records} + ${ties} records and ${edits} edits wrong`);
  }
  /** @type {Record<string, any>} */
  const figures = {};
  for (const kind of realm.kinds) {
    realm.say(kind);
    figures[kind] = await takeTurns(tasksOf(kind, peers, workload, data), realm.budget, realm.cpu);
  }
  return { wrong, figures };
}

const SLOW = ["surveyjs", "hyperformula", "async-validator"];
const part = (/** @type {import("./prove.mjs").Data} */ { records, ties, edits }) => ({
  records: records.slice(0, 100),
  ties: ties.slice(0, 20),
  edits: edits.slice(0, 100),
  table: "",
});

/** @param {Realm} realm @param {import("./workload.mjs").Workload} workload */
async function dataOf({ text }, workload) {
  const of = async (/** @type {string} */ name) => recordsOf(await text(`data/${name}.csv`), await text(`data/${name}.expected.csv`));
  return {
    records: await of("records"),
    ties: await of("ties"),
    edits: editsOf(await text("data/edits.csv"), workload),
    table: await text("data/records.csv"),
  };
}

/**
 * @param {string} kind
 * @param {{ name: string, module: any, made: any }[]} peers
 * @param {import("./workload.mjs").Workload} workload
 * @param {Awaited<ReturnType<typeof dataOf>>} data
 */
function tasksOf(kind, peers, workload, data) {
  const inputs = (/** @type {any} */ module) => data.records.map(({ typed }) => inputOf(module.peer, workload, typed));
  return Object.fromEntries(peers.flatMap(({ name, module, made }) => {
    const waits = Boolean(module.peer?.waits);
    if (kind === "edit") return [[name, module.editTask(made, inputs(module)[0], data.edits, waits)]];
    if (kind === "whole") return wholeTasks(name, module, made, inputs(module), waits);
    if (kind === "judge") return made.judge ? [[name, module.wholeTask(made.judge, inputs(module), waits)]] : [];
    return made.batch ? [[name, module.batchTask(made.batch, data.table)]] : [];
  }));
}

/** @param {string} name @param {any} module @param {any} made @param {any[]} records @param {boolean} waits */
function wholeTasks(name, module, made, records, waits) {
  const task = module.wholeTask(made.check, records, waits);
  if (!made.fresh) return [[name, task]];
  // A report may be made as it is read: one who reads all of it pays for all of it.
  const read = (/** @type {any} */ record) => {
    const report = made.check(record);
    module.readAll(report);
    return report;
  };
  return [
    [name, task],
    [`${name}:fresh`, module.wholeTask(made.fresh, records, waits)],
    [`${name}:read`, module.wholeTask(read, records, waits)],
  ];
}
