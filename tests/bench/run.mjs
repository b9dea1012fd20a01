// Takes turns: every task runs for a moment, then the next one, many times over, so that what slows the machine slows all.

/** @typedef {import("./tasks.mjs").Task} Task */
/**
 * In µs an operation; cpu is the process's, of all its threads.
 * @typedef {{ median: number, p99: number, cpu?: number, blocks: number, size: number }} Figure
 */

const SLICE = 20;
/** Pages tell time in steps of 5 µs: a block of half a millisecond is told to one in a hundred. */
const BLOCK = 0.5;

/**
 * @param {Record<string, Task>} tasks
 * @param {number} budget ms for each
 * @param {() => number} [cpu] µs that the process has used
 * @returns {Promise<Record<string, Figure>>}
 */
export async function takeTurns(tasks, budget, cpu) {
  const runs = [];
  for (const [name, task] of Object.entries(tasks))
    runs.push({
      name,
      task,
      size: await sizeOf(task, Math.min(100, budget / 10)),
      samples: /** @type {number[]} */ ([]),
      spent: 0,
      used: 0,
      ops: 0,
    });
  for (let left = runs; left.length > 0; left = left.filter(({ spent, samples }) => spent < budget || samples.length < 5)) {
    for (const run of left) await turn(run, cpu);
  }
  return Object.fromEntries(runs.map((run) => [run.name, figure(run, cpu)]));
}

/** Warms up, and finds how much of a task makes a block. @param {Task} task @param {number} warm ms for each size */
async function sizeOf(task, warm) {
  for (const size of task.sizes) {
    let least = Infinity;
    let count = 0;
    for (const until = performance.now() + warm; performance.now() < until || count < 2; count++) {
      await task.prepare(size);
      const begun = performance.now();
      const running = task.run();
      if (typeof running !== "number") await running;
      least = Math.min(least, performance.now() - begun);
    }
    if (least >= BLOCK) return size;
  }
  return task.sizes[task.sizes.length - 1];
}

/** @param {{ task: Task, size: number, samples: number[], spent: number, used: number, ops: number }} run @param {() => number} [cpu] */
async function turn(run, cpu) {
  const end = performance.now() + SLICE;
  do {
    await run.task.prepare(run.size);
    const before = cpu ? cpu() : 0;
    const begun = performance.now();
    let done = run.task.run();
    if (typeof done !== "number") done = await done;
    const took = performance.now() - begun;
    run.used += cpu ? cpu() - before : 0;
    run.spent += took;
    run.ops += done;
    run.samples.push((took * 1000) / done);
  } while (performance.now() < end);
}

/** @param {any} run @param {unknown} cpu @returns {Figure} */
function figure({ samples, used, ops, size }, cpu) {
  const sorted = samples.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  const at = (/** @type {number} */ part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { median: at(0.5), p99: at(0.99), blocks: sorted.length, size, ...(cpu ? { cpu: used / ops } : {}) };
}
