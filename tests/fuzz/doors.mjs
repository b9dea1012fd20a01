// Three ways into the engine, from the outside inwards. Each calls one function with anything and says what came of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cache, dist } from "../../www/tool/places.mjs";

/** @typedef {import("./chance.mjs").Chance} Chance */
/** @typedef {{ told: string, find?: string }} Outcome */

const PACK = JSON.stringify({
  tianbao: 1, id: "p", version: "1", title: "t", sections: [],
  fields: [
    { id: "a", label: "甲", unit: "户", type: "integer", min: 0, required: true },
    { id: "b", label: "乙", unit: "户", type: "integer", last_of: "a" },
    { id: "t", label: "文", type: "text", pattern: "^(a|b)*$" },
    { id: "__proto__", label: "原", type: "decimal", not_applicable: ["无"] },
  ],
  metrics: [{ id: "m", label: "率", unit: "%", places: 2, formula: "b / a * 100%" }],
  rules: [{ id: "R", severity: "verify", assert: "b <= a", message: "乙 {b}，多于甲 {a}。" }],
});
const IDS = ["a", "b", "t", "__proto__", "m", "R"];
/** Parameters by which our own script says how long a text is. */
const SIZES = /^(bytes|words|count): number$/;
/** An instance that has grown beyond this is let go, as a page would. */
const LARGE = 64 * 1048576;
/** Words of JavaScript's own for what nobody has looked at. */
const UNCLEAR = /Cannot (read|set|destructure)|is not (a function|iterable|defined)/;

/** The text of a pack, changed in a place or two. @param {Chance} chance */
function spoiled(chance) {
  let text = PACK;
  for (let times = chance.below(3); times > 0; times--) {
    const at = chance.below(text.length);
    text = text.slice(0, at) + chance.text().slice(0, 9) + text.slice(at + chance.below(9));
  }
  return text;
}

/** @param {unknown} error */
function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /call stack/.test(error.message));
}

/** @param {unknown} error @returns {string} */
function nameOf(error) {
  if (error instanceof Error) return UNCLEAR.test(error.message) ? `unclear: ${error.message.slice(0, 60)}` : error.name;
  return Array.isArray(error) ? "diagnostics" : typeof error;
}

/** The functions of `dist/tianbao.mjs`: no trap may come out of them, and one form must stay right throughout. */
export class Public {
  /** @param {Chance} chance */
  static async open(chance) {
    const usual = globalThis.fetch;
    globalThis.fetch = (address, options) => (String(address).startsWith("file:") ? fromFile(String(address)) : usual(address, options));
    const tianbao = await import(join(dist, "tianbao.mjs"));
    const pack = await tianbao.load(PACK, { locale: "zh" });
    return new Public(chance, tianbao, pack);
  }

  /** @param {Chance} chance @param {any} tianbao @param {any} pack */
  constructor(chance, tianbao, pack) {
    this.chance = chance;
    this.tianbao = tianbao;
    this.pack = pack;
    this.form = pack.open({});
    this.control = pack.open({ values: { a: "12", b: "15" } });
    this.calls = 0;
  }

  /** @returns {Promise<Outcome>} */
  async call() {
    const [target, name] = this.chosen();
    const told = `${name} `;
    try {
      const answer = await target[name](...this.arguments(name));
      if (name === "open") this.form = answer;
      if (name === "free") this.form = this.pack.open({});
      return { told: `${told}answers`, find: this.untouched() };
    } catch (error) {
      if (isTrap(error)) return { told: `${told}traps`, find: `public ${name}: a trap reached the caller: ${error}` };
      const unclear = UNCLEAR.test(String(error)) ? `public ${name}: ${error}` : undefined;
      return { told: told + nameOf(error), find: unclear ?? this.untouched() };
    }
  }

  /** @returns {[any, string]} */
  chosen() {
    const functions = (/** @type {any} */ object) => Object.keys(object).filter((key) => typeof object[key] === "function");
    const dice = this.chance.below(10);
    if (dice === 0) return [this.tianbao, "load"];
    if (dice < 3) return [this.pack, this.chance.pick(functions(this.pack))];
    return [this.form, this.chance.pick(functions(this.form))];
  }

  /** @param {string} name */
  arguments(name) {
    const { chance } = this;
    const options = { locale: chance.anything() || "zh", other: chance.anything() };
    if (name === "load") return [chance.below(3) > 0 ? spoiled(chance) : json(chance), options];
    if (name === "setMany" && chance.below(2)) return [Object.fromEntries(IDS.slice(0, chance.below(5)).map((id) => [id, chance.text()]))];
    const present = chance.below(2) ? IDS.slice(0, 2) : undefined;
    if (name === "open" && chance.below(2)) return [{ values: { a: chance.text() }, prior: { a: chance.anything(0) }, present }];
    const first = chance.below(4) > 0 ? chance.pick(IDS) : chance.anything();
    return [first, chance.below(3) > 0 ? chance.text() : chance.anything()];
  }

  /** Every hundred calls, the form that nobody touched. */
  untouched() {
    if (++this.calls % 100) return undefined;
    const { fields, findings } = this.control.report();
    const isRight = fields.a.value === "12" && findings.some((/** @type {any} */ one) => one.code === "rule");
    return isRight ? undefined : "public: the other form has changed";
  }
}

/** Not an address: nothing is fetched here. @param {Chance} chance @returns {any} */
function json(chance) {
  const any = chance.anything();
  return typeof any === "string" ? `{${any}` : any;
}

