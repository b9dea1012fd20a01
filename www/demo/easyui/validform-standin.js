// Validform 本身不在 npm 上。这是一个替身：按其公开文档写出页面用到的那部分对外行为（选项、类名、属性、方法），
// 供演示和测试使用，不是 Validform 的代码。
(function ($) {
  var TYPES = {
    "*": /[\w\W]+/,
    n: /^\d+$/,
    s: /^[\u4E00-\u9FA5\uf900-\ufa2d\w.\s]+$/,
    d: /^\d+(\.\d+)?$/
  };
  var TIPS = { right: "通过信息验证！", wrong: "请填写正确信息！", empty: "请填写信息！" };

  function rule(type, own) {
    if (own[type]) return own[type];
    if (TYPES[type]) return TYPES[type];
    if (/^\/.+\/$/.test(type)) return new RegExp(type.slice(1, -1));
    var range = /^([*ns])(\d+)-(\d+)$/.exec(type);
    var sets = { "*": "[\\w\\W]", n: "\\d", s: "[\\u4E00-\\u9FA5\\w.\\s]" };
    return range ? new RegExp("^" + sets[range[1]] + "{" + range[2] + "," + range[3] + "}$") : TYPES["*"];
  }

  function tipOf(input, tiptype) {
    if (tiptype === 3) return input.siblings(".Validform_checktip");
    return input.parent().next().find(".Validform_checktip");
  }

  function show(input, settings, ok, text) {
    input.toggleClass("Validform_error", !ok);
    input[0].validform_valid = ok ? "true" : "false";
    if (typeof settings.tiptype === "function") {
      settings.tiptype(text, { type: ok ? 2 : 3, obj: input, curform: input.closest("form") }, function (tip, type) {
        tip.removeClass("Validform_wrong Validform_right").addClass(type === 2 ? "Validform_right" : "Validform_wrong");
      });
      return;
    }
    tipOf(input, settings.tiptype).text(text).removeClass("Validform_wrong Validform_right").addClass(ok ? "Validform_right" : "Validform_wrong");
  }

  function checkOne(input, settings) {
    var value = $.trim(input.val());
    var test = rule(input.attr("datatype"), settings.datatype);
    if (value === "" && input.attr("ignore") === "ignore") {
      input.removeClass("Validform_error");
      return true;
    }
    var found = value === "" ? input.attr("nullmsg") || TIPS.empty : true;
    if (found === true) found = $.isFunction(test) ? test(value, input, input.closest("form"), TYPES) : test.test(value);
    var ok = found === true || found === undefined;
    show(input, settings, ok, ok ? input.attr("sucmsg") || TIPS.right : typeof found === "string" ? found : input.attr("errormsg") || TIPS.wrong);
    return ok;
  }

  function checkAll(form, settings) {
    var wrong = null;
    form.find("[datatype]").each(function () {
      var input = $(this);
      if (input.is(":disabled")) return;
      if (!checkOne(input, settings)) {
        wrong = wrong || input;
        if (!settings.showAllError) return false;
      }
    });
    if (wrong) wrong.focus();
    return !wrong;
  }

  function send(form, settings) {
    form[0].validform_status = "posting";
    $.ajax({
      type: "POST",
      dataType: "json",
      url: form.attr("action"),
      data: form.serializeArray(),
      success: function (data) {
        form[0].validform_status = settings.postonce ? "posted" : "normal";
        if (settings.callback) settings.callback(data);
      }
    });
  }

  function submit(form, settings, unchecked) {
    if (form[0].validform_status === "posting" || form[0].validform_status === "posted") return false;
    if (settings.beforeCheck && settings.beforeCheck(form) === false) return false;
    if (!unchecked && !checkAll(form, settings)) return false;
    if (settings.beforeSubmit && settings.beforeSubmit(form) === false) return false;
    if (settings.ajaxPost) {
      send(form, settings);
      return false;
    }
    return true;
  }

  $.fn.Validform = function (options) {
    var forms = this;
    var settings = $.extend({ tiptype: 1, datatype: {}, showAllError: false }, options);
    forms.each(function () {
      var form = $(this);
      this.settings = $.extend({}, settings);
      this.validform_inited = "inited";
      this.validform_status = "normal";
      var own = this.settings;
      form.delegate("[datatype]", "blur", function () {
        checkOne($(this), own);
      });
      if (own.btnSubmit) form.find(own.btnSubmit).bind("click", function () {
        form.trigger("submit");
        return false;
      });
      form.submit(function () {
        return submit(form, own, false);
      });
    });
    return {
      forms: forms,
      check: function () {
        return checkAll(forms.first(), forms[0].settings);
      },
      submitForm: function (unchecked) {
        if (submit(forms.first(), forms[0].settings, unchecked === true)) forms[0].submit();
        return this;
      },
      ajaxPost: function (unchecked) {
        if (unchecked || checkAll(forms.first(), forms[0].settings)) send(forms.first(), forms[0].settings);
        return this;
      },
      resetForm: function () {
        forms.each(function () {
          this.reset();
          this.validform_status = "normal";
        });
        forms.find("[datatype]").removeClass("Validform_error");
        forms.find(".Validform_checktip").text("").removeClass("Validform_wrong Validform_right");
        return this;
      },
      getStatus: function () {
        return forms[0].validform_status;
      }
    };
  };
})(jQuery);
