// Sentences at the portal's own place for errors (data-message="host"), and the portal's own checks as ways out.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTodays } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
/** @type {Awaited<ReturnType<typeof openTodays>>} */
let user;
before(async () => {
  site = await serve();
  user = await openTodays();
});
after(async () => {
  await user.close();
  await site.close();
});

/** @param {string} path the page, from demo/ on */
async function open(path) {
  await user.goto(`${site.origin}/www/demo/${path}`);
  await user.waitFor("window.Tianbao && Tianbao.attached.length > 0");
}

const posted = () => site.posts.filter(({ url }) => /\/save/.test(url)).length;

describe("jQuery Validation", () => {
  const YEAR = "ruoyi/year.html?message=host";
  const field = (/** @type {string} */ name) => `#form-year-add [name='${name}']`;
  /** What stands below a field, and whether its group is red. @param {string} name */
  const said = (name) => user.evaluate((/** @type {string} */ path) => {
    const group = /** @type {Element} */ (/** @type {Element} */ (document.querySelector(path)).closest(".form-group"));
    const labels = Array.from(group.querySelectorAll("span.help-block")).filter((label) => /** @type {HTMLElement} */ (label).offsetHeight > 0);
    return { text: labels.map((label) => label.textContent).join("|"), red: group.classList.contains("has-error"), elements: group.querySelectorAll("span.help-block *").length };
  }, field(name));
  const quiet = (/** @type {string} */ name) => user.waitFor((/** @type {string} */ path) =>
    !(/** @type {Element} */ (/** @type {Element} */ (document.querySelector(path)).closest(".form-group")).classList.contains("has-error")), field(name));
  const speaks = (/** @type {string} */ name) => user.waitFor((/** @type {string} */ path) =>
    /** @type {Element} */ (/** @type {Element} */ (document.querySelector(path)).closest(".form-group")).classList.contains("has-error"), field(name));

  test("a sentence stands where the page's errors stand, stays there while one types, and goes", async () => {
    await open(YEAR);
    await user.fill(field("jobs.ldl"), "1742");
    await user.fill(field("jobs.jy"), "1955");
    await user.press("Tab");
    await speaks("jobs.jy");
    assert.match((await said("jobs.jy")).text, /1,955 人，多于脱贫劳动力总数 1,742 人/);
    await user.fill(field("jobs.jy"), "1956");
    assert.match((await said("jobs.jy")).text, /1,956 人，多于脱贫劳动力总数 1,742 人/);
    await user.fill(field("jobs.jy"), "1655");
    await quiet("jobs.jy");
    assert.equal((await said("jobs.jy")).text, "");
  });

  test("what the page itself says is kept", async () => {
    await open(YEAR);
    await user.evaluate("void $('#form-year-add').validate().element('[name=yjrc]')");
    const own = (await said("yjrc")).text;
    assert.match(own, /必填/);
    await user.evaluate("void submitHandler()");
    await speaks("lyRc");
    assert.equal((await said("yjrc")).text, own);
    assert.equal(posted(), 0);
  });

  test("typed text is text", async () => {
    await open(YEAR);
    await user.fill(field("township"), "<");
    await user.press("Tab");
    await speaks("township");
    const { text, elements } = await said("township");
    assert.match(text, /“<”/);
    assert.equal(elements, 0);
  });

  test("the validator's own answer is no while figures contradict each other, and its own after detach()", async () => {
    await open(YEAR);
    await user.evaluate("void $('#form-year-add input').not('[readonly]').val('1')");
    await user.fill(field("jobs.jy"), "5");
    await user.press("Tab");
    await speaks("jobs.jy");
    assert.equal(await user.evaluate("$('#form-year-add').valid()"), false);
    assert.match((await said("jobs.jy")).text, /多于/);
    await user.evaluate("void Tianbao.attached[0].detach()");
    assert.deepEqual(await said("jobs.jy"), { text: "", red: false, elements: 0 });
    assert.equal(await user.evaluate("$('#form-year-add').valid()"), true);
  });

  test("where the page's place lies over the figure, the sentence is ours", async () => {
    await open("ruoyi/edit.html?message=host");
    await user.fill("[name=ldlZs]", "1742");
    await user.fill("#form-report-edit [name=jyRs]", "1955");
    await user.press("Tab");
    await user.waitFor("document.querySelector('#form-report-edit [name=jyRs]').getAttribute('aria-invalid') === 'true'");
    assert.equal(await user.evaluate("document.querySelectorAll('label.error').length"), 0);
  });
});

for (const version of ["", "&v=2.6"]) {
  describe(`layui ${version === "" ? "2.9" : "2.6"}`, () => {
    const tip = "(document.querySelector('.layui-layer-tips') || { textContent: '' }).textContent";
    const danger = "document.querySelector('#reportBox [name=jyRs]').classList.contains('layui-form-danger')";

    const contradict = async () => {
      await open(`layui/index.html?message=host${version}`);
      await user.click("#reportBox .layui-tab-title li:nth-child(3)");
      await user.fill("#reportBox [name=ldlZs]", "1742");
      await user.fill("#reportBox [name=jyRs]", "1955");
      await user.press("Tab");
      await user.waitFor(danger);
    };

    test("a field is red by layui's class and says why in its tip, until it is mended", async () => {
      await contradict();
      await user.waitFor(`/1,955 人，多于/.test(${tip})`);
      await user.fill("#reportBox [name=jyRs]", "1655");
      await user.waitFor(`!${danger} && ${tip} === ''`);
    });

    test("a tip goes with its tab and comes back with the focus", async () => {
      await contradict();
      await user.waitFor(`${tip} !== ''`);
      await user.click("#reportBox .layui-tab-title li:nth-child(2)");
      await user.waitFor(`${tip} === ''`);
      await user.click("#reportBox .layui-tab-title li:nth-child(3)");
      await user.click("#reportBox [name=jyRs]");
      await user.waitFor(`/1,955 人，多于/.test(${tip})`);
    });

    test("a press that jQuery raises is stopped, the search's is not, and after detach() none", async () => {
      await contradict();
      await user.evaluate("void layui.$('#reportBox input[type=text]').filter(function () { return !this.value; }).val('1')");
      const before = posted();
      await user.evaluate("void layui.$('#reportSubmit').click()");
      await user.evaluate("void layui.$('#search [lay-submit]').click()");
      await user.waitFor("/共查询到/.test(document.body.textContent)");
      assert.equal(posted(), before);
      await user.evaluate("void Tianbao.attached[0].detach()");
      await user.evaluate("void layui.$('#reportSubmit').click()");
      await user.waitFor("/上报成功/.test(document.body.textContent)");
      assert.equal(posted(), before + 1);
    });
  });
}

test("layui 2.9: form.validate and form.submit with a function of the page's own", async () => {
  await open("layui/index.html?message=host");
  await user.evaluate("void layui.$('#reportBox input[type=text]').val('1')");
  await user.click("#reportBox .layui-tab-title li:nth-child(3)");
  await user.fill("#reportBox [name=jyRs]", "5");
  await user.press("Tab");
  await user.waitFor("document.querySelector('#reportBox [name=jyRs]').classList.contains('layui-form-danger')");
  assert.equal(await user.evaluate("layui.form.validate('#reportBox .layui-form')"), false);
  assert.equal(await user.evaluate("layui.form.validate('#search')"), true);
  // Without anything to verify, only form.submit itself stands before the page's function.
  await user.evaluate("void layui.$('#reportBox [lay-verify]').removeAttr('lay-verify')");
  assert.equal(await user.evaluate("(window.called = 0, layui.form.submit('report', function () { called++; }), called)"), 0);
});
