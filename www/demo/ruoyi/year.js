var prefix = ".";

// An older page of the system: its errors stand below the field.
$("#form-year-add").validate({
  errorElement: "span",
  errorClass: "help-block m-b-none",
  validClass: "help-block m-b-none",
  highlight: function (element) {
    $(element).closest(".form-group").removeClass("has-success").addClass("has-error");
  },
  success: function (error) {
    error.closest(".form-group").removeClass("has-error").addClass("has-success");
  },
  unhighlight: function () {},
  errorPlacement: function (error, element) {
    error.appendTo(element.closest(".col-sm-7"));
  }
});

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
