// A page of a WeChat official account: WeUI's cells, its own checks with the red cell and the tip at the top, XHR.
(function () {
  "use strict";

  var report = document.getElementById("report");
  var tips = document.getElementById("tips");
  var dialog = document.getElementById("dialog");
  var timer = 0;

  function byId(id) { return document.getElementById(id); }
  function own() {
    return [].filter.call(report.querySelectorAll("input"), function (input) { return input.name.indexOf("village[") < 0; });
  }
  function cellOf(input) {
    var node = input;
    while (node && !/\bweui-cell\b/.test(node.className)) node = node.parentNode;
    return node;
  }

  function warn(text) {
    tips.textContent = text;
    tips.style.display = "block";
    clearTimeout(timer);
    timer = setTimeout(function () { tips.style.display = "none"; }, 2000);
  }

  function toast(text) {
    var box = byId("toast");
    box.querySelector("p").textContent = text;
    box.hidden = false;
    setTimeout(function () { box.hidden = true; }, 600);
  }

  /** The first cell that is empty turns red; the tip names it. */
  function check() {
    var empty = own().filter(function (input) {
      var needed = input.type !== "checkbox" && input.type !== "radio" && !input.readOnly && input.value === "";
      cellOf(input).classList[needed ? "add" : "remove"]("weui-cell_warn");
      return needed;
    })[0];
    if (!empty) return true;
    warn("请填写" + cellOf(empty).querySelector(".weui-label").textContent);
    empty.focus();
    return false;
  }

  function values() {
    return own().filter(function (input) { return !/checkbox|radio/.test(input.type) || input.checked; }).map(function (input) {
      return encodeURIComponent(input.name) + "=" + encodeURIComponent(input.value);
    }).join("&");
  }

  function post(path, body, done) {
    var request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    request.onload = function () { done(JSON.parse(request.responseText)); };
    request.send(body);
  }

  function save() {
    if (!check()) return;
    post("save", values(), function (answer) {
      toast(answer.msg);
      document.body.setAttribute("data-sent", "yes");
    });
  }

  function rate() {
    var all = report.querySelector("[name=ldlZs]").value;
    var work = report.querySelector("[name=jyrs]").value;
    report.querySelector("[name=jyl]").value = all > 0 && work !== "" ? (work / all * 100).toFixed(2) : "";
  }

  report.addEventListener("input", rate);
  byId("submit").onclick = save;
  byId("send").onclick = function () { dialog.hidden = false; };
  dialog.onclick = function (event) {
    if (!/weui-dialog__btn/.test(event.target.className)) return;
    dialog.hidden = true;
    if (/primary/.test(event.target.className)) save();
  };
  byId("draft").onclick = function () { post("draft", values(), function () { document.body.setAttribute("data-draft", "yes"); }); };
  byId("reset").onclick = function () {
    own().forEach(function (input) { if (/checkbox|radio/.test(input.type)) input.checked = false; else input.value = ""; });
  };
  byId("more").onclick = function () { byId("filter").hidden = !byId("filter").hidden; };
  byId("query").onclick = function () { post("query", "", function () { byId("found").textContent = "共 3 条"; }); };
  byId("searchForm").onsubmit = function () { return false; };
})();
