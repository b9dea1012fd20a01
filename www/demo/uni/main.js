// main.js and pages.json as uni-app's compiler writes them for H5: two pages, the list and the report.
import { createBlock, createVNode, createVueApp, openBlock, withCtx } from "vue";
import { getApp, getCurrentPages, PageComponent, plugin, setupApp, setupPage, uni, UniServiceJSBridge, UniViewJSBridge } from "@dcloudio/uni-h5";
import list from "./pages/list.js";
import report from "./pages/report.js";

Object.assign(window, { getApp, getCurrentPages, uni, UniServiceJSBridge, UniViewJSBridge });
window.__uniConfig = {
  appId: "__UNI__DEMO", appName: "乡镇填报", appVersion: "1.0.0", appVersionCode: "100", compilerVersion: "5.02", debug: false, darkmode: false,
  async: { delay: 200, timeout: 60000, suspensible: true }, networkTimeout: { request: 60000 }, nvue: { "flex-direction": "column" },
  locale: "zh-Hans", fallbackLocale: "", locales: {}, globalStyle: { navigationBar: {} }, themeConfig: {},
  router: { mode: "hash", base: "/", assets: "assets", routerBase: "/" },
};

function route(path, page, title, isEntry) {
  const component = setupPage(page, path);
  const setup = () => () => (openBlock(), createBlock(PageComponent, null, { page: withCtx(() => [createVNode(component, { ref: "page" }, null, 512)]), _: 1 }));
  const meta = { isQuit: isEntry, isEntry, navigationBar: { titleText: title, type: "default" }, isNVue: false, route: path };
  return Object.assign({ path: isEntry ? "/" : `/${path}`, component: { setup }, loader: () => Promise.resolve(component), meta }, isEntry ? { alias: `/${path}` } : {});
}
window.__uniRoutes = [route("pages/list/list", list, "年度填报", true), route("pages/report/report", report, "2024 年度填报", false)];

createVueApp(setupApp({ onLaunch() {} })).use(plugin).mount("#app");
