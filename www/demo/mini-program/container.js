// Stands for the mini-program around the page, as far as a page can tell: what WeChat's web-view puts into its window, when,
// and what it does with what it is told. Only where the address asks for it:
//   ?container=wechat|wecom|alipay|dingtalk   which program; without it this is an ordinary page
//   &bridge=late|absent|silent|throwing|there  how its bridge behaves (late, by 300 ms, if nothing is said)
//   &system=android|ios|lockdown               the user agent; in Lockdown mode there is no WebAssembly
// What the mini-program has seen is kept in window.container: `queue` waits, `delivered` came when the page was left.
(function () {
  "use strict";
  var query = {};
  location.search.replace(/[?&](container|bridge|system)=(\w+)/g, function (all, name, value) { query[name] = value; return all; });
  if (!query.container) return;

  var AGENTS = {
    android: "Mozilla/5.0 (Linux; Android 13; V2055A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065",
    ios: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  };
  AGENTS.lockdown = AGENTS.ios;
  var PROGRAMS = {
    wechat: " MicroMessenger/8.0.49 NetType/WIFI Language/zh_CN miniProgram/wx0000000000000000",
    wecom: " wxwork/4.1.30 MicroMessenger/7.0.1 Language/zh miniProgram/wx0000000000000000",
    alipay: " AlipayDefined(nt:WIFI) AliApp(AP/10.5.90) AlipayClient/10.5.90 Language/zh-Hans MiniProgram",
    dingtalk: " AliApp(DingTalk/7.5.0) DingTalk/7.5.0 Language/zh-CN",
  };
  var agent = AGENTS[query.system || "android"] + PROGRAMS[query.container];
  Object.defineProperty(navigator, "userAgent", { get: function () { return agent; }, configurable: true });
  if (query.system === "lockdown") delete window.WebAssembly;

  sessionStorage.removeItem("container");
  var container = (window.container = { queue: [], delivered: [], calls: [], closed: false, leave: leave });

  // Messages wait until the page is left, and then come all together; what comes after that is lost.
  function leave() {
    if (container.closed) return;
    container.closed = true;
    container.delivered = container.queue.splice(0);
    var note = document.body.appendChild(document.createElement("p"));
    note.className = "container-closed";
    note.textContent = "已返回小程序，收到消息 " + container.delivered.length + " 条";
  }
  function call(name, arg) {
    container.calls.push(name);
    // What was asked while the page was being left can be seen on the next one.
    sessionStorage.setItem("container", container.calls.join());
    if (name === "postMessage" && !container.closed) container.queue.push(arg);
    if (name === "navigateBack") leave();
  }

  function wechat() {
    window.__wxjs_environment = "miniprogram";
    window.WeixinJSBridge = {
      on: function () {},
      invoke: function (name, options, answer) {
        if (query.bridge === "throwing") throw new Error("the bridge is broken");
        if (name === "invokeMiniProgramAPI") call(options.name, options.arg);
        if (query.bridge !== "silent") setTimeout(function () { answer({ errMsg: name + ":ok" }); }, 0);
      },
    };
    document.dispatchEvent(new Event("WeixinJSBridgeReady"));
  }
  function ali(name) {
    var broken = function () { throw new Error("the bridge is broken"); };
    window[name] = query.bridge === "throwing" ? { postMessage: broken, navigateBack: broken } : {
      postMessage: function (message) { call("postMessage", message); },
      navigateBack: function () { call("navigateBack"); },
    };
  }

  var arrive = query.container === "alipay" ? ali.bind(null, "my") : query.container === "dingtalk" ? ali.bind(null, "dd") : wechat;
  if (query.bridge === "there") arrive();
  else if (query.bridge !== "absent") setTimeout(arrive, 300);
})();
