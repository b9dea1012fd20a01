// The same page on layui 2.6, with the form in a dialog of the page and the dialog's buttons below it.
import layui from "./layui.mjs";

/** @type {import("../stack").Stack} */
export default {
  ...layui,
  name: "layui 2.6, in a dialog",
  page: "/www/demo/layui/index.html?v=2.6&dialog",
  open: async (user) => {
    await user.waitFor("document.querySelector('[lay-event=add]') && document.querySelector('#reportBox .layui-form-select')");
    await user.click("[lay-event=add]");
    await user.waitFor("document.querySelector('.layui-layer-page #reportBox') && !document.querySelector('.layer-anim')");
  },
  submit: {
    "确定 of the dialog": (user) => user.click(".layui-layer-btn0"),
    "click() by script": async (user) => void (await user.evaluate("void document.getElementById('reportSubmit').click()")),
  },
  pass: {
    "暂存": async (user) => {
      await user.click(".layui-layer-btn1");
      await user.waitFor("/已暂存/.test(document.body.textContent)");
    },
    "取消": async (user) => {
      await user.click(".layui-layer-btn2");
      await user.waitFor("!document.querySelector('.layui-layer-page')");
    },
  },
};
