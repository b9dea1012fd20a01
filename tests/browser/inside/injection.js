// Inside the page: a form whose pack has a hostile text in every slot, driven until each is shown.
import { frames, ours } from "./rounds.js";

const REASON = "本年六月起两家企业停产";

/** Words of the same number that do nothing. @param {string[]} texts */
const harmless = (texts) => texts.map((_, at) => `词${"甲乙丙丁戊己庚辛"[at % 8]}${at}`);

/** A template prints a brace for two. @param {string} text */
const sentence = (text) => text.replace(/[{}]/g, "$&$&");

/** @param {number} at */
const unit = (at) => `箱${String.fromCharCode(0x4e00 + at)}`;

/**
 * Every slot that takes text holds one; each text comes to each kind of slot where there is more than one of that kind.
 * @param {string[]} texts
 */
function packOf(texts) {
  const n = texts.length;
  /** @param {number} at */
  const both = (at) => ({ zh: texts[at % n], en: texts[at % n] });
  /** @param {number} at */
  const told = (at) => ({ zh: `${sentence(texts[at % n])} {n${at}}`, en: `${sentence(texts[at % n])} {n${at}}` });
  /** @template T @param {(text: string, at: number) => T} make */
  const each = (make) => texts.map(make);
  /** @param {number} at */
  const about = (at) => ({ note: both(at), source: both(at + 1) });
  return {
    tianbao: 1, id: "hostile", version: texts[0], title: both(0), ...about(0),
    words: { waiting: both(1), no_last: both(2), undefined: both(3) },
    reasons: { min_characters: 4, stock_phrases: texts, offers: each((_, at) => both(at)) },
    parameters: { goal: { label: both(4), value: "1" } },
    // A unit's own name is letters; what it is called in English is any text.
    units: each((text, at) => ({ unit: unit(at), en: text })),
    sections: each((_, at) => ({ id: `s${at}`, label: both(at) })),
    fields: each((text, at) => [
      { id: `n${at}`, label: both(at), aliases: [text], section: `s${at}`, unit: unit(at), type: "integer", not_applicable: [text], ...about(at) },
      { id: `t${at}`, label: both(at + 1), section: `s${at}`, type: "text", pattern: "^never$", ...about(at) },
      { id: `c${at}`, label: both(at + 2), type: "choice", choices: each((_, other) => ({ value: `v${other}`, label: both(other) })) },
      { id: `u${at}`, label: both(at + 3), type: "integer", required: true },
    ]).flat().concat({ id: "l0", label: both(5), unit: unit(0), type: "integer", last_of: "n0" }),
    metrics: each((_, at) => [
      { id: `m${at}`, label: both(at), section: `s${at}`, unit: unit(at), places: 0, formula: at === 0 ? "n0 - l0" : `n${at}`, ...about(at) },
      { id: `w${at}`, label: both(at + 1), section: `s${at}`, places: 0, formula: `u${at}`, ...about(at) },
      { id: `z${at}`, label: both(at + 2), places: 0, formula: `n${at} / (n${at} - n${at})` },
    ]).flat(),
    rules: each((_, at) => ["mandatory", "verify", "hint"].map((severity) => ({
      id: `${severity}${at}`, severity, family: both(at), assert: `n${at} > 100`, message: told(at), ...about(at),
    }))).flat(),
  };
}

/**
 * @param {string[][]} groups of texts; each group is one form
 * @returns {Promise<{ refused: string[], unseen: string[], changed: string, shown: number }[]>}
 */
export async function attack(groups) {
  const results = [];
  for (const texts of groups) {
    const { elements, ...rest } = await played(texts);
    results.push({ ...rest, changed: difference(await usual(texts), elements) });
  }
  return results;
}

/** The elements of a form of this size whose texts do nothing. @type {Map<number, string[]>} */
const controls = new Map();

/** @param {string[]} texts */
async function usual(texts) {
  const known = controls.get(texts.length) ?? (await played(harmless(texts))).elements;
  controls.set(texts.length, known);
  return known;
}

/** @param {string[]} wanted @param {string[]} found */
function difference(wanted, found) {
  const at = found.findIndex((line, at) => line !== wanted[at]);
  if (at < 0 && wanted.length === found.length) return "";
  return `${found[at]} instead of ${wanted[at]} (${found.length} elements, ${wanted.length} expected)`;
}

/** @param {string[]} texts */
async function played(texts) {
  /** @type {string[]} */
  const refused = [];
  const pack = await window.Tianbao.load(packOf(texts), { locale: "en" }).catch((error) => void refused.push(...error.diagnostics.map(({ path, message }) => `${path}: ${message}`)));
  if (!pack) return { refused, unseen: [], shown: 0, elements: [] };
  const form = formFor(texts);
  const attached = await window.Tianbao.attach(form, { pack, guard: "verify", locale: "en" });
  const unseen = await drive(texts, form, attached);
  const elements = elementsNow();
  // A number field may answer with something to choose, so this comes after the count.
  await typeAll(form, "n", (at) => texts[at]);
  await explainAll(attached);
  attached.detach();
  form.remove();
  return { refused, unseen: unseen.missing, shown: unseen.sought, elements };
}

