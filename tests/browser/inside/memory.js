// Inside the page: the engine's memory runs out at a certain size, in the middle of whatever asks for more.
import { until } from "./sweep.js";

const LONG = "填".repeat(80);
const MOST_MS = 5000;

/**
 * What asks for memory, again and again. What it returns is kept, so that nothing is freed meanwhile.
 * @type {Record<string, (scene: { pack: any, task: any, round: number, kept: any[] }) => any>}
 */
const HUNGER = {
  load: ({ task }) => window.Tianbao.load(task.text),
  open: ({ pack, task }) => pack.open({ values: task.values, prior: task.prior }),
  set: ({ pack, round, kept }) => {
    const session = round % pack.fields.length === 0 || kept.length === 0 ? pack.open() : kept[kept.length - 1];
    session.set(pack.fields[round % pack.fields.length].id, `${round} ${LONG}`);
    return session;
  },
  setMany: ({ pack, round }) => {
    const session = pack.open();
    session.setMany(Object.fromEntries(pack.fields.map(({ id }) => [id, `${round} ${LONG}`])));
    return session;
  },
  report: ({ pack, task }) => {
    const session = pack.open({ values: task.values });
    window.faults.fill();
    return [session, session.report()];
  },
  explain: ({ pack, task }) => {
    const session = pack.open({ values: task.values });
    window.faults.fill();
    return [session, task.ids.map((id) => session.explain(id))];
  },
  justify: ({ pack, task, round }) => {
    const session = pack.open({ values: task.values, prior: task.prior });
    session.justify(task.another[0], `${round} ${LONG.repeat(500)}`);
    return session;
  },
  check: ({ pack, task, round }) => pack.check && pack.check(task.table + task.table.slice(task.table.indexOf("\n") + 1).repeat(2 ** Math.min(round, 12))).length,
};

/**
 * @param {{ task: any, mib: number }} order
 * @returns {Promise<{ hunger: string, mib: number, ran: boolean, wrong: string, ms: number }[]>} ran: whether the memory did run out; ms: from then to the answer
 */
export async function starve({ task, mib }) {
  const results = [];
  for (const hunger of Object.keys(HUNGER)) {
    results.push(await starveBy(hunger, task, mib));
    await window.collect();
  }
  return results;
}

/** @param {string} hunger @param {any} task @param {number} mib */
async function starveBy(hunger, task, mib) {
  // The engine that the last one left may be full.
  const pack = await window.Tianbao.load(task.text).catch(() => window.Tianbao.load(task.text));
  const before = window.faults.real;
  await renew(pack, mib);
  const session = pack.open({ values: task.values, prior: task.prior });
  task.reasons.forEach(([rule, reason]) => session.justify(rule, reason));
  const seen = JSON.stringify(session.report());
  // The least memory may not even hold the pack and this one form.
  const full = window.faults.real > before;
  const { ms, wrong, ran } = full ? { ms: performance.now() - window.faults.stopped, wrong: "", ran: true } : await eat(hunger, mib, { pack, task });
  const now = text(() => session.report());
  return { hunger, mib, ran, ms, wrong: wrong || (now === seen ? "" : `the form lost something: ${now.slice(0, 200)}`) };
}

/** The engine of now gets that much memory, and the one after it all that there is. @param {any} pack @param {number} mib */
async function renew(pack, mib) {
  for (const limit of [mib, 0]) {
    const before = window.faults.instances;
    window.faults.limit = limit;
    window.faults.arm(0);
    text(() => pack.open().free());
    await until(() => window.faults.instances > before);
  }
  window.faults.arm(-1);
  window.faults.limit = 0;
}

/** @param {string} hunger @param {number} mib @param {{ pack: any, task: any }} scene */
async function eat(hunger, mib, scene) {
  const before = window.faults.real;
  const start = performance.now();
  const kept = nearlyFull(mib, scene);
  for (let round = 0; performance.now() - start < MOST_MS; round += 1) {
    const begun = performance.now();
    const wrong = await twice(async () => kept.push(await HUNGER[hunger]({ ...scene, round, kept })));
    const ms = performance.now() - (window.faults.real > before ? window.faults.stopped : begun);
    if (wrong || window.faults.real > before) return { ms, wrong, ran: window.faults.real > before };
    if (hunger === "check" && (!scene.pack.check || round > 13)) break;
  }
  return { ms: 0, wrong: "", ran: false };
}

/** Forms, as many as leave about a mebibyte. @param {number} mib @param {{ pack: any, task: any }} scene */
function nearlyFull(mib, { pack, task }) {
  const kept = [];
  for (const start = performance.now(); window.faults.bytes() < (mib - 1) * 1048576 && performance.now() - start < MOST_MS; ) kept.push(pack.open({ values: task.values }));
  return kept;
}

/** A load that fails may be asked for again. @param {() => Promise<unknown>} call */
async function twice(call) {
  const first = await tried(call);
  return first === "" ? "" : tried(call);
}

/** @param {() => Promise<unknown>} call */
async function tried(call) {
  try {
    await call();
    return "";
  } catch (error) {
    return String(error);
  }
}

/** @param {() => unknown} call */
function text(call) {
  try {
    return String(JSON.stringify(call()));
  } catch (error) {
    return `threw ${error}`;
  }
}
