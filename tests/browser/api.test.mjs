// The names that a page's own scripts may use.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, PACK, portal } from "./support.mjs";

const { open } = bench();
const PLAIN = `<!doctype html><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">`;

test("without data-pack the tag only defines Tianbao", async () => {
  const { page, problems } = await open(`${PLAIN}<script src="/dist/tianbao.js"></script>`, { ready: false });
  assert.deepEqual(await page.evaluate(() => Object.keys(/** @type {any} */ (window).Tianbao).sort()), ["PackError", "ReasonError", "attach", "attached", "bind", "load", "version"]);
  assert.match(await page.evaluate(() => /** @type {any} */ (window).Tianbao.version), /^\d+\.\d+\.\d+/);
  assert.deepEqual(problems, []);
});

test("a pack is loaded from text, address, URL, object, or an element of the page", async () => {
  const { page, site } = await open(portal(), { pages: { "/jobs.json": JSON.stringify(PACK) } });
  const titles = await page.evaluate(async ([text, origin]) => {
    const { load } = /** @type {any} */ (window).Tianbao;
    const all = [text, "/jobs.json", new URL("/jobs.json", origin), JSON.parse(text), "#pack"];
    return Promise.all(all.map((one) => load(one).then((/** @type {any} */ pack) => pack.title)));
  }, /** @type {const} */ ([JSON.stringify(PACK), site.origin]));
  assert.deepEqual(titles, Array(5).fill("就业月报"));
});

test("what cannot be read or understood is a PackError with a place", async () => {
  const { page } = await open(portal());
  const errors = await page.evaluate(async () => {
    const { load, PackError } = /** @type {any} */ (window).Tianbao;
    const found = [];
    for (const one of ["/nowhere.json", "#nowhere", "{ \"tianbao\": 2 }", "{"]) {
      found.push(await load(one).then(() => "loaded", (/** @type {any} */ error) => error instanceof PackError && error instanceof Error && error.diagnostics.length > 0));
    }
    return found;
  });
  assert.deepEqual(errors, [true, true, true, true]);
});

test("a session works without a form, and says what changed", async () => {
  const { page } = await open(portal());
  const found = await page.evaluate(async () => {
    const { load, ReasonError } = /** @type {any} */ (window).Tianbao;
    const session = (await load("#pack")).open({ values: { labour_force: "2436" } });
    const changes = session.set("emp_total", "800");
    const code = (() => {
      try {
        session.justify("low_rate", "短");
        return "";
      } catch (error) {
        return error instanceof ReasonError ? /** @type {any} */ (error).code : "other";
      }
    })();
    const nothing = session.set("emp_total", "800");
    const unknown = (() => {
      try {
        session.set("nobody", "1");
        return "";
      } catch (error) {
        return String(error);
      }
    })();
    const text = session.explain("r_emp").text;
    const nothingThere = (() => {
      try {
        session.explain("nobody");
        return "";
      } catch (error) {
        return String(error);
      }
    })();
    session.free();
    return { changes, code, nothing, unknown, nothingThere, text };
  });
  assert.deepEqual(found.changes.fields, ["emp_total"]);
  assert.ok(found.changes.metrics.includes("r_emp"));
  assert.ok(found.changes.opened.some((/** @type {any} */ one) => one.id === "low_rate"));
  assert.equal(found.code, "too-short");
  assert.deepEqual(found.nothing, { fields: [], metrics: [], opened: [], updated: [], closed: [] });
  assert.match(found.unknown, /nobody/);
  assert.match(found.nothingThere, /nobody/);
  assert.match(found.text, /800 ÷ 2,436/);
});

test("the container tells of being ready and of every change", async () => {
  const { page, type } = await open(portal(), { init: () => {
    /** @type {any} */ (window).heard = [];
    for (const name of ["ready", "change", "error"]) document.addEventListener(`tianbao:${name}`, (event) => /** @type {any} */ (window).heard.push([name, /** @type {any} */ (event.target).id]));
  } });
  await type("#emp", "12");
  const heard = await page.evaluate(() => /** @type {any} */ (window).heard);
  assert.deepEqual(heard, [["ready", "report"], ["change", "report"], ["change", "report"]]);
});

test("what a page's script changes in the session is shown", async () => {
  const { page, type, leave, counts } = await open(portal());
  await type("#labour", "2436");
  await type("#emp", "800");
  await leave();
  assert.match(await counts(), /核实 1/);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].session.justify("low_rate", "本年六月起企业停产，外出人员返乡较多"));
  assert.match(await counts(), /核实 0/);
});

test("a failure is told once, on the container or on the document", async () => {
  const init = () => document.addEventListener("tianbao:error", (event) => void (document.title = /** @type {any} */ (event.target).id || event.target === document && "document"));
  const there = await open(portal().replace("#pack\"", "/nowhere.json\""), { ready: false, init });
  await there.page.waitForFunction(() => document.title === "report");
  assert.equal(there.problems.filter((text) => /Tianbao/.test(text)).length, 1);
  const nowhere = await open(portal({ attributes: `data-form="#nowhere"` }), { ready: false, init });
  await nowhere.page.waitForFunction(() => document.title === "document");
});

test("the ES module brings the same names, with its wasm beside it", async () => {
  const html = `${PLAIN}<script type="module" src="/start.js"></script>`;
  const start = `import * as Tianbao from "/dist/tianbao.mjs"; Tianbao.load(${JSON.stringify(JSON.stringify(PACK))}).then((pack) => { document.title = [Object.keys(Tianbao).sort().join(), pack.id].join(" "); });`;
  const { page, problems } = await open(html, { ready: false, csp: "script-src 'self' 'wasm-unsafe-eval'", pages: { "/start.js": start } });
  await page.waitForFunction(() => document.title !== "x");
  assert.equal(await page.title(), "PackError,ReasonError,attach,attached,bind,load,version jobs");
  assert.deepEqual(problems, []);
});
