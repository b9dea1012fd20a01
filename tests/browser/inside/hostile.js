// Inside the page: packs that nobody should write. Each loads or is refused; the page and the other forms go on.

/** @param {string} fields @param {string} [metrics] @param {string} [rules] */
const pack = (fields, metrics = "", rules = "") =>
  `{"tianbao":1,"id":"p","version":"1","title":"t","sections":[],"fields":[${fields}],"metrics":[${metrics}],"rules":[${rules}]}`;
/** @param {string} id */
const field = (id) => `{"id":${JSON.stringify(id)},"label":${JSON.stringify(id)},"type":"integer"}`;
/** @param {string} id @param {string} formula */
const metric = (id, formula) => `{"id":${JSON.stringify(id)},"label":${JSON.stringify(id)},"places":0,"formula":${JSON.stringify(formula)}}`;
/** @param {number} count @param {(at: number) => string} make */
const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join();

/** @type {Record<string, () => string>} */
const PACKS = {
  "brackets a mebibyte deep": () => `{"a":${"[".repeat(1 << 20)}`,
  "objects 100,000 deep": () => `${'{"a":'.repeat(1e5)}1${"}".repeat(1e5)}`,
  "50 MB of blanks": () => `{${" ".repeat(5e7)}}`,
  "parentheses 2,000 deep": () => pack(field("a"), metric("m", `${"(".repeat(2000)}a${")".repeat(2000)}`)),
  "IF nested 60 deep": () => pack(field("a"), metric("m", `${"IF(a>1,".repeat(60)}a${",a)".repeat(60)}`)),
  "a chain of 5,000 metrics": () => pack(field("a"), list(5000, (at) => metric(`m${at}`, at === 0 ? "a + 1" : `m${at - 1} + 1`))),
  "a circle of 1,000 metrics": () => pack(field("a"), list(1000, (at) => metric(`m${at}`, `m${(at + 1) % 1000} + a`))),
  "10,000 fields": () => pack(list(10_000, (at) => field(`f${at}`))),
  "repeats of repeats": () => pack('{"id":"a","label":"a","type":"text","pattern":"a{5}{5}{5}{5}{5}{5}"}'),
  "an exponent of a billion": () => pack('{"id":"a","label":"a","type":"integer","max":1e1000000000}'),
  "a name of a million characters": () => pack(field("a".repeat(900_000))),
  "lone surrogates": () => pack(field("a")).replace("\"t\"", "\"\ud800 \udc00\""),
  "a byte order mark": () => `\ufeff${pack(field("a"))}`,
  "a zero byte": () => `${pack(field("a"))}\u0000`,
  "ids of the language": () => pack(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length"].map(field).join(), metric("prototype", "__proto__ + constructor"),
    '{"id":"then","severity":"verify","assert":"__proto__ < 5","message":"{__proto__} {toString}"}'),
};

/** So many fields of each are filled in. */
const TYPED = 200;

/** @returns {Promise<{ name: string, outcome: string }[]>} */
export async function packs() {
  const results = [];
  for (const name of Object.keys(PACKS)) results.push({ name, outcome: await tried(PACKS[name]()) });
  return results;
}

/** @param {string} text */
async function tried(text) {
  const loaded = await window.Tianbao.load(text).catch((error) => error);
  if (loaded.diagnostics) return loaded.diagnostics.length > 0 ? "refused" : "refused without a reason";
  return loaded instanceof Error ? String(loaded) : used(loaded);
}

/** A form of such a pack, filled and read through names. @param {any} pack */
function used(pack) {
  const ids = pack.fields.map((/** @type {{ id: string }} */ { id }) => id);
  const session = pack.open({ values: valuesOf(ids, "7") });
  session.setMany(valuesOf(ids, "8"));
  const changes = session.set(ids[0], "9");
  const report = session.report();
  const lost = ids.slice(0, TYPED).filter((/** @type {string} */ id, /** @type {number} */ at) => !Object.hasOwn(report.fields, id) || report.fields[id].typed !== (at === 0 ? "9" : "8"));
  pack.metrics.concat(pack.rules).slice(0, 50).forEach((/** @type {{ id: string }} */ { id }) => session.explain(id));
  session.free();
  if ({}.constructor !== Object || "typed" in {}) return "a prototype was changed";
  return lost.length > 0 ? `lost: ${lost.slice(0, 5)}` : changes.fields.includes(ids[0]) ? "loads" : "the change was not told";
}

/** @param {string[]} ids @param {string} text */
function valuesOf(ids, text) {
  const values = Object.create(null);
  ids.slice(0, TYPED).forEach((id) => (values[id] = text));
  return values;
}

/**
 * A pack as its address gives it, without the time that the network takes.
 * @param {string} address
 * @returns {Promise<{ outcome: string, ms: number, openMs: number, bytes: number }>}
 */
export async function timed(address) {
  const text = await (await fetch(address)).text();
  window.fetch = /** @type {any} */ (() => Promise.resolve({ ok: true, text: () => Promise.resolve(text) }));
  await window.Tianbao.load(pack(field("a")));
  const begun = performance.now();
  const loaded = await window.Tianbao.load(address).catch((error) => error);
  const ms = performance.now() - begun;
  const bytes = window.faults.bytes();
  const code = loaded.diagnostics ? loaded.diagnostics[0].code : loaded instanceof Error ? String(loaded) : "loads";
  return { outcome: code, ms, bytes, openMs: code === "loads" ? opened(loaded) : 0 };
}

/** @param {any} pack */
function opened(pack) {
  const begun = performance.now();
  pack.open().report();
  return performance.now() - begun;
}
