// The real uni-app H5 runtime, without its build: what vite would put in place of these names at build time stands here as
// globals, so that the page needs no build of its own.
(function () {
  "use strict";
  function set(names, value) {
    names.split(" ").forEach(function (name) { window["__UNI_FEATURE_" + name + "__"] = value; });
  }
  window.process = { env: { NODE_ENV: "production", UNI_APP_X: "" } };
  set("I18N_ZH_HANS NAVIGATIONBAR PAGES WX", true);
  set("I18N_EN I18N_ES I18N_FR I18N_ZH_HANT I18N_LOCALE LEFTWINDOW RIGHTWINDOW TOPWINDOW LONGPRESS RESPONSIVE UNI_CLOUD WXS", false);
  set("NAVIGATIONBAR_BUTTONS NAVIGATIONBAR_SEARCHINPUT NAVIGATIONBAR_TRANSPARENT PULL_DOWN_REFRESH TABBAR TABBAR_MIDBUTTON", false);
  window.__UNI_FEATURE_ROUTER_MODE__ = "hash";
  window.__VUE_OPTIONS_API__ = true;
  window.__VUE_PROD_DEVTOOLS__ = false;
  window.__VUE_PROD_HYDRATION_MISMATCH_DETAILS__ = false;
})();
