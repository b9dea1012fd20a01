// Inside the page: the engine stops at one crossing after the other, and must answer all the same.

/**
 * What is called, each on a form that is filled in and has its reasons. What an operation returns is its answer.
 * @typedef {{ pack: any, session: any, task: any }} Scene
 * @type {Record<string, (scene: Scene) => any>}
 */
const OPERATIONS = {
  load: ({ task }) => window.Tianbao.load(task.text).then(({ fields, metrics, rules, title }) => ({ fields, metrics, rules, title })),
  open: ({ pack, task }) => pack.open({ values: task.values, prior: task.prior }).report(),
  set: ({ session, task }) => session.set(...task.edit),
  setMany: ({ session, task }) => session.setMany(task.edits),
  report: ({ session }) => session.report(),
  explain: ({ session, task }) => task.ids.map((/** @type {string} */ id) => session.explain(id)),
  justify: ({ session, task }) => session.justify(...task.another),
  refuse: ({ session, task }) => codeOf(() => session.justify(task.another[0], "无")),
  check: ({ pack, task }) => pack.check && pack.check(task.table),
  free: ({ session }) => void session.free(),
};

/** @param {() => unknown} call */
function codeOf(call) {
  try {
    call();
    return "taken";
  } catch (error) {
    return /** @type {any} */ (error).code;
  }
}

/**
 * Every operation with a fault at (about) `most` of its crossings: all where there are fewer.
 * @param {{ task: any, most: number }} order
 * @returns {Promise<{ operation: string, at: string, asked: number, wrong: string, ms: number, spare: number }[]>}
 *   asked: how often, until it answered; ms: from the call to the answer; spare: until another engine stood ready
 */
export async function sweep({ task, most }) {
  const pack = await window.Tianbao.load(task.text);
  const bystander = fill(pack, task);
  const seen = JSON.stringify(bystander.report());
  await spareReady();
  const results = [];
  for (const operation of Object.keys(OPERATIONS)) {
    const control = await calm(operation, pack, task);
    for (const at of chosen(control.crossings, most)) {
      const one = await strike(operation, at, control, pack, task);
      if (!one.wrong && JSON.stringify(bystander.report()) !== seen) one.wrong = "another form lost something";
      results.push(one);
      // Where engines stop faster than the browser collects them, it runs out of room for more.
      if (results.length % 25 === 0) await window.collect();
    }
  }
  return results;
}

/** @param {any} pack @param {any} task */
function fill(pack, task) {
  const session = pack.open({ values: task.values, prior: task.prior });
  task.reasons.forEach((/** @type {[string, string]} */ [rule, reason]) => session.justify(rule, reason));
  return session;
}

/** The operation without a fault: what it answers, what the form then says, where it goes in and out. @param {string} operation @param {any} pack @param {any} task */
async function calm(operation, pack, task) {
  const session = fill(pack, task);
  window.faults.watch();
  const answer = await attempt(operation, { pack, session, task });
  const crossings = window.faults.seen();
  return { answer, crossings, after: operation === "free" ? "" : JSON.stringify(session.report()) };
}

/** Each kind of crossing once, and of the rest as many as wanted. @param {string[]} crossings @param {number} most */
function chosen(crossings, most) {
  const first = new Set(new Map(crossings.map((name, at) => /** @type {[string, number]} */ ([name, at])).reverse()).values());
  const step = Math.max(1, Math.ceil(crossings.length / most));
  return crossings.map((_, at) => at).filter((at) => first.has(at) || at % step === 0);
}

/**
 * @param {string} operation
 * @param {number} at
 * @param {{ answer: string, crossings: string[], after: string }} control
 * @param {any} pack
 * @param {any} task
 */
async function strike(operation, at, control, pack, task) {
  const scene = { pack, session: fill(pack, task), task };
  const before = window.faults.instances;
  window.faults.arm(at);
  const begun = performance.now();
  const first = await attempt(operation, scene);
  const answer = first.startsWith("threw") ? await attempt(operation, scene) : first;
  const ms = performance.now() - begun;
  const after = operation === "free" ? "" : await attempt("report", scene);
  const fired = window.faults.fired;
  window.faults.arm(-1);
  // A form that is let go needs no other engine, so none need come.
  const renewed = operation === "free" || (await until(() => window.faults.instances > before));
  const spare = performance.now() - begun;
  if (operation !== "free") scene.session.free();
  // A form that was let go has nothing to lose.
  const wrong = fired === "" ? "the fault did not come up" : !renewed ? "no new engine came" : operation === "free" ? "" : difference({ answer, after }, control);
  return { operation, at: fired, asked: first === answer ? 1 : 2, wrong, ms, spare };
}

/** @param {{ answer: string, after: string }} now @param {{ answer: string, after: string }} control */
function difference(now, control) {
  if (now.answer !== control.answer) return `answered ${now.answer.slice(0, 200)}`;
  return now.after === control.after ? "" : "the form lost something";
}

/** @param {string} operation @param {Scene} scene */
async function attempt(operation, scene) {
  try {
    const answer = JSON.stringify(await OPERATIONS[operation](scene));
    return operation === "free" ? "" : String(answer);
  } catch (error) {
    return `threw ${error}`;
  }
}

/** A second engine stands ready. */
export const spareReady = () => until(() => window.faults.instances >= 2);

/** @param {() => boolean} holds */
export async function until(holds) {
  for (const begun = performance.now(); !holds(); await new Promise((done) => setTimeout(done))) {
    if (performance.now() - begun > 5000) return false;
  }
  return true;
}
