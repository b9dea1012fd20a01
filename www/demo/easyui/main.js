// 乡村振兴年报：列表、查询、对话框和上报。本文件为 GBK 编码，与页面一致。

var data = [
  { nd: "2023", xzmc: "枫林镇", ldlzs: 1728, jyrs: 1612, zt: "已审核" },
  { nd: "2022", xzmc: "枫林镇", ldlzs: 1703, jyrs: 1588, zt: "已审核" }
];

$(function () {
  $("#dg").datagrid({
    title: "历年报表",
    height: 150,
    fitColumns: true,
    singleSelect: true,
    toolbar: "#toolbar",
    data: data,
    columns: [[
      { field: "nd", title: "年度", width: 60 },
      { field: "xzmc", title: "乡镇名称", width: 100 },
      { field: "ldlzs", title: "脱贫劳动力总数", width: 100 },
      { field: "jyrs", title: "就业人数", width: 80 },
      { field: "zt", title: "状态", width: 80 }
    ]]
  });
  $("#dlg").dialog({
    title: "2024 年度乡村振兴年报",
    closed: true,
    modal: true,
    width: Math.min(860, $(window).width() - 20),
    height: Math.min(520, $(window).height() - 40),
    top: 20,
    buttons: [
      { id: "btnOk", text: "确定", handler: save },
      { id: "btnDraft", text: "暂存", handler: draft },
      { id: "btnCancel", text: "取消", handler: function () { $("#dlg").dialog("close"); } }
    ]
  });
  $("#hidden_frame").bind("load", function () {
    if (/save$/.test(this.contentWindow.location.pathname)) tell("上报成功");
  });
  addRow();
});

function tell(text) {
  $("#msg").text(text);
}

function openForm() {
  $("#dlg").dialog("open");
}

function query() {
  var least = Number($("#searchForm [name=ldlzs]").val() || 0);
  var rows = $.grep(data, function (row) { return row.ldlzs >= least; });
  $("#dg").datagrid("loadData", rows);
  tell("查询到 " + rows.length + " 条");
}

// “确定”：由 EasyUI 的表单提交，先验证。
function save() {
  $("#fm").form("submit", {
    url: "save",
    onSubmit: function () { return $(this).form("validate"); },
    success: function () { tell("保存成功"); }
  });
}

// “直接上报”：老写法，验证后调用表单自己的 submit。
function report() {
  if (!$("#fm").form("validate")) return;
  document.form.submit();
}

// 暂存不验证。
function draft() {
  $.post("draft", $("#fm").serialize(), function () { tell("已暂存"); });
}

function rate() {
  var all = Number($("#ldlzs").numberbox("getValue"));
  var employed = Number($("#jyrs").numberbox("getValue"));
  $("#jyl").numberbox("setValue", all > 0 && employed > 0 ? (employed / all) * 100 : "");
}

function addRow() {
  var row = $("#template").clone().removeAttr("id").show();
  $("#rows tbody").append(row);
  renumber();
}

function delRow(link) {
  $(link).closest("tr").remove();
  renumber();
}

function renumber() {
  $("#rows tbody tr:not(#template)").each(function (index) {
    $(this).find("input").each(function () {
      this.name = this.name.replace(/\[[^\]]*\]/, "[" + index + "]");
    });
  });
}
