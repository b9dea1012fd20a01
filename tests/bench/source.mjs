// The workload as JavaScript that a careful hand would write: it is made from the trees so that no peer has slips of its own.
import { dependents, divisors, operands } from "./trees.mjs";

/** @typedef {import("./workload.mjs").Tree} Tree */
/** @typedef {import("./workload.mjs").Field} Field */
/** @typedef {import("./workload.mjs").Workload} Workload */

const SAME = /** @type {Record<string, string>} */ ({ "==": "===", "!=": "!==" });
const quoted = JSON.stringify;

/** On binary floats. @param {Tree} tree @param {(name: string) => string} name @returns {string} */
export function plain(tree, name) {
  const [operator, ...parts] = tree;
  const [a, b] = parts.map((part) => (Array.isArray(part) ? plain(part, name) : part));
  if (operator === "ref") return name(a);
  if (operator === "num" || operator === "bool") return String(a);
  if (operator === "str") return quoted(a);
  if (operator === "present") return `${a} !== null`;
  if (operator === "abs") return `Math.abs(${a})`;
  if (operator === "neg") return `(-${a})`;
  return `(${a} ${SAME[operator] ?? operator} ${b})`;
}

/** @param {string[]} parts */
const both = (parts) => parts.join(" && ");

/**
 * Where a rule's finding stands.
 * @param {Workload["rules"][number]} rule
 * @param {(name: string) => string} name
 * @param {typeof plain} write
 */
export function broken({ when, assert }, name, write = plain) {
  const needed = [...new Set([...(when ? operands(when) : []), ...operands(assert)])].map((id) => `${name(id)} !== null`);
  return both([...needed, ...(when ? [write(when, name)] : []), `!(${write(assert, name)})`]);
}

/** @param {Workload["metrics"][number]} metric @param {(name: string) => string} name @param {string} zero */
const missing = (metric, name, zero = "0") =>
  [
    ...operands(metric.formula).map((id) => `${name(id)} === null`),
    ...divisors(metric.formula).map((id) => `${name(id)} === ${zero}`),
  ].join(" || ");

/** @param {Workload["metrics"][number]} metric @param {(name: string) => string} name */
const computed = (metric, name) => `${missing(metric, name)} ? null : round(${plain(metric.formula, name)}, ${metric.places})`;

const HELPERS = `
const TEN = [1, 10, 100, 1000];
const round = (x, places) => (x < 0 ? -Math.round(-x * TEN[places]) : Math.round(x * TEN[places])) / TEN[places];
const fits = (x, places) => places === 0 ? Number.isInteger(x) : Math.abs(x * TEN[places] - Math.round(x * TEN[places])) < 1e-6;
const number = (x) => typeof x === "number" && Number.isFinite(x) ? x : null;
const text = (x) => typeof x === "string" && x !== "" ? x : null;
const flag = (x) => typeof x === "boolean" ? x : null;
`;
const READER = { number: "number", string: "text", enum: "text", boolean: "flag" };

/** The id of a field's first finding, or "". @param {Field} field @param {string} v */
function fieldCheck(field, v) {
  const tests = [[`${v} === null || ${v} === undefined || ${v} === ""`, field.required ? quoted(`${field.id}:required`) : '""']];
  const test = (/** @type {string} */ failed, /** @type {string} */ code) => tests.push([failed, quoted(`${field.id}:${code}`)]);
  if (field.type === "number") {
    test(`typeof ${v} !== "number"`, "not-a-number");
    test(`!fits(${v}, ${field.decimals})`, "decimals");
    test(`${v} < ${field.min}`, "min");
    test(`${v} > ${field.max}`, "max");
  }
  if (field.type === "boolean") test(`typeof ${v} !== "boolean"`, "choice");
  if (field.minLength !== undefined) test(`${v}.length < ${field.minLength} || ${v}.length > ${field.maxLength}`, "length");
  if (field.pattern) test(`!/${field.pattern}/.test(${v})`, "pattern");
  if (field.values) test(field.values.map((value) => `${v} !== ${quoted(value)}`).join(" && "), "choice");
  return tests.map(([failed, id]) => `${failed} ? ${id} : `).join("") + '""';
}

/** Whole check of a record. @param {Workload} workload */
export function plainSource({ fields, metrics, rules }) {
  const same = (/** @type {string} */ name) => name;
  return `${HELPERS}
let found = "";
export function checkFields(r, f) {
${fields.map((field) => `  if ((found = ${fieldCheck(field, `r.${field.id}`)}) !== "") f.push(found);`).join("\n")}
}
export function checkRules(r, f) {
${fields.map(({ id, type }) => `  const ${id} = ${READER[type]}(r.${id});`).join("\n")}
${metrics.map((metric) => `  const ${metric.id} = ${computed(metric, same)};`).join("\n")}
${rules.map((rule) => `  if (${broken(rule, same)}) f.push(${quoted(rule.id)});`).join("\n")}
  return [${metrics.map(({ id }) => id).join(", ")}];
}
`;
}

/** For each field what depends on it. @param {Workload} workload */
export function incrementalSource(workload) {
  const name = (/** @type {string} */ id) => `s.${id}`;
  const { fields, metrics, rules } = workload;
  const uses = dependents(workload);
  const list = (/** @type {string[]} */ lines) => `[\n${lines.map((line) => `  ${line},`).join("\n")}\n]`;
  return `${HELPERS}
export const FIELDS = ${list(fields.map(({ id, type }) => `{ id: ${quoted(id)}, read: ${READER[type]} }`))};
export const CHECKS = ${list(fields.map((field) => `(v) => ${fieldCheck(field, "v")}`))};
export const METRICS = ${list(metrics.map((metric) => `{ id: ${quoted(metric.id)}, of: (s) => ${computed(metric, name)} }`))};
export const RULES = ${list(rules.map((rule) => `{ id: ${quoted(rule.id)}, broken: (s) => ${broken(rule, name)} }`))};
export const METRICS_OF = ${JSON.stringify(uses.map((use) => use.metrics))};
export const RULES_OF = ${JSON.stringify(uses.map((use) => use.rules))};
export const blank = () => ({ ${[...fields, ...metrics].map(({ id }) => `${id}: null`).join(", ")} });
`;
}

