// The JavaScript engine where it will run: a WebKit that knows no wasm, the oldest Chromium, today's. All records, ties and edits of
// the benchmark, each report and each change in full, against the wasm in Node; told as sums, because they are many megabytes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { openTodays } from "../harness/chromium.mjs";
import { noOldChromium, openOldChromium } from "../harness/old-chromium.mjs";
import { noQtWebkit, openQtWebkit } from "../harness/qtwebkit.mjs";
import { serve } from "../harness/serve.mjs";
import { loadDist } from "../prove/driver.mjs";
import { root } from "../../www/tool/places.mjs";

/** @typedef {{ pack: string, records: string, ties: string, edits: string }} Data */

const read = (/** @type {string} */ name) => readFileSync(join(root, "tests", "bench", name), "utf8");
const DATA = { pack: read("pack.json"), records: read("data/records.csv"), ties: read("data/ties.csv"), edits: read("data/edits.csv") };

/** Runs in the page too, in ES5. @param {any} Tianbao @param {string} engine @param {Data} data @returns {Promise<any>} */
function sums(Tianbao, engine, data) {
  var sum = 0;
  function add(/** @type {any} */ what) {
    var text = JSON.stringify(what);
    for (var i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 16777619);
  }
  function done() {
    var was = sum >>> 0;
    sum = 2166136261;
    return was;
  }
  function rows(/** @type {string} */ text) {
    return text.replace(/\s+$/, "").split("\n").map(function (line) {
      return line.split(",");
    });
  }
  return Tianbao.load(data.pack, { engine: engine, locale: "zh" }).then(function (/** @type {any} */ pack) {
    done();
    var records = rows(data.records);
    var head = records[0];
    function formOf(/** @type {string[]} */ record) {
      var values = /** @type {any} */ ({});
      head.forEach(function (field, place) {
        values[field] = record[place];
      });
      return pack.open({ values: values });
    }
    var all = records.slice(1).concat(rows(data.ties).slice(1));
    all.forEach(function (record) {
      var form = formOf(record);
      var report = form.report();
      add([report.status, report.fields, report.metrics, report.findings, report.progress]);
      form.free();
    });
    var reports = done();
    var filled = formOf(records[1]);
    rows(data.edits).slice(1).forEach(function (edit) {
      add(filled.set(edit[0], edit[1]));
    });
    var edits = done();
    add(pack.check(data.records, { metrics: true }));
    return { count: all.length, reports: reports, edits: edits, table: done(), kind: filled.report().engine.kind };
  });
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>busy</title><script src="/dist/tianbao.js"></script>
<script src="/data.js"></script><script>${sums}
sums(Tianbao, "js", data).then(function (told) { window.told = told; document.title = "done"; }, function (error) { window.told = String(error); document.title = "done"; });</script>`;

/** @type {Record<string, { skip?: string, open: () => Promise<Awaited<ReturnType<typeof openOldChromium>>> }>} */
const BROWSERS = {
  "WebKit, Safari 10": { skip: noQtWebkit, open: openQtWebkit },
  "Chromium 64": { skip: noOldChromium, open: openOldChromium },
  "today's Chromium": { open: openTodays },
};

describe("every report, change and table of the benchmark", () => {
  /** @type {any} */
  let expected;
  before(async () => void (expected = await sums(await loadDist(), "wasm", DATA)));

  for (const [name, { skip, open }] of Object.entries(BROWSERS)) {
    test(name, { skip }, async () => {
      const site = await serve({ pages: { "/page.html": PAGE, "/data.js": `var data = ${JSON.stringify(DATA)};` } });
      const user = await open();
      try {
        await user.goto(`${site.origin}/page.html`);
        await user.waitFor("document.title === 'done'");
        assert.deepEqual(await user.evaluate("told"), { ...expected, kind: "js" });
        assert.equal(expected.count, 2200);
        assert.deepEqual(user.problems, []);
      } finally {
        await user.close();
        await site.close();
      }
    });
  }
});
