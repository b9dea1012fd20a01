// One demo page in one browser, as a person goes through it: what is bound, what is stopped, what passes, what is sent.
import { pause } from "./user.mjs";
import { account, see } from "./eye.mjs";

/** @typedef {import("../browser/stack").Stack} Stack */
/** @typedef {import("../browser/stack").User} User */
/** @typedef {{ origin: string, posts: { url: string, type: string, body: string }[] }} Site */
/** @typedef {ReturnType<typeof import("./user.mjs").person>} Seat */
/** @typedef {ReturnType<typeof emptyRow>} Row */

const PATIENCE = 15_000;
/** How long nothing more may come after a submission was stopped. */
const SILENCE = 200;

/** @param {Stack} stack @param {string} kernel */
const emptyRow = (stack, kernel) => ({
  stack: stack.name, kernel, fields: Object.keys(stack.fields).length, bound: 0, wrong: 0, ways: Object.keys(stack.submit).length, stopped: 0,
  passes: Object.keys(stack.pass).length, passed: 0, same: 0, growth: 0, problems: 0, failures: /** @type {string[]} */ ([]),
});

/**
 * Runs everything; what is not as it should be stands in the row's failures.
 * @param {Stack} stack
 * @param {Seat} user
 * @param {Site} site
 */
export async function runStack(stack, user, site) {
  const row = emptyRow(stack, user.version);
  const visit = new Visit(stack, user, site);
  const step = async (/** @type {string} */ name, /** @type {() => Promise<unknown>} */ work) => {
    try {
      await work();
    } catch (error) {
      row.failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  };
  const before = user.problems.length;
  await step("plain", () => plainly(visit));
  await step("binding", () => binding(visit, row));
  await step("bad figures", () => stopping(visit, row));
  for (const way of Object.keys(stack.submit)) await step(`good figures, ${way}`, () => handingIn(visit, row, way));
  for (const way of Object.keys(stack.pass)) await step(`bad figures, ${way}`, () => passing(visit, row, way));
  await step("detach", () => detaching(visit));
  const problems = user.problems.slice(before);
  row.problems = problems.length;
  for (const problem of problems) row.failures.push(`console: ${problem}`);
  return row;
}

/** A browser that goes to one page again and again. */
export class Visit {
  /** @param {Stack} stack @param {Seat} user @param {Site} site */
  constructor(stack, user, site) {
    this.stack = stack;
    this.user = user;
    this.site = site;
    /** What each way hands in without us. @type {Record<string, string>} */
    this.plain = {};
    /** @type {number[]} */
    this.size = [];
    /** Whether the form stands there with good figures, not handed in yet. */
    this.filled = false;
  }

  /** The page with its form in view. @param {{ plain?: boolean }} [options] */
  async open({ plain = false } = {}) {
    const { stack, user, site } = this;
    this.filled = false;
    await user.goto(`${site.origin}${stack.page}${plain ? (stack.page.includes("?") ? "&plain" : "?plain") : ""}`);
    await stack.open(user);
    if (plain) return;
    await this.until("nothing was attached", () => see(user, "count"));
    await see(user, "blocked");
  }

  /** @param {string} field */
  async show(field) {
    const { stack, user } = this;
    if (!stack.show || (await see(user, "visible", stack.fields[field]))) return;
    await stack.show(user, field);
    // Panes slide.
    await user.spot(stack.fields[field]);
  }

  /** Types, field by field, and leaves the last one. @param {Record<string, string>} figures */
  async type(figures) {
    for (const [field, text] of Object.entries(figures)) {
      await this.show(field);
      await this.user.fill(this.stack.fields[field], text);
    }
    await this.user.press("Tab");
  }

  /**
   * The page with good figures.
   * @param {{ plain?: boolean, quick?: boolean }} [options] quick: most of them pasted
   */
  async fill({ plain, quick = false } = {}) {
    await this.open({ plain });
    let figures = this.stack.good;
    while (quick && Object.keys(figures).length > 0) figures = await this.paste(figures);
    await this.type(figures);
    await this.stands(this.stack.good);
  }

  /** Those that are in view; returns the others, less the first, which is typed. @param {Record<string, string>} figures */
  async paste(figures) {
    const { stack, user } = this;
    const [first] = Object.keys(figures);
    await this.show(first);
    await user.fill(stack.fields[first], figures[first]);
    const others = Object.entries(figures).filter(([field]) => field !== first);
    const there = await see(user, "texts", Object.fromEntries(others.map(([field]) => [field, stack.fields[field]])));
    await user.paste(Object.fromEntries(there.map((/** @type {string} */ field) => [stack.fields[field], figures[field]])));
    return Object.fromEntries(others.filter(([field]) => !there.includes(field)));
  }

  /** @param {Record<string, string>} figures */
  async stands(figures) {
    const fields = Object.fromEntries(Object.keys(figures).map((field) => [field, this.stack.fields[field]]));
    let wrong = "";
    await this.until(() => wrong, async () => {
      const values = await see(this.user, "values", fields);
      wrong = Object.keys(values).filter((field) => !alike(values[field], figures[field])).map((field) => `${field} shows ${values[field]}, typed ${figures[field]}`).join("; ");
      return wrong === "";
    });
  }

  /** @param {string | (() => string)} words what to say where it does not come true @param {() => Promise<unknown>} asked */
  async until(words, asked, patience = PATIENCE) {
    for (const end = Date.now() + patience; ; await pause(25)) {
      if (await asked()) return;
      if (Date.now() > end) throw new Error(typeof words === "string" ? words : words());
    }
  }

  /** What was handed in since then. @param {number} since */
  sent(since) {
    return this.stack.sent(this.site.posts.slice(since)).map(withoutBoundary);
  }
}

/** A choice is shown otherwise than it is typed. @param {string} shown @param {string} typed */
function alike(shown, typed) {
  const bare = shown.replace(/[,\s]/g, "");
  return bare === typed || (!!bare && Number(bare) === Number(typed)) || !/^[\d.]+$/.test(typed);
}

/** What a browser draws by lot between the parts of a body. @param {string} body */
function withoutBoundary(body) {
  const boundary = /^--(\S+)\r\n/.exec(body)?.[1];
  return boundary ? body.replaceAll(boundary, "boundary") : body;
}

/** The same hands until they are taken away. @param {User} user */
function borrowed(user) {
  let mine = true;
  const held = /** @type {any} */ ({ ...user });
  for (const [name, work] of Object.entries(user)) {
    if (typeof work !== "function") continue;
    held[name] = (/** @type {any[]} */ ...args) => {
      if (!mine) return Promise.reject(new Error("no longer asked"));
      return work(...args);
    };
  }
  // Waiting is asking again and again, so it has to end as well.
  held.waitFor = async (/** @type {any} */ code, /** @type {any[]} */ ...args) => {
    for (const end = Date.now() + PATIENCE; !(await held.evaluate(code, ...args).catch(() => false)); await pause(25)) {
      if (!mine) throw new Error("no longer asked");
      if (Date.now() > end) throw new Error(`still not true: ${code} ${JSON.stringify(args)}`);
    }
  };
  return { user: /** @type {User} */ (held), end: () => void (mine = false) };
}

/**
 * Goes one way out and sees what comes of it.
 * @param {Visit} visit
 * @param {string} name
 * @returns {Promise<{ outcome: "sent" | "stopped" | "nothing", bodies: string[] }>}
 */
async function attempt(visit, name) {
  const { user, site } = visit;
  const since = site.posts.length;
  const count = () => see(user, "blocked").catch(() => 0);
  const begun = await count();
  const hands = borrowed(user);
  let ended = false;
  /** @type {unknown} */
  let failure;
  const going = Promise.resolve(visit.stack.submit[name](hands.user)).catch((error) => (failure = error)).then(() => (ended = true));
  const came = async () => visit.sent(since).length > 0 || (await count()) > begun;
  for (const end = Date.now() + PATIENCE; !(await came()) && Date.now() < end && !(ended && failure); ) await pause(25);
  if (visit.sent(since).length === 0) {
    await pause(SILENCE);
    hands.end();
  }
  await going;
  await pause(SILENCE);
  const bodies = visit.sent(since);
  if (bodies.length > 0 && failure) throw failure;
  if (bodies.length > 0) return { outcome: "sent", bodies };
  if ((await count()) > begun) return { outcome: "stopped", bodies };
  if (failure) throw failure;
  return { outcome: "nothing", bodies };
}

/** Each way without us. @param {Visit} visit */
async function plainly(visit) {
  for (const [at, way] of Object.keys(visit.stack.submit).entries()) {
    await visit.fill({ plain: true, quick: at > 0 });
    if (visit.size.length === 0) visit.size = await measure(visit);
    const { outcome, bodies } = await attempt(visit, way);
    if (outcome !== "sent" || bodies.length !== 1) throw new Error(`${way}: ${outcome}, ${bodies.length} times, without us`);
    visit.plain[way] = bodies[0];
  }
}

/** The pane of the figures that contradict each other, and its last input. @param {Visit} visit */
async function measure(visit) {
  const [field] = Object.keys(visit.stack.bad);
  await visit.show(field);
  // What slides or fades does so for less than that.
  await pause(400);
  return see(visit.user, "size", visit.stack.fields[field]);
}

/** @param {number[]} one @param {number[]} other */
const growth = (one, other) => Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? value))));

