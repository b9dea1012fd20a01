var rows = [
  ["河口镇", "2024", "1742", "1655", "待上报"],
  ["青石镇", "2024", "1386", "1299", "已上报"],
  ["云岭乡", "2024", "954", "903", "已上报"]
];

function show(found) {
  var body = $("#bootstrap-table tbody").empty();
  $.each(found, function (index, row) {
    var tr = $("<tr>").append($("<td>").append($("<input type='checkbox' name='btSelectItem'>").val(index)));
    $.each(row.slice(0, 3), function (i, text) {
      $("<td>").text(text).appendTo(tr);
    });
    $("<td>").append($("<input class='form-control input-sm' name='jyRs'>").val(row[3])).appendTo(tr);
    $("<td>").append($("<input class='form-control input-sm' name='orderNum'>").val(index + 1)).appendTo(tr);
    $("<td>").text(row[4]).appendTo(tr);
    body.append(tr);
  });
  $("#listState").text("显示第 1 到第 " + found.length + " 条记录，总共 " + found.length + " 条记录");
}

$("#search").on("click", function () {
  var wanted = $.trim($("#formId [name=townshipName]").val());
  show($.grep(rows, function (row) {
    return row[0].indexOf(wanted) >= 0;
  }));
});
$("#reset").on("click", function () {
  $("#formId")[0].reset();
  show(rows);
});
$("#add").on("click", function () {
  $.modal.open("添加月报", "edit.html", 1000, 640);
});
$("#edit").on("click", function () {
  $.modal.open("修改月报", "edit.html", 1000, 640);
});
$("#year").on("click", function () {
  $.modal.openTab("填报年报", "year.html");
});
$("#export").on("click", function () {
  $("#listState").text("已导出 " + rows.length + " 条记录");
});

show(rows);
