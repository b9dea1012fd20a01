// Calls from JavaScript with anything: the public functions, the glue below them, and the raw exports below that.
// Each call answers or throws an error that can be read; where wasm traps, the next instance answers as if nothing had been.
//
//   node tests/fuzz/boundary.mjs --calls 1000000 --seed 1     the last line is {calls, finds, mebibytes, …} as JSON
import { Chance } from "./chance.mjs";
import { Glue, Public, Raw } from "./doors.mjs";

/** Of every hundred calls, so many to each. */
const SHARES = { public: 50, glue: 35 };
/** What Node itself takes is in it. */
const MOST_MEBIBYTES = 256;
/** No call may take longer, in milliseconds: what one does is bounded, however long its texts are. */
const LONGEST = 1000;
const KEPT_FINDS = 20;

const argument = (/** @type {string} */ name, /** @type {number} */ usual) =>
  process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : usual;

const calls = argument("--calls", 10_000);
const chance = new Chance(argument("--seed", 1));
const doors = { public: await Public.open(chance), glue: await Glue.open(chance), raw: await Raw.open(chance) };
/** @type {string[]} */
const finds = [];
let mebibytes = 0;
/** @type {Record<string, number>} */
const tally = {};

for (let call = 0; call < calls; call++) {
  const dice = chance.below(100);
  const name = dice < SHARES.public ? "public" : dice < SHARES.public + SHARES.glue ? "glue" : "raw";
  const begun = performance.now();
  const { told, find } = await doors[name].call();
  const took = performance.now() - begun;
  tally[`${name}: ${told}`] = (tally[`${name}: ${told}`] ?? 0) + 1;
  if (find) report(call, find);
  if (took > LONGEST) report(call, `${name}: ${Math.round(took)} ms`);
  if (call % 1000 === 0) look(call);
}
look(calls);
console.log(JSON.stringify({ calls, finds: finds.length, mebibytes: Math.round(mebibytes), tally, found: finds.slice(0, KEPT_FINDS) }));

/** @param {number} call @param {string} what */
function report(call, what) {
  if (finds.length < KEPT_FINDS) console.error(`call ${call}: ${what}`);
  finds.push(`call ${call}: ${what}`);
}

/** @param {number} call */
function look(call) {
  const now = process.memoryUsage.rss() / 1048576;
  if (now > MOST_MEBIBYTES && mebibytes <= MOST_MEBIBYTES) report(call, `${Math.round(now)} MiB`);
  mebibytes = Math.max(mebibytes, now);
}