/** @param {Visit} visit @param {Row} row */
async function binding(visit, row) {
  await visit.open();
  /** @type {Set<string>} */
  const right = new Set();
  /** @type {Set<string>} */
  const wrong = new Set();
  const look = async () => {
    const now = await see(visit.user, "bound", visit.stack.fields);
    for (const field of now.right) right.add(field);
    for (const binding of now.wrong) wrong.add(binding);
  };
  await look();
  for (const field of Object.keys(visit.stack.fields)) {
    if (right.has(field)) continue;
    await visit.show(field);
    await visit.until("", async () => (await look(), right.has(field)), right.size === 0 ? PATIENCE : 1500).catch(() => {});
  }
  row.bound = right.size;
  row.wrong = wrong.size;
  for (const binding of wrong) row.failures.push(`wrongly bound: ${binding}`);
  const missed = Object.keys(visit.stack.fields).filter((field) => !right.has(field));
  if (missed.length > 0) row.failures.push(`unbound: ${missed.join(", ")}`);
}

/** @param {Visit} visit @param {Row} row */
async function stopping(visit, row) {
  const { stack, user } = visit;
  const [field] = Object.keys(stack.bad);
  await visit.fill();
  const sizes = [await measure(visit)];
  await visit.type(stack.bad);
  await marked(visit, field);
  sizes.push(await measure(visit));
  for (const way of Object.keys(stack.submit)) {
    await visit.show(field);
    const before = await see(user, "values", stack.fields);
    const { outcome } = await attempt(visit, way).catch((error) => ({ outcome: error.message }));
    const after = await see(user, "values", stack.fields).catch(() => ({}));
    const changed = Object.keys(before).filter((id) => after[id] !== before[id]);
    if (outcome !== "stopped") row.failures.push(`bad figures, ${way}: ${outcome}`);
    else if (changed.length > 0) row.failures.push(`bad figures, ${way}: changed ${changed.map((id) => `${id} ${before[id]} to ${after[id]}`)}`);
    else row.stopped += 1;
    if (outcome === "sent") {
      await visit.fill({ quick: true });
      await visit.type(stack.bad);
    }
  }
  sizes.push(await measure(visit));
  row.growth = Math.max(...sizes.map((size) => growth(size, visit.size)));
  if (row.growth > 0) row.failures.push(`grown: ${JSON.stringify([visit.size, ...sizes])}`);
  await visit.type(Object.fromEntries(Object.keys(stack.bad).map((id) => [id, stack.good[id]])));
  await visit.stands(stack.good);
  visit.filled = true;
}

