// Inside the page: figures that nobody else has, typed while everything goes wrong; and all that the page has kept.
import { frames, ours } from "./rounds.js";
import { spareReady, until } from "./sweep.js";

/** All scripts are there, and a second engine. */
export async function ready() {
  await spareReady();
}

/** @param {string} name @param {string} text */
function type(name, text) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector(`[name=${name}]`));
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.blur();
}

/** @param {{ digits: string, words: string }} canary @returns {Promise<string>} what the page itself said meanwhile */
export async function sing({ digits, words }) {
  const attached = window.Tianbao.attached[0];
  type("labourForce", digits);
  type("empTotal", `${digits}人`);
  type("pay", `${digits}万元`);
  await frames();
  type("empTotal", "12");
  type("pay", words);
  attached.session.justify("low_rate", `${words}，${digits}`);
  ours(".tianbao-head")[0].click();
  await frames();
  const shown = JSON.stringify(attached.report()) + ours(".tianbao-panel")[0].textContent;
  press();
  await fail(attached, digits, words);
  await refuse(digits, words);
  window.dispatchEvent(new Event("pagehide"));
  window.dispatchEvent(new Event("beforeunload"));
  return shown;
}

/** A submission that is stopped. */
function press() {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("#report"));
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
}

/** The engine stops while it has the figures: once, and so often that it cannot answer. @param {any} attached @param {string} digits @param {string} words */
async function fail(attached, digits, words) {
  const before = window.faults.instances;
  window.faults.arm(0);
  type("empTotal", digits);
  await until(() => window.faults.instances > before);
  window.faults.arm(0);
  type("pay", `${words}${digits}`);
  window.faults.arm(0);
  type("empTotal", `${digits}${words}`);
  await until(() => window.faults.instances > before + 2);
  window.faults.arm(-1);
  press();
  [() => attached.session.set(digits, words), () => attached.session.explain("none"), () => attached.session.justify("low_rate", "")].forEach((call) => {
    try {
      call();
    } catch {
      // What it throws goes to the caller; what it writes to the console is looked at.
    }
  });
}

/** A form that is attached anew with a pack that cannot be used, while the figures stand in it. @param {string} digits @param {string} words */
async function refuse(digits, words) {
  window.Tianbao.attached[0].detach();
  type("labourForce", digits);
  for (const pack of [{ tianbao: 1, id: "x" }, "{", { tianbao: 1, id: "x", version: "1", title: "t", sections: [], fields: [{ id: "labour_force", label: "x", type: "integer", min: "y" }] }]) {
    await window.Tianbao.attach("#report", { pack }).catch(() => undefined);
  }
  type("pay", words);
  press();
  await frames();
}

/** @returns {Promise<Record<string, string>>} */
export async function kept() {
  const databases = indexedDB.databases ? await indexedDB.databases() : [];
  const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
  const outside = document.documentElement.cloneNode(true);
  return {
    localStorage: JSON.stringify({ ...localStorage }), sessionStorage: JSON.stringify({ ...sessionStorage }),
    cookie: document.cookie, title: document.title, name: window.name, location: location.href, historyState: JSON.stringify(history.state),
    databases: JSON.stringify(databases), caches: JSON.stringify(await caches.keys()), workers: String(workers.length),
    performance: JSON.stringify(performance.getEntries()), head: document.head.outerHTML.replace(/<script type="application\/json"[^]*?<\/script>/, ""),
    globals: Object.keys(window).filter((name) => typeof window[name] === "string").map((name) => `${name}=${window[name]}`).join("\n"),
    attributes: attributesOf(/** @type {Element} */ (outside)),
  };
}

/** What is written into the portal's own elements. @param {Element} root */
function attributesOf(root) {
  return Array.from(root.querySelectorAll("form, form *, html, body")).map((element) => element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`).join(" ")).join("\n");
}
