// The portal's own script, as such pages have it: named forms, handlers in attributes, a hidden frame for the answers.

function tip(text) {
  document.getElementById("tip").textContent = text;
}

function check(form) {
  for (var i = 0; i < form.elements.length; i++) {
    var input = form.elements[i];
    var must = /\bmust\b/.test(input.className);
    var value = String(input.value).replace(/^\s+|\s+$/g, "");
    if (must && value === "") return refuse(input, "有必填项目尚未填写");
    if (/\bint\b/.test(input.className) && !/^\d+$/.test(value)) return refuse(input, "请填写整数");
    if (/\bnum\b/.test(input.className) && !/^\d+(\.\d+)?$/.test(value)) return refuse(input, "请填写数字");
  }
  tip("");
  return true;
}

function refuse(input, text) {
  tip(text);
  input.focus();
  return false;
}

function compute() {
  var all = Number(document.report.ldlzs.value);
  var employed = Number(document.report.jyrs.value);
  document.report.jyl.value = all > 0 && employed > 0 ? ((employed / all) * 100).toFixed(2) : "";
}

// A draft goes the same way as the report, to another address, unchecked.
function saveDraft() {
  var form = document.report;
  form.action = "draft";
  form.submit();
  form.action = "save";
}

function saved(frame) {
  var path = frame.contentWindow.location.pathname;
  if (/\/draft$/.test(path)) tip("已暂存");
  if (/\/save$/.test(path)) tip("上报成功");
  if (/\/saveFund$/.test(path)) tip("资金表已提交");
}

function addRow() {
  var template = document.getElementById("template");
  var row = template.cloneNode(true);
  row.removeAttribute("id");
  row.style.display = "";
  template.parentNode.appendChild(row);
  renumber();
}

function removeRow(link) {
  var row = link.parentNode.parentNode;
  row.parentNode.removeChild(row);
  renumber();
}

function renumber() {
  var rows = document.getElementById("villages").tBodies[0].rows;
  for (var i = 1; i < rows.length; i++) {
    var inputs = rows[i].getElementsByTagName("input");
    for (var j = 0; j < inputs.length; j++) inputs[j].name = inputs[j].name.replace(/\[[^\]]*\]/, "[" + (i - 1) + "]");
  }
}
