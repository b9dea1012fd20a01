var prefix = ".";

$("#form-report-edit").validate({ focusCleanup: true });

function submitHandler(index, layero) {
  if ($.validate.form()) {
    $.operate.save(prefix + "/save", $("#form-report-edit").serialize());
  }
}

function draftHandler() {
  $.post(prefix + "/draft", $("#form-report-edit").serialize(), function () {
    $.modal.msgSuccess("已暂存");
  });
}

// The employment rate is worked out here and only shown.
$("[name=ldlZs],[name=jyRs]", "#form-report-edit").on("input change", function () {
  var total = Number($("#form-report-edit [name=ldlZs]").val());
  var inWork = Number($("#form-report-edit [name=jyRs]").val());
  $("#jyl").val(total > 0 && inWork >= 0 ? (inWork / total * 100).toFixed(2) : "");
});

// The rows of the villages are numbered from 0 without gaps, as the server reads them into a list.
function renumber() {
  $("#villages tbody tr").not("[data-template]").each(function (index) {
    $(this).find("input").each(function () {
      this.name = this.name.replace(/\[[^\]]*\]/, "[" + index + "]");
    });
  });
}

function addVillage(name, labourForce, empTotal) {
  var row = $("#villages [data-template]").clone().removeAttr("data-template").removeClass("hidden");
  var inputs = row.find("input").prop("disabled", false);
  inputs.eq(0).val(name);
  inputs.eq(1).val(labourForce);
  inputs.eq(2).val(empTotal);
  $("#villages tbody").append(row);
  renumber();
}

addVillage("河口村", "96", "91");
addVillage("石桥村", "84", "80");

$("#addVillage").on("click", function () {
  addVillage("", "", "");
});
$("#villages").on("click", "[data-remove]", function () {
  $(this).closest("tr").remove();
  renumber();
});
$("#searchVillage").on("click", function () {
  $("#searchResult").text("没有符合条件的上期报表");
});
