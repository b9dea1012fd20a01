// The portal's own script: language, the sample buttons, and what happens when the form is handed in.

/** @typedef {{ name: string, status: string, values: Record<string, string> }} Sample */

const english = new URLSearchParams(location.search).get("lang") === "en";
const report = /** @type {HTMLFormElement} */ (document.getElementById("report"));
// The samples are the cases that the pack itself is tested with, fetched now so that the buttons work offline.
const cases = fetch("../packs/rural-revitalization-township/cases.json").then((response) => response.json());

if (english) translate();
onClick("fill", () => fill((sample) => sample.status === "clean"));
onClick("fill-wrong", () => fill((sample) => /wrong/.test(sample.name)));
onClick("draft", () => say("已暂存。", "Draft saved."));
report.addEventListener("input", () => say("", ""));
report.addEventListener("reset", () => say("", ""));
report.addEventListener("submit", (event) => {
  event.preventDefault();
  say("已提交。", "Submitted.");
});

/** @param {string} id @param {() => void} action */
function onClick(id, action) {
  const button = document.getElementById(id);
  if (button) button.addEventListener("click", action);
}

/** @param {string} zh @param {string} en */
function say(zh, en) {
  const state = document.getElementById("state");
  if (state) state.textContent = english ? en : zh;
}

function translate() {
  document.documentElement.lang = "en";
  document.title = "2024 report on rural revitalisation";
  document.querySelectorAll("[data-en]").forEach((element) => (element.textContent = element.getAttribute("data-en")));
  document.querySelectorAll("[data-col-en]").forEach((cell) => cell.setAttribute("data-col", cell.getAttribute("data-col-en") || ""));
  document.querySelectorAll(".lang").forEach((link) => link.setAttribute("href", "?lang=zh"));
}

/** As a portal loads a saved report: values are set, no event is raised. @param {(sample: Sample) => boolean} wanted */
async function fill(wanted) {
  const { submissions } = await cases;
  const samples = Object.keys(submissions).map((name) => ({ name, ...submissions[name] }));
  const { values } = samples.filter(wanted)[0];
  report.reset();
  Object.keys(values).forEach((field) => put(nameOf(field), values[field]));
  say("", "");
}

/** The names that this portal gave its inputs; the annex still has the codes of an older system. @param {string} field */
function nameOf(field) {
  /** @type {Record<string, string>} */
  const annex = { fund_total: "f0401", fund_central: "f0402", fund_province: "f0403", fund_county: "f0404" };
  return annex[field] || field.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

/** @param {string} name @param {string} value */
function put(name, value) {
  const input = /** @type {HTMLInputElement | RadioNodeList | null} */ (report.elements.namedItem(name));
  if (input instanceof RadioNodeList) input.value = /^(true|是|有)$/.test(value) ? "是" : "否";
  else if (input) input.value = value;
}