/** @param {string[]} texts */
function formFor(texts) {
  const form = document.createElement("form");
  texts.forEach((_, at) => ["n", "t", "c", "u"].forEach((kind) => {
    const input = document.createElement("input");
    input.name = `${kind}${at}`;
    form.appendChild(input);
  }));
  document.body.appendChild(form);
  return form;
}

/** @param {string[]} texts @param {HTMLFormElement} form @param {any} attached */
async function drive(texts, form, attached) {
  await typeAll(form, "n", () => "5");
  await typeAll(form, "c", (at) => `${texts[at]}·`);
  await typeAll(form, "t", (at) => texts[at]);
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await frames();
  if (ours(".tianbao-panel.tianbao-folded").length > 0) ours(".tianbao-head")[0].click();
  // Each page of the panel is drawn when it is first opened.
  ours(".tianbao-tab").reverse().forEach((tab) => tab.click());
  ours(".tianbao-ask").forEach((toggle) => toggle.click());
  await frames();
  const offered = ours(".tianbao-offer").map(({ textContent }) => textContent);
  ours(".tianbao-item.tianbao-verify").forEach((item, at) => give(item, `${texts[at % texts.length]}${REASON}`));
  await frames();
  return seenOf(texts, attached, offered);
}

/** @param {HTMLFormElement} form @param {string} kind @param {(at: number) => string} text */
async function typeAll(form, kind, text) {
  Array.from(form.elements).filter((input) => /** @type {any} */ (input).name[0] === kind).forEach((input, at) => {
    const box = /** @type {HTMLInputElement} */ (input);
    box.focus();
    box.value = text(at);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.blur();
  });
  await frames();
}

/** @param {Element} item @param {string} reason */
function give(item, reason) {
  const area = /** @type {HTMLTextAreaElement} */ (item.querySelector("textarea"));
  area.value = reason;
  /** @type {HTMLElement} */ (item.querySelector(".tianbao-reason-save")).click();
}

/** What is told by the engine alone only must not run. @param {any} attached */
async function explainAll({ session, report }) {
  const { metrics, findings } = report();
  Object.keys(metrics).concat(findings.map(({ id }) => id).filter((id) => id.indexOf(":") < 0)).forEach((id) => session.explain(id));
  await frames();
}

/** Which texts stand where they should, as text. @param {string[]} texts @param {any} attached @param {(string | null)[]} offered */
function seenOf(texts, attached, offered) {
  /** @param {string} selector */
  const texted = (selector) => ours(selector).map(({ textContent }) => textContent);
  const { findings } = attached.report();
  const slots = {
    title: [ours(".tianbao-panel")[0].getAttribute("aria-label")],
    message: texted(".tianbao-message"),
    section: texted(".tianbao-title"),
    metric: texted(".tianbao-figure-name"),
    waiting: texted(".tianbao-figure-value"),
    no_last: texted(".tianbao-figure-value"),
    undefined: texted(".tianbao-figure-value"),
    unit: findings.filter(({ id }) => id.startsWith("hint")).map(({ message }) => message),
    offer: offered,
    choice: findings.filter(({ code }) => code === "choice").map(({ message }) => message),
    reason: texted(".tianbao-reason-given"),
    link: texted(".tianbao-link"),
    operand: texted(".tianbao-operand-name"),
    source: texted(".tianbao-told-words"),
    progress: texted(".tianbao-section-name"),
    described: Array.from(document.querySelectorAll(".tianbao-said")).map(({ textContent }) => textContent),
    finding: findings.map(({ message }) => message),
    label: findings.filter(({ code }) => code === "required").map(({ message }) => message),
  };
  const single = { title: [texts[0]], waiting: [texts[1 % texts.length]], no_last: [texts[2 % texts.length]], undefined: [texts[3 % texts.length]] };
  const sought = Object.entries(slots).flatMap(([slot, shown]) => (single[slot] ?? texts).map((/** @type {string} */ text) => ({ slot, text, shown })));
  const missing = sought.filter(({ slot, text, shown }) => !shown.some((one) => (one ?? "").includes(slot === "reason" ? entered(text) : text)));
  return { sought: sought.length, missing: missing.map(({ slot, text }) => `${slot}: ${JSON.stringify(text)}`) };
}

/** What a text area makes of a text. @param {string} text */
const entered = (text) => text.replace(/\r\n?/g, "\n");

/** Every element of the page and of ours, with the names of its attributes. */
function elementsNow() {
  const root = /** @type {Element} */ (document.querySelector(".tianbao-root"));
  const all = [...document.querySelectorAll("*"), ...(root.shadowRoot?.querySelectorAll("*") ?? [])];
  return all.map((element) => [element.nodeName, ...element.getAttributeNames().sort()].join(" "));
}