/**
 * A fraction of two BigInts, as code; `fixed` is the second where it is known while writing.
 * @typedef {{ n: string, d: string, fixed?: bigint }} Fraction
 */

const SCALE = 1_000_000n;

/** @param {Tree} tree @param {(name: string) => Fraction} of @returns {Fraction} */
function fraction(tree, of) {
  const [operator, ...parts] = tree;
  if (operator === "ref") return of(parts[0]);
  if (operator === "num") return literal(parts[0]);
  const [a, b] = parts.map((part) => fraction(part, of));
  if (operator === "neg") return { ...a, n: /^\d/.test(a.n) ? `-${a.n}` : `(-${a.n})` };
  if (operator === "abs") return { ...a, n: `abs(${a.n})` };
  if (operator === "*") return over(product(a.n, b.n), a.fixed && b.fixed && a.fixed * b.fixed, product(a.d, b.d));
  if (operator === "/") return a.d === b.d ? over(a.n, undefined, b.n) : over(product(a.n, b.d), undefined, product(a.d, b.n));
  const [x, y, fixed] = alike(a, b);
  return over(`(${x} ${operator} ${y})`, fixed, product(a.d, b.d));
}

/** @param {string} n @param {bigint | undefined} fixed @param {string} d @returns {Fraction} */
const over = (n, fixed, d) => ({ n, d: fixed ? `${fixed}n` : d, fixed });

/** @param {string} text */
function literal(text) {
  const [whole, part = ""] = text.split(".");
  return over(`${BigInt(whole + part)}n`, 10n ** BigInt(part.length), "");
}

/** Both counted by the same. @param {Fraction} a @param {Fraction} b @returns {[string, string, bigint | undefined]} */
function alike(a, b) {
  const [p, q] = [a.fixed ?? 0n, b.fixed ?? 0n];
  if (p > 0n && p === q) return [a.n, b.n, p];
  if (p > 0n && q > 0n && p % q === 0n) return [a.n, times(b.n, p / q), p];
  if (p > 0n && q > 0n && q % p === 0n) return [times(a.n, q / p), b.n, q];
  return [product(a.n, b.d), product(b.n, a.d), p * q || undefined];
}

/** @param {string} x @param {string} y */
function product(x, y) {
  if (x === "1n") return y;
  return y === "1n" ? x : `${x} * ${y}`;
}

/** @param {string} n @param {bigint} by */
const times = (n, by) => (/^-?\d+n$/.test(n) ? `${BigInt(n.slice(0, -1)) * by}n` : product(n, `${by}n`));

/** How a condition on fractions is written. @param {(name: string) => Fraction} of */
function exact(of) {
  /** @type {typeof plain} */
  const condition = (tree, name) => {
    const [operator, a, b] = tree;
    if (operator === "&&" || operator === "||") return `(${condition(a, name)} ${operator} ${condition(b, name)})`;
    const plainly = operator === "present" || ["bool", "str"].includes(b?.[0]);
    if (plainly) return plain(tree, name);
    const [x, y] = alike(fraction(a, of), fraction(b, of));
    return `${x} ${SAME[operator] ?? operator} ${y}`;
  };
  return condition;
}

/** Whole check with fixed-point BigInts; a number has up to six decimals. @param {Workload} workload */
export function bigintSource({ fields, metrics, rules }) {
  const same = (/** @type {string} */ name) => name;
  const places = new Map(metrics.map((metric) => [metric.id, metric.places]));
  const of = (/** @type {string} */ id) => over(id, places.has(id) ? 10n ** BigInt(places.get(id) ?? 0) : SCALE, "");
  const rounded = (/** @type {Workload["metrics"][number]} */ metric) => {
    const { n, d, fixed } = fraction(metric.formula, of);
    const unit = 10n ** BigInt(metric.places);
    return fixed && fixed === unit ? n : `divide(${fixed && fixed % unit === 0n ? `${n}, ${fixed / unit}n` : `${times(n, unit)}, ${d}`})`;
  };
  const reader = { ...READER, number: "scaled" };
  return `${HELPERS}
const abs = (x) => x < 0n ? -x : x;
const scaled = (x) => typeof x === "number" && Number.isFinite(x) ? BigInt(Math.round(x * ${SCALE})) : null;
const divide = (n, d) => {
  if (d < 0n) { n = -n; d = -d; }
  return n < 0n ? -((-n * 2n + d) / (d * 2n)) : (n * 2n + d) / (d * 2n);
};
export function checkRules(r, f) {
${fields.filter(({ id }) => used(id, metrics, rules)).map(({ id, type }) => `  const ${id} = ${reader[type]}(r.${id});`).join("\n")}
${metrics.map((metric) => `  const ${metric.id} = ${missing(metric, same, "0n")} ? null : ${rounded(metric)};`).join("\n")}
${rules.map((rule) => `  if (${broken(rule, same, exact(of))}) f.push(${quoted(rule.id)});`).join("\n")}
  return [${metrics.map(({ id }) => id).join(", ")}];
}
`;
}

/** @param {string} id @param {Workload["metrics"]} metrics @param {Workload["rules"]} rules */
const used = (id, metrics, rules) => JSON.stringify([metrics, rules]).includes(`["ref",${quoted(id)}]`);