/** @param {string} address @returns {Promise<any>} */
async function fromFile(address) {
  const bytes = readFileSync(fileURLToPath(address));
  return { ok: true, headers: { get: () => "" }, arrayBuffer: async () => bytes, text: async () => bytes.toString() };
}

/** What the glue and the raw exports share: an instance that is thrown away after a trap. */
class Inner {
  /** @param {Chance} chance */
  static async open(chance) {
    const { createGlue } = await import(join(cache, "glue.js"));
    const module = await WebAssembly.compile(readFileSync(join(cache, "tianbao_bg.wasm")));
    const { exports: letters } = JSON.parse(readFileSync(join(cache, "names.json"), "utf8"));
    return new this(chance, createGlue, module, letters, methods(readFileSync(join(cache, "glue.d.ts"), "utf8")));
  }

  /**
   * @param {Chance} chance
   * @param {() => any} createGlue
   * @param {WebAssembly.Module} module
   * @param {Record<string, string>} letters  the names of exports, shortened
   * @param {Method[]} methods
   */
  constructor(chance, createGlue, module, letters, methods) {
    this.chance = chance;
    this.letters = letters;
    this.methods = methods;
    this.createGlue = createGlue;
    this.module = module;
    this.renew();
  }

  renew() {
    this.glue = this.createGlue();
    const instance = new WebAssembly.Instance(this.module, this.glue.imports);
    this.exports = /** @type {Record<string, any>} */ (instance.exports);
    this.glue.start(instance.exports);
    this.pack = this.glue.WasmPack.load(PACK, "zh");
    this.form = this.pack.open({ values: [["a", "12"]] });
  }

  /** @returns {Promise<Outcome>} */
  async call() {
    const method = this.chance.pick(this.methods);
    try {
      this.run(method);
      const large = this.exports[this.letters.memory].buffer.byteLength > LARGE;
      if (large) this.renew();
      return { told: `${method.name} ${large ? "grows" : "answers"}` };
    } catch (error) {
      // A plain error thrown out of wasm has passed by its clean-up too.
      if (isTrap(error) || /recursive|unsafe aliasing/.test(String(error))) this.glue.retire();
      if (isTrap(error) || error instanceof Error) this.renew();
      return { told: `${method.name} ${isTrap(error) ? "traps" : nameOf(error)}` };
    }
  }

  /** @param {Method} _method */
  run(_method) {}
}

/** The classes that the generated glue makes: arguments of any type, but numbers where it hands numbers on as they are. */
export class Glue extends Inner {
  /** @param {Method} method */
  run(method) {
    const { chance } = this;
    const values = method.types.map((type) => this.argument(type, method));
    if (method.isStatic) return void this.glue[method.class][method.name](...values)?.free?.();
    const target = method.class === "WasmPack" ? this.pack : this.form;
    const answer = target[method.name](...values);
    if (answer && typeof answer.free === "function" && chance.below(2)) answer.free();
  }

  /** @param {string} type @param {Method} method */
  argument(type, method) {
    const { chance } = this;
    if (type === "number") return chance.below(3) ? chance.below(12) : chance.number();
    if (type === "size") return size(chance);
    if (type === "string" && method.name === "load" && chance.below(2)) return spoiled(chance);
    return chance.below(2) ? chance.pick([chance.text(), chance.pick(IDS)]) : chance.anything();
  }
}

/** The exports themselves, with texts of any bytes: what no text encoder would have written. */
export class Raw extends Inner {
  /** @param {Method} method */
  run(method) {
    const { chance, exports, letters } = this;
    const target = method.class === "WasmPack" ? this.pack : this.form;
    const values = method.isStatic ? [] : [target.__wbg_ptr];
    for (const type of method.types) {
      values.push(...(type === "string" ? this.bytes() : [type === "size" ? size(chance) : chance.number()]));
    }
    const call = exports[letters[`${method.class.toLowerCase()}_${method.name}`]];
    const answersInMemory = call.length > values.length;
    const stack = exports[letters.__wbindgen_add_to_stack_pointer];
    if (answersInMemory) values.unshift(stack(-16));
    call(...values);
    if (answersInMemory) stack(16);
    // What it gave out is never given back this way: a new instance now and then.
    if (chance.below(64) === 0) this.renew();
  }

  /** Any bytes where a text should be. */
  bytes() {
    const { chance, exports, letters } = this;
    const bytes = Buffer.from(chance.below(2) ? spoiled(chance) : chance.text());
    for (let times = chance.below(4); times > 0 && bytes.length > 0; times--) bytes[chance.below(bytes.length)] = chance.below(256);
    const place = exports[letters.__wbindgen_malloc](bytes.length, 1) >>> 0;
    new Uint8Array(exports[letters.memory].buffer).set(bytes, place);
    return [place, bytes.length];
  }
}

/** @param {Chance} chance */
function size(chance) {
  return chance.below(8) ? chance.below(40) : chance.below(1 << 20);
}

/** @typedef {{ class: string, name: string, isStatic: boolean, types: string[] }} Method */

/** Every method of the glue's classes, read from its types, so that a new one is called too. @param {string} text @returns {Method[]} */
function methods(text) {
  /** @type {Method[]} */
  const found = [];
  let inside = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("}")) inside = "";
    inside = /^declare class (\w+)/.exec(line)?.[1] ?? inside;
    const method = /^\s+(static )?(\w+)\((.*)\): /.exec(line);
    if (!inside || !method || method[2] === "free") continue;
    const types = method[3] ? method[3].split(", ").map((part) => (SIZES.test(part) ? "size" : part.split(": ")[1])) : [];
    found.push({ class: inside, name: method[2], isStatic: Boolean(method[1]), types });
  }
  return found;
}
