// One program with every mutant in it. A mutant that does not compile that way is left out, and so is one in a function that
// must be constant: those are few, and cargo-mutants builds them one by one.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { cache, root } from "../../www/tool/places.mjs";
import { Refusal, run } from "../../www/tool/say.mjs";
import { switched } from "./switches.mjs";

/** @typedef {import("./switches.mjs").Mutant} Mutant */
/** @typedef {{ file_name: string, byte_start: number, byte_end: number, expansion?: { span: Span } }} Span */
/** @typedef {{ level: string, message: string, rendered: string, spans: Span[] }} Complaint */

/** Rounds of leaving out: types are looked at after names, lifetimes after types. */
const ROUNDS = 12;

const SWITCH = `
/// Is this the mutant that was asked for?
pub fn mutant(id: u32) -> bool {
    static ASKED: std::sync::LazyLock<Option<u32>> = std::sync::LazyLock::new(|| std::env::var("MUTANT").ok()?.parse().ok());
    *ASKED == Some(id)
}
`;

/**
 * @param {string} folder a tree of tree.mjs, whose sources are changed
 * @param {Mutant[]} mutants
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ inside: Mutant[], outside: Mutant[], programs: Map<string, string> }>} programs: test → its file
 */
export async function buildWithAll(folder, mutants, env) {
  const originals = new Map([...new Set(mutants.map(({ file }) => file))].map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  const operands = await operandsOf(folder, [...originals.keys()], env);
  appendFileSync(join(folder, "src", "lib.rs"), SWITCH);
  let inside = mutants;
  const constants = new Set();
  for (let round = 0; round < ROUNDS; round += 1) {
    const written = writeAll(folder, originals, operands, inside, constants);
    inside = inside.filter(({ id }) => written.some(({ regions }) => regions.some((region) => region.id === id)));
    const { complaints, programs } = compile(folder, env);
    if (complaints.length === 0) return { inside, outside: mutants.filter((one) => !inside.includes(one)), programs };
    const out = blamed(complaints, written, inside, constants);
    inside = inside.filter(({ id }) => !out.has(id));
  }
  throw new Refusal("The program with all mutants does not come to compile.");
}

/** @param {string} folder @param {string[]} files @param {NodeJS.ProcessEnv} env */
async function operandsOf(folder, files, env) {
  const manifest = join(root, "tests", "prove", "operands", "Cargo.toml");
  const args = ["run", "--quiet", "--manifest-path", manifest, "--target-dir", join(cache, "operands"), "--", ...files];
  const printed = await run("cargo", args, { cwd: folder, env, label: "operands" });
  const sections = printed.split(/^file /m).slice(1).map((section) => section.trimEnd().split("\n"));
  return new Map(sections.map(([name, ...lines]) => [name, lines.map((line) => line.trim().split(" "))]));
}

/**
 * @param {string} folder
 * @param {Map<string, string>} originals
 * @param {Map<string, string[][]>} operands
 * @param {Mutant[]} mutants
 * @param {Set<string>} constants
 */
function writeAll(folder, originals, operands, mutants, constants) {
  return [...originals].map(([file, text]) => {
    const result = switched(text, operands.get(file) ?? [], mutants.filter((one) => one.file === file), constants);
    writeFileSync(join(folder, file), result.text);
    return { file, bytes: (/** @type {number} */ place) => Buffer.byteLength(result.text.slice(0, place)), ...result };
  });
}

/** @param {string} folder @param {NodeJS.ProcessEnv} env */
function compile(folder, env) {
  const args = ["test", "--no-run", "--tests", "--message-format=json"];
  const { stdout } = spawnSync("cargo", args, { cwd: folder, env, encoding: "utf8", maxBuffer: 1 << 30 });
  const messages = stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  /** @type {Complaint[]} */
  const complaints = messages.filter(({ message }) => message?.level === "error").map(({ message }) => message);
  const programs = new Map(messages.filter(({ executable }) => executable).map(({ target, executable }) => [target.name, executable]));
  return { complaints, programs };
}

/**
 * The mutants that the compiler's complaints lie in; functions that it wants constant are noted.
 * @param {Complaint[]} complaints
 * @param {ReturnType<typeof writeAll>} written
 * @param {Mutant[]} mutants
 * @param {Set<string>} constants
 */
function blamed(complaints, written, mutants, constants) {
  const out = new Set();
  for (const { message, spans, rendered } of complaints.filter((complaint) => complaint.spans.length > 0)) {
    const wanted = /cannot call non-const (?:\w+ )*`(?:.*::)?(\w+)(?:::<.*>)?`/.exec(message)?.[1];
    const lies = spans.flatMap((span) => regionsAt(span, written));
    if (wanted && lies.length === 0) constants.add(wanted);
    const near = lies.length > 0 || wanted ? lies : spans.flatMap((span) => neighbours(span, written, mutants));
    if (near.length === 0 && !wanted) throw new Refusal(rendered);
    for (const id of near) out.add(id);
  }
  return out;
}

/** @param {Span} span @param {ReturnType<typeof writeAll>} written */
function regionsAt(span, written) {
  const file = written.find(({ file: name }) => name === span.file_name);
  if (!file) return [];
  const inside = file.regions.filter(({ from, to }) => file.bytes(from) <= span.byte_start && span.byte_end <= file.bytes(to));
  return inside.map(({ id }) => id);
}

/**
 * A match that is no longer whole, or a body whose type differs from an early return's: what went into the same function in front
 * of the original.
 * @param {Span} span
 * @param {ReturnType<typeof writeAll>} written
 * @param {Mutant[]} mutants
 */
function neighbours(span, written, mutants) {
  const file = written.find(({ file: name }) => name === span.file_name);
  if (!file) return [];
  const away = (/** @type {{ from: number }} */ { from }) => Math.abs(file.bytes(from) - span.byte_start);
  const nearest = [...file.regions].sort((a, b) => away(a) - away(b))[0];
  const around = mutants.find(({ id }) => id === nearest?.id)?.function?.span.start.line;
  const mine = mutants.filter((one) => one.file === file.file && one.function?.span.start.line === around);
  return mine.filter(({ genre }) => genre === "FnValue" || genre === "MatchArm").map(({ id }) => id);
}
