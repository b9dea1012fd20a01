var prefix = ".";

$("#form-year-add").validate({ focusCleanup: true });

function submitHandler() {
  if ($.validate.form()) {
    $.operate.save(prefix + "/saveYear", $("#form-year-add").serialize());
  }
}

function resetForm() {
  $("#form-year-add")[0].reset();
  $("#form-year-add").validate().resetForm();
}

function closeItem() {
  $.modal.closeTab();
}

// The coverage is worked out here and only shown.
$("[name=soilArea],[name='crops.bzmj']").on("input change", function () {
  var sown = Number($("[name='crops.bzmj']").val());
  var covered = Number($("[name=soilArea]").val());
  $("#ctl").val(sown > 0 && covered >= 0 ? (covered / sown * 100).toFixed(2) : "");
});
