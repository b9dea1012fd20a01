// Which input is which field, on forms as portals write them; and where there is doubt, no binding.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, portal } from "./support.mjs";

const { open } = bench();

/** Field to id of the bound input. @param {string} body @param {string} [attributes] */
async function boundIn(body, attributes = `data-form="#report"`) {
  const { page } = await open(portal({ body, attributes }));
  return page.evaluate(() => {
    const { bindings, unbound } = /** @type {any} */ (window).Tianbao.attached[0];
    return {
      at: Object.fromEntries(bindings.map((/** @type {any} */ one) => [one.field, one.element.id || one.element.name])),
      by: Object.fromEntries(bindings.map((/** @type {any} */ one) => [one.field, one.by])),
      why: Object.fromEntries(unbound.map((/** @type {any} */ one) => [one.field, `${one.why} ${one.candidates.length}`])),
      order: bindings.map((/** @type {any} */ one) => one.field),
    };
  });
}

test("by data attribute, name and id, however they are spelt", async () => {
  const { at, by, order } = await boundIn(`<form id="report">
    <input id="a" name="x1" data-field="labour_force">
    <input id="b" name="report[empTotal]"><input id="c" name="EMP-TOTAL-LAST"><input id="form_item_pay"></form>`);
  assert.deepEqual(at, { labour_force: "a", emp_total: "b", emp_total_last: "c", pay: "form_item_pay" });
  assert.deepEqual(by, { labour_force: "data", emp_total: "name", emp_total_last: "name", pay: "id" });
  assert.deepEqual(order, ["labour_force", "emp_total", "emp_total_last", "pay"]);
});

test("by the map first of all", async () => {
  const map = JSON.stringify({ emp_total: "#a", pay: "#nowhere" }).replace(/"/g, "&quot;");
  const { at, by, why } = await boundIn(`<form id="report"><input id="a" name="labourForce"><input id="b" name="empTotal"></form>`, `data-form="#report" data-map="${map}"`);
  assert.deepEqual(at, { emp_total: "a" });
  assert.deepEqual(by, { emp_total: "map" });
  assert.equal(why.pay, "selector 0");
});

test("a map may lie at an address", async () => {
  const body = `<form id="report"><input id="a"><input id="b" name="empTotal"></form>`;
  const { page } = await open(portal({ body, attributes: `data-form="#report" data-map="/map.json"` }), { pages: { "/map.json": JSON.stringify({ labour_force: "#a" }) } });
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].bindings.map((/** @type {any} */ one) => one.by)), ["map", "name"]);
});

test("by label text: label, wrapping label, cell on the left, column header, aria, placeholder", async () => {
  const { at, by } = await boundIn(`<form id="report">
    <label for="a"><em>*</em> 劳动力总数：</label><input id="a">
    <table><thead><tr><th>指标</th><th>单位</th><th>本年</th><th>上年</th></tr></thead>
    <tr><td>1. 就业人数（人）</td><td>人</td><td><input id="b"></td><td><input id="c"></td></tr></table>
    <p>发放总额 <input id="d"> 元</p>
    <label>地形 <select id="e"><option value="plain">平原</option></select></label>
    <input type="checkbox" id="f" aria-label="有无景区"></form>`);
  assert.deepEqual(at, { labour_force: "a", emp_total: "b", emp_total_last: "c", pay: "d", terrain: "e", has_scenic: "f" });
  assert.ok(Object.values(by).every((way) => way === "label"));
});

test("a longer label that contains the right one is another figure", async () => {
  const { at } = await boundIn(`<form id="report"><p>应就业人数 <input id="a"></p><p>其中：就业人数 <input id="b"></p><p>劳动力总数 <input id="c"></p></form>`);
  assert.equal(at.emp_total, "b");
});

test("another unit behind the input means another figure", async () => {
  const { at } = await boundIn(`<form id="report"><p>就业人数 <input id="a"> 户</p><p>劳动力总数 <input id="b"> 人</p></form>`);
  assert.deepEqual(at, { labour_force: "b" });
});

