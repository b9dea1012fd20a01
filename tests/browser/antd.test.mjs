// Ant Design from outside, in production builds: what the form itself is asked, what it says, two forms with one button.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTodays } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import react from "./stacks/antd.mjs";
import vue from "./stacks/antd-vue.mjs";

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
/** @type {Awaited<ReturnType<typeof openTodays>>} */
let user;
before(async () => {
  site = await serve();
  user = await openTodays();
});
after(async () => {
  await user?.close();
  await site?.close();
});

/** @param {import("./stack").Stack} stack @param {string} [query] */
async function open(stack, query = "") {
  site.posts.length = user.problems.length = 0;
  await user.goto("about:blank");
  await user.goto(`${site.origin}${stack.page}?${query}`);
  await stack.open(user);
  await user.waitFor("window.Tianbao && Tianbao.attached.length > 0");
}

/** @param {import("./stack").Stack} stack @param {Record<string, string>} figures */
async function fill(stack, figures) {
  for (const [field, text] of Object.entries(figures)) {
    if (stack.show) await stack.show(user, field);
    await user.fill(stack.fields[field], text);
  }
  await user.press("Tab");
}

const errors = (/** @type {string} */ selector) => user.evaluate(`[].map.call(document.querySelectorAll("${selector}"), function (one) { return one.textContent; }).join("/")`);
const BAD = { labour_force: "1742", emp_total: "1955" };

/** In the page: the form's own object, as the page's code has it. */
function instance() {
  const element = /** @type {any} */ (document.querySelector(".report"));
  const key = Object.keys(element).filter((name) => /^__reactFiber/.test(name))[0];
  for (let at = element[key]; at; at = at.return) if (at.memoizedProps && at.memoizedProps.form) return at.memoizedProps.form;
}
const ask = (/** @type {string} */ call) => user.evaluate(`(function (form) { return ${call}; })((${instance})()).then(function () { return "valid"; }, function () { return "refused"; })`);

describe("the form of Ant Design 5", () => {
  test("is not valid as a whole while the figures contradict each other; single fields are, and looking is not asking", async () => {
    await open(react);
    await fill(react, BAD);
    await user.waitFor("Tianbao.attached.length === 1");
    await user.evaluate("window.blocked = 0; document.addEventListener('tianbao:blocked', function () { window.blocked++; }); 0");
    assert.equal(await ask(`form.validateFields()`), "refused");
    assert.equal(await user.evaluate("window.blocked"), 1);
    assert.equal(await ask(`form.validateFields([["jobs", "empTotal"]])`), "valid");
    await ask(`form.validateFields({ validateOnly: true })`);
    assert.equal(await user.evaluate("window.blocked"), 1, "these are no submissions: nobody is led away from what they type");
    await user.evaluate("Tianbao.attached[0].detach()");
    assert.equal(await ask(`form.validateFields()`), "refused", "by the form's own rules: most of it is blank");
    assert.equal(await user.evaluate("window.blocked"), 1, "and by them alone");
  });

  test("says what we say, and again what it said itself", async () => {
    await open(react, "message=host");
    await fill(react, { labour_force: "1742", emp_total: "5" });
    await fill(react, { emp_total: "" });
    const own = ".ant-form-item-explain-error";
    await user.waitFor(`/请填写脱贫劳动力实现就业人数/.test(document.querySelector("${own}").textContent)`);
    await fill(react, { emp_total: "1955" });
    await user.waitFor(`/多于脱贫劳动力总数/.test((document.querySelector("${own}") || {}).textContent)`);
    await fill(react, { emp_total: "1655" });
    await user.waitFor(`!/多于/.test((document.querySelector("${own}") || {}).textContent)`);
    assert.equal(await user.evaluate(`document.querySelector("${react.fields.emp_total}").value`), "1,655");
    assert.deepEqual(user.problems, []);
  });
});

describe("the forms of Ant Design Vue 1", () => {
  test("the button for both is stopped by the older one as well", async () => {
    await open(vue);
    await fill(vue, { ...vue.good, fund_total: "480" });
    await user.evaluate("document.addEventListener('tianbao:blocked', function (event) { window.stopped = event.target; }); document.activeElement.blur()");
    await user.click("#submit");
    await user.waitFor("window.stopped && window.stopped.matches('.page')");
    assert.equal(site.posts.length, 0);
    await fill(vue, { fund_total: "486" });
    await user.click("#submit");
    await user.waitFor("(document.querySelector('#state') || {}).textContent === '已提交'");
    assert.equal(vue.sent(site.posts).length, 1);
  });

  test("both say what we say", async () => {
    await open(vue, "message=host");
    await fill(vue, { ...BAD, fund_total: "480", fund_central: "312", fund_province: "126", fund_county: "48" });
    await user.waitFor("document.querySelectorAll('.ant-tabs .has-error, .fund .has-error').length >= 2");
    assert.match(await errors(".ant-tabs .ant-form-explain"), /多于脱贫劳动力总数/);
    assert.match(await errors(".fund .ant-form-explain"), /相差 6/);
    assert.equal(await user.evaluate("document.querySelector('#fund_xjzj').value"), "480");
  });

  test("are one report where the tag names what is around them; the search and the rows there are none of it", async () => {
    await open(vue);
    await user.click(".ant-tabs-tab:nth-child(2)");
    await user.click(".ant-tabs-tab:nth-child(3)");
    await user.waitFor(`Tianbao.attached.length === 1 && Tianbao.attached[0].bindings.length === ${Object.keys(vue.fields).length}`);
    assert.equal(await user.evaluate("Tianbao.attached[0].bindings.some(function (one) { return one.element.closest('#past'); })"), false);
  });
});
