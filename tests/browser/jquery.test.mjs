// jQuery's own submissions: $(form).submit() calls its handlers one by one, and the browser raises no event for them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, INPUTS, portal } from "./support.mjs";

const { open } = bench();

const VERSIONS = { "1.8": "/node_modules/jquery-1/tmp/jquery.js", "3.7": "/node_modules/jquery/dist/jquery.min.js" };

const OWN = `<script>
var called = [];
$(function () {
  $("#report").submit(function () { called.push("own"); });
  $(document).on("submit", "#report,#search", function () { called.push("of " + this.id); return false; });
});
</script>`;

/** @param {string} file */
const page = (file) =>
  portal({
    head: `<script src="${file}"></script>${OWN}`,
    body: `<form id="search" action="/found"><input name="empTotal"></form><form id="report" action="/sent" method="post">${INPUTS}\n<button id="send">提交</button></form>`,
  });

/** What the page's handlers heard of, in order. @param {import("playwright-core").Page} page @param {string} code */
const heard = (page, code) => page.evaluate(`(called = [], ${code}, called)`);

const WAYS = ["$('#report').submit()", "$('#report').trigger('submit')", "$('#report').triggerHandler('submit')"];

for (const [version, file] of Object.entries(VERSIONS)) {
  test(`jQuery ${version}: no handler of the page hears of a report that is stopped`, async () => {
    const { page: tab, type, leave, problems } = await open(page(file));
    await type("#labour", "20");
    await type("#emp", "30");
    await leave();
    for (const way of WAYS) assert.deepEqual(await heard(tab, way), [], way);
    assert.deepEqual(await heard(tab, "$('#search').submit()"), ["of search"]);
    assert.deepEqual(problems, []);
  });

  test(`jQuery ${version}: each handler hears once of a report that is right, and as before after detach`, async () => {
    const { page: tab, type, leave, problems } = await open(page(file));
    await type("#labour", "20");
    await type("#emp", "10");
    await leave();
    const expected = [["own", "of report"], ["own", "of report"], ["own"]];
    for (const [index, way] of WAYS.entries()) assert.deepEqual(await heard(tab, way), expected[index], way);
    const handler = "$._data(document.getElementById('report'), 'events').submit[0].handler";
    assert.equal(await tab.evaluate(`var wrapped = ${handler}; Tianbao.attached[0].detach(); wrapped !== ${handler}`), true);
    await type("#emp", "30");
    assert.deepEqual(await heard(tab, WAYS[0]), ["own", "of report"]);
    assert.deepEqual(problems, []);
  });
}