/** The finding is tied to the field, as a screen reader hears it. @param {Visit} visit @param {string} field */
async function marked(visit, field) {
  await visit.show(field);
  /** @type {{ invalid: string | null, text: string }} */
  let marks = { invalid: null, text: "" };
  await visit.until(() => `${field} is not marked: ${JSON.stringify(marks)}`, async () => {
    marks = await see(visit.user, "marks", visit.stack.fields[field]);
    return marks.invalid === "true" && marks.text !== "";
  });
}

/** @param {Visit} visit @param {Row} row @param {string} way */
async function handingIn(visit, row, way) {
  if (!visit.filled) await visit.fill({ quick: true });
  visit.filled = false;
  const { outcome, bodies } = await attempt(visit, way);
  if (outcome === "stopped") throw new Error(`stopped by ${(await see(visit.user, "open")).join(" ")}`);
  if (outcome !== "sent" || bodies.length !== 1) throw new Error(`${outcome}, ${bodies.length} times`);
  const plain = visit.plain[way];
  if (plain !== undefined && bodies[0] !== plain) throw new Error(`sent ${different(bodies[0], plain)}`);
  if (plain !== undefined) row.same += 1;
}

/** The first place where two texts part. @param {string} one @param {string} other */
function different(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `${JSON.stringify(one.slice(from, at + 60))} instead of ${JSON.stringify(other.slice(from, at + 60))}`;
}

/** @param {Visit} visit @param {Row} row @param {string} way */
async function passing(visit, row, way) {
  const { stack, user } = visit;
  await visit.open();
  const [field] = Object.keys(stack.bad);
  await visit.type({ labour_force: stack.good.labour_force, ...stack.bad });
  await marked(visit, field);
  const before = await see(user, "blocked");
  await stack.pass[way](user);
  // A page that has gone on counts anew.
  const after = await see(user, "blocked").catch(() => 0);
  if (after > before) throw new Error("was stopped");
  row.passed += 1;
}

/** @param {Visit} visit */
async function detaching(visit) {
  const { stack, user } = visit;
  const forget = await user.early?.(`(${account})()`);
  try {
    await visit.open();
    const [field] = Object.keys(stack.bad);
    await visit.type({ labour_force: stack.good.labour_force, ...stack.bad });
    await marked(visit, field);
    await see(user, "detach");
    await pause(SILENCE);
    const left = await see(user, "left");
    if (left.length > 0) throw new Error(`left behind: ${[...new Set(left)].join(", ")}`);
  } finally {
    await forget?.();
  }
}
