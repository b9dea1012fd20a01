layui.use(["form", "layer", "table", "element"], function () {
  var $ = layui.$, form = layui.form, layer = layui.layer, table = layui.table;

  table.render({
    elem: "#list",
    toolbar: "#toolbar",
    defaultToolbar: [],
    cols: [[
      { type: "checkbox" },
      { field: "tbdw", title: "填报单位" },
      { field: "year", title: "统计年度" },
      { field: "ldlZs", title: "脱贫劳动力总数" },
      { field: "jyRs", title: "就业人数", templet: "#cell" }
    ]],
    data: [
      { tbdw: "青石镇", year: "2024", ldlZs: "1386", jyRs: "1299" },
      { tbdw: "云岭乡", year: "2024", ldlZs: "954", jyRs: "903" }
    ]
  });

  form.on("submit(search)", function (data) {
    layer.msg("共查询到 2 条：" + (data.field.tbdw || "全部"));
    return false;
  });

  var blank = form.val("report");
  var dialog = 0;

  form.on("submit(report)", function (data) {
    send(data.field);
    return false;
  });

  function send(field) {
    var mask = layer.load(1);
    $.post("save", field, function (result) {
      layer.close(mask);
      if (dialog) layer.close(dialog);
      layer.msg(result.code === 0 ? "上报成功" : result.msg, { icon: 1 });
    }, "json");
  }

  function draft() {
    $.post("draft", form.val("report"), function () {
      layer.msg("已暂存");
    }, "json");
  }

  $("#draft").on("click", draft);
  $("#restore").on("click", function () {
    form.val("report", blank);
    layer.msg("已恢复为打开时的内容");
  });
  $("#reportNow").on("click", function () {
    form.submit("report");
  });

  $("[name=ldlZs],[name=jyRs]", "#reportBox").on("input", function () {
    var total = Number($("#reportBox [name=ldlZs]").val());
    var inWork = Number($("#reportBox [name=jyRs]").val());
    $("#reportBox [name=jyl]").val(total > 0 && inWork >= 0 ? (inWork / total * 100).toFixed(2) : "");
  });

  // In a dialog (?dialog) the buttons are those of the dialog; the one of the form is there for its sake only.
  if (/[?&]dialog/.test(location.search)) {
    $("#reportBox").hide();
    $("#reportCard .layui-card-header,#buttons").addClass("layui-hide");
    table.on("toolbar(list)", function (event) {
      if (event.event === "add") openDialog();
    });
  }

  function openDialog() {
    dialog = layer.open({
      type: 1,
      title: "新增月报",
      area: [Math.min(860, $(window).width()) + "px", "560px"],
      content: $("#reportBox"),
      btn: ["确定", "暂存", "取消"],
      yes: function () {
        $("#reportSubmit").click();
      },
      btn2: function () {
        draft();
        return false;
      }
    });
  }
});
