// The shipped script on the oldest kernel that we promise, on younger ones and on today's: the same answers, and nothing left on the page but one name.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openTodays } from "../harness/chromium.mjs";
import { noOldChromium, openOldChromium } from "../harness/old-chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { www } from "../../www/tool/places.mjs";

const PACK = "rural-revitalization-township";
const { submissions } = JSON.parse(readFileSync(join(www, "packs", PACK, "cases.json"), "utf8"));

const PAGES = {
  "/api.html": '<!doctype html><meta charset="utf-8"><title>.</title><script src="/dist/tianbao.js"></script>',
  // Module loaders of portals listen on these names: a script that takes them for an invitation is lost to the page.
  "/loaders.html": `<!doctype html><meta charset="utf-8"><title>.</title>
<script>var called = 0; function define() { called++; } define.amd = {}; var module = { exports: 1 }, exports = module.exports;</script>
<script>var before = Object.getOwnPropertyNames(window);</script><script src="/dist/tianbao.js"></script>
<script>var added = Object.getOwnPropertyNames(window).filter(function (name) { return name !== "added" && before.indexOf(name) < 0; });</script>`,
};

/** Runs in the page, in ES2017: every submission's report, reduced to what the cases state. */
async function reports(/** @type {string} */ address, /** @type {Record<string, any>} */ wanted) {
  const pack = await /** @type {any} */ (window).Tianbao.load(address);
  const reduced = (/** @type {any} */ report) => ({
    status: report.status,
    findings: report.findings.map((/** @type {any} */ finding) => finding.id),
    metrics: Object.keys(report.metrics).reduce((all, id) => Object.assign(all, { [id]: report.metrics[id].value }), {}),
  });
  // Sessions are kept open: the engine's memory grows under way, which is what old kernels notice last.
  const kept = [];
  for (let round = 0; round < 30; round++) {
    for (const name of Object.keys(wanted)) kept.push({ name, session: pack.open({ values: wanted[name].values, prior: wanted[name].prior, locale: "zh" }) });
  }
  const last = kept.slice(-Object.keys(wanted).length);
  return last.concat(kept.slice(0, last.length)).map(({ name, session }) => ({ name, report: reduced(session.report()) }));
}

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => void (site = await serve({ pages: PAGES, mime: { ".wasm": "application/octet-stream" } })));
after(() => site.close());

/** @typedef {Awaited<ReturnType<typeof openOldChromium>>} Kernel */

/** @type {Record<string, { skip?: string, open: () => Promise<Kernel> }>} */
const KERNELS = { "today's Chromium": { open: openTodays } };
for (const version of [64, 69, 79, 92]) KERNELS[`Chromium ${version}`] = { skip: noOldChromium, open: () => openOldChromium(version) };

for (const [name, { skip, open }] of Object.entries(KERNELS)) {
  describe(name, { skip }, () => {
    /** @type {Kernel} */
    let kernel;
    before(async () => void (kernel = await open()));
    after(() => kernel?.close());

    test("gives the answers that the pack's own cases state", async () => {
      await kernel.goto(`${site.origin}/api.html`);
      const found = await kernel.evaluate(reports, `/dist/packs/${PACK}.json`, submissions);
      assert.equal(found.length, 2 * Object.keys(submissions).length);
      for (const { name: submission, report } of found) {
        const { status, findings, metrics } = submissions[submission];
        assert.deepEqual(report, { status, findings, metrics }, submission);
      }
      assert.deepEqual(kernel.problems, []);
    });

    test("adds one name to the page and takes no module loader's invitation", async () => {
      await kernel.goto(`${site.origin}/loaders.html`);
      assert.deepEqual(await kernel.evaluate("({ added: added, called: called, exports: module.exports })"), { added: ["Tianbao"], called: 0, exports: 1 });
      assert.deepEqual(kernel.problems, []);
    });
  });
}