test("in doubt nothing is bound and the candidates are listed", async () => {
  const { at, why } = await boundIn(`<form id="report"><p>就业人数 <input id="a"></p><p>就业人数 <input id="b"></p><p>劳动力总数 <input id="c"></p></form>`);
  assert.deepEqual(at, { labour_force: "c" });
  assert.equal(why.emp_total, "ambiguous 2");
  assert.equal(why.pay, "not-found 0");
});

test("two inputs of one name are told apart by their labels or not at all", async () => {
  const { at } = await boundIn(`<form id="report"><p>查询 <input id="a" name="empTotal"></p><p>就业人数 <input id="b" name="empTotal"></p></form>`);
  assert.deepEqual(at, { emp_total: "b" });
});

test("search bars, row tables, templates and hidden inputs never count", async () => {
  const { at } = await boundIn(`<div id="report"><div class="search-form"><input id="s" name="empTotal"></div>
    <input type="hidden" name="empTotal" id="h"><input name="rows[0].empTotal" id="r"><input name="rows[#index#].empTotal" id="t">
    <input name="empTotal" id="b"></div>`);
  assert.deepEqual(at, { emp_total: "b" });
});

test("without data-form the smallest form with most of the fields is found", async () => {
  const { page } = await open(portal({ attributes: "", body: `<form class="search"><input name="empTotal"></form><div id="outer"><div id="inner">
    <input name="labourForce"><input name="empTotal"><div><input name="pay"></div></div><p>x</p></div>` }));
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].container.id), "inner");
});

test("refresh() takes in what the page has added", async () => {
  const { page, report } = await open(portal({ inputs: `<input name="labourForce" id="labour">` }));
  assert.equal((await report()).fields.emp_total.state, "absent");
  await page.evaluate(() => {
    const input = document.createElement("input");
    input.name = "empTotal";
    input.value = "30";
    document.querySelector("form")?.appendChild(input);
    /** @type {any} */ (window).Tianbao.attached[0].refresh();
  });
  assert.equal((await report()).fields.emp_total.value, "30");
});

test("labels within a sentence, behind the unit of the input before", async () => {
  const { at } = await boundIn(`<form id="report"><p>劳动力总数：<input id="a">人，其中就业人数：<input id="b">人，发放总额　<input id="c">　元。</p></form>`);
  assert.deepEqual(at, { labour_force: "a", emp_total: "b", pay: "c" });
});

test("the nearest of several column headers, over the only row that asks", async () => {
  const { at } = await boundIn(`<form id="report"><table>
    <thead><tr><th colspan="2">就业</th><th>资金</th></tr><tr><th>劳动力总数</th><th>就业人数</th><th>发放总额<br>（元）</th></tr></thead>
    <tr><td><input id="a"></td><td><input id="b"></td><td><input id="c"></td></tr></table></form>`);
  assert.deepEqual(at, { labour_force: "a", emp_total: "b", pay: "c" });
});

test("what the portal works out itself is no question; a required figure that it fills in is", async () => {
  const { at, why } = await boundIn(`<form id="report"><p>劳动力总数 <input id="a" readonly value="20"></p><p>就业人数 <input id="b"></p>
    <p>上年就业人数 <input id="c" disabled value="9"></p><p>发放总额（自动计算） <input id="d" readonly></p></form>`);
  assert.deepEqual(at, { labour_force: "a", emp_total: "b", emp_total_last: "c" });
  assert.equal(why.pay, "not-found 0");
});

test("a radio group whose words stand bare behind the buttons", async () => {
  const { page } = await open(portal({ body: `<form id="report"><fieldset><legend>有无景区</legend><input type="radio" name="q" value="1">有　<input type="radio" name="q" value="0" checked>无</fieldset>
    <p>劳动力总数 <input name="a"></p><p>就业人数 <input name="b"></p></form>` }));
  const scenic = await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].report().fields.has_scenic);
  assert.deepEqual([scenic.state, scenic.value], ["ok", "false"]);
});
