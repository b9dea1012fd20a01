// 产业与环境年报：用 Validform 验证，用 ajax 提交。
var report;

$(function () {
  report = $(".reportform").Validform({
    tiptype: 2,
    showAllError: true,
    ajaxPost: true,
    callback: function (data) {
      if (data.code === 0) tell("提交成功");
    }
  });
  $("#btn_link").click(function () {
    report.submitForm(false);
  });
  $("#btn_save").click(function () {
    $.post("draftValidform", $("#reportform").serialize(), function () { tell("已保存"); });
  });
  $("#btn_reset").click(function () {
    report.resetForm();
  });
  $("#btnQuery").click(function () {
    tell("没有符合条件的记录");
  });
});

function tell(text) {
  $("#msg").text(text);
}
