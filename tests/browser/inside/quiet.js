// A person who fills a report in no order at all: typing with slips, pasting, composing, leaving halfway and coming back. Notes
// every flag that stands at a field before that field was left once. Runs inside a page.

/** @typedef {HTMLInputElement | HTMLSelectElement} Input */
/** @typedef {{ field: string, element: Input }} Question */
/** @typedef {{ premature: string[], flagged: number, keys: number, open: number }} Found */

/** Small, and the same everywhere. @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const pause = () => new Promise((done) => setTimeout(done, 0));
const attached = () => /** @type {any} */ (window).Tianbao.attached[0];
/** The input's own way to be set, around what a framework put over it. */
const setters = [HTMLInputElement, HTMLSelectElement].map((one) => Object.getOwnPropertyDescriptor(one.prototype, "value")?.set);

/**
 * @param {Record<string, string>[]} samples values that agree
 * @param {number} rounds
 * @param {number} seed
 * @returns {Promise<Found>}
 */
export async function fills(samples, rounds, seed) {
  const chance = random(seed);
  const form = /** @type {HTMLFormElement} */ (document.querySelector("#report"));
  /** @type {Found} */
  const found = { premature: [], flagged: 0, keys: 0, open: 0 };
  for (let round = 0; round < rounds; round += 1) {
    form.reset();
    await pause();
    await pause();
    const person = makePerson(form, chance, found, `seed ${seed}, round ${round}`);
    await person.fill(samples[Math.floor(chance() * samples.length)]);
    found.open += attached().report().findings.filter((/** @type {any} */ one) => one.severity === "mandatory").length;
  }
  return found;
}

/** @param {HTMLFormElement} form @param {() => number} chance @param {Found} found @param {string} where */
function makePerson(form, chance, found, where) {
  /** @type {Question[]} */
  const questions = attached().bindings.map((/** @type {any} */ { field, element }) => ({ field, element }));
  const fieldOf = new Map(questions.map(({ field, element }) => [nameOf(element), field]));
  const left = new Set();
  const eye = new MutationObserver(() => undefined);
  eye.observe(form, { subtree: true, attributes: true, attributeFilter: ["aria-invalid", "aria-describedby"] });
  const pick = (/** @type {any} */ many) => many[Math.floor(chance() * many.length)];

  /** After each single event: what is marked now, at a field that was not left yet? @param {string} what */
  function check(what) {
    eye.takeRecords().map(({ target }) => /** @type {Input} */ (target)).filter(isFlagged).forEach((element) => {
      found.flagged += 1;
      const field = fieldOf.get(nameOf(element)) || "?";
      if (!left.has(field)) found.premature.push(`${where}: ${field} at ${what}`);
    });
  }

  /** @param {Input} element @param {string} type @param {any} [init] @param {any} [Kind] */
  function event(element, type, init = {}, Kind = Event) {
    element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, composed: true, ...init }));
    check(type);
  }

  /** @param {Input} element @param {string} text @param {any} [init] */
  function type(element, text, init = {}) {
    found.keys += 1;
    const last = text.slice(-1);
    if (!init.isComposing) event(element, "keydown", { key: last }, KeyboardEvent);
    setters[element instanceof HTMLSelectElement ? 1 : 0]?.call(element, text);
    event(element, "input", { data: last, inputType: "insertText", ...init }, InputEvent);
  }

  /** Key by key, with slips that are taken back. @param {Input} element @param {string} text */
  function byKeys(element, text) {
    for (let at = 1; at <= text.length; at += 1) {
      if (chance() < 0.15) type(element, text.slice(0, at - 1) + pick("0123456789-.a"));
      if (chance() < 0.05) type(element, "");
      type(element, text.slice(0, at));
    }
  }

  /** Through an input method: letters first, then what they stand for. @param {Input} element @param {string} text */
  function composed(element, text) {
    event(element, "compositionstart", {}, CompositionEvent);
    for (const letters of ["s", "sh", "shi"]) type(element, letters, { isComposing: true, inputType: "insertCompositionText" });
    type(element, text, { isComposing: true, inputType: "insertCompositionText" });
    event(element, "compositionend", { data: text }, CompositionEvent);
  }

  /** @param {Input} element @param {string} text */
  function write(element, text) {
    const way = chance();
    if (way < 0.7) byKeys(element, text);
    else if (way < 0.85) type(element, text, { inputType: "insertFromPaste" });
    else composed(element, text);
  }

  /** @param {Input} element @param {string} value */
  function choose(element, value) {
    const wanted = /^(true|是|有)$/.test(value) ? "是" : "否";
    const buttons = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`[name="${element.name}"]`)]);
    const button = buttons.filter((one) => one.value === wanted)[0];
    button.focus();
    check("focus");
    button.click();
    check("click");
    leave(button);
  }

  /** @param {Input} element */
  function leave(element) {
    const field = fieldOf.get(nameOf(element)) || "";
    // From the moment in which the focus goes it counts as left.
    left.add(field);
    if (element.type !== "radio") event(element, "change");
    element.blur();
    check("blur");
  }

  /** @param {Question} question @param {string} value */
  async function visit({ element }, value) {
    if (element.type === "radio") return value === "" ? undefined : choose(element, value);
    element.focus();
    check("focus");
    if (chance() < 0.1) await pause();
    if (element instanceof HTMLSelectElement) {
      const wanted = [...element.options].filter((one) => one.value === value || one.text === value)[0];
      setters[1]?.call(element, wanted ? wanted.value : "");
      event(element, "input");
    } else write(element, value);
    if (chance() < 0.1) await pause();
    leave(element);
  }

  return {
    /** @param {Record<string, string>} values */
    async fill(values) {
      const order = shuffled(questions, chance);
      for (const question of order) {
        const value = values[question.field] ?? "";
        // Now and then a field is passed through, or left with half of its figure.
        if (chance() < 0.1) await visit(question, "");
        else if (chance() < 0.05 && value.length > 1) await visit(question, value.slice(0, -1));
        await visit(question, value);
      }
      eye.disconnect();
    },
  };
}

/** The buttons of a group are one question. @param {Input} element */
const nameOf = (element) => element.name;

/** Flagged by us: what the portal says of its own inputs is its own. @param {Input} element */
function isFlagged(element) {
  return element.getAttribute("aria-invalid") === "true" || /tianbao-said/.test(element.getAttribute("aria-describedby") || "");
}

/** @template T @param {T[]} many @param {() => number} chance @returns {T[]} */
function shuffled(many, chance) {
  const all = many.slice();
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}
