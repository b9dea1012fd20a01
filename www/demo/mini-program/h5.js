// The page's own sending: by XHR, by fetch or the browser's own way, as the address asks (?send=xhr|fetch|form|refused).
(function () {
  "use strict";
  var form = document.getElementById("report");

  function body() {
    return [].map.call(form.querySelectorAll("input"), function (input) { return input.name + "=" + encodeURIComponent(input.value); }).join("&");
  }
  function say(answer) {
    document.getElementById("state").textContent = answer.code === 0 ? "已提交" : answer.msg;
  }
  function byXhr(address) {
    var request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    request.onload = function () { say(JSON.parse(request.responseText)); };
    request.send(body());
  }

  form.addEventListener("submit", function (event) {
    var way = (/[?&]send=(\w+)/.exec(location.search) || [])[1] || "xhr";
    if (way === "form") return;
    event.preventDefault();
    if (way === "fetch") fetch("save", { method: "POST", body: body() }).then(function (answer) { return answer.json(); }).then(say);
    else byXhr(way === "refused" ? "refused" : "save");
  });
})();
