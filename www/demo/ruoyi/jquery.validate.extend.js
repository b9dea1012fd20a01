// The system's own way of showing what the validator found.
$.validator.setDefaults({
  highlight: function (element) {
    $(element).closest(".form-group").addClass("has-error");
  },
  unhighlight: function (element) {
    $(element).closest(".form-group").removeClass("has-error");
  },
  errorPlacement: function (error, element) {
    var group = element.parent(".input-group");
    if (element.is(":radio")) return void error.appendTo(element.parent().parent());
    if (group.length) return void error.appendTo(group);
    element.next().remove();
    error.insertAfter(element);
  }
});
$.extend($.validator.messages, {
  required: "<i class='glyphicon glyphicon-exclamation-sign'></i> 这是必填项",
  number: "<i class='glyphicon glyphicon-exclamation-sign'></i> 请填写数字"
});
