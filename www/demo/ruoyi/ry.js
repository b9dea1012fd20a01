// What every page of the system has: dialogs, tabs, sending, checking, each under the name that the generated pages call.
(function ($) {
  "use strict";

  var boss = window.top;

  function pageOf(url) {
    // With the tag in the top page the forms carry none.
    return /[?&]tag=top\b/.test(boss.location.search) ? url + "?plain" : url;
  }

  $.modal = {
    msgSuccess: function (text) {
      boss.layer.msg(text, { icon: 1, time: 1500, shift: 5 });
    },
    alertError: function (text) {
      boss.layer.alert(text, { icon: 2, title: "系统提示" });
    },
    loading: function (text) {
      window.layer.load(2, { shade: [0.2, "#000"] });
      $("body").attr("data-loading", text);
    },
    closeLoading: function () {
      window.layer.closeAll("loading");
      $("body").removeAttr("data-loading");
    },
    disable: function () {
      $("a[class*=layui-layer-btn]", boss.document).addClass("layer-disabled");
    },
    enable: function () {
      $("a[class*=layui-layer-btn]", boss.document).removeClass("layer-disabled");
    },
    close: function () {
      boss.layer.close(boss.layer.getFrameIndex(window.name));
    },
    open: function (title, url, width, height) {
      boss.layer.open({
        type: 2,
        area: [Math.min(width, $(boss).width() - 10) + "px", Math.min(height, $(boss).height() - 20) + "px"],
        fix: false,
        maxmin: true,
        shade: 0.3,
        title: title,
        content: pageOf(url),
        btn: ["确定", "暂存", "关闭"],
        yes: function (index, layero) {
          layero.find("iframe")[0].contentWindow.submitHandler(index, layero);
        },
        btn2: function (index, layero) {
          layero.find("iframe")[0].contentWindow.draftHandler(index, layero);
          return false;
        }
      });
    },
    openTab: function (title, url) {
      boss.$.openMenu(title, pageOf(url));
    },
    closeTab: function () {
      boss.$.openMenu("月报管理", "list.html");
    }
  };

  $.operate = {
    save: function (url, data) {
      $.ajax({
        url: url,
        type: "post",
        dataType: "json",
        data: data,
        beforeSend: function () {
          $.modal.loading("正在处理中，请稍候");
          $.modal.disable();
        },
        success: $.operate.saved,
        error: function () {
          $.modal.closeLoading();
          $.modal.enable();
          $.modal.alertError("服务暂时没有响应，请稍后再试。");
        }
      });
    },
    saved: function (result) {
      $.modal.closeLoading();
      $.modal.enable();
      if (result.code !== 0) return $.modal.alertError(result.msg);
      $.modal.msgSuccess(result.msg);
      if (/^layui-layer-iframe/.test(window.name)) $.modal.close();
      else $.modal.closeTab();
    }
  };

  $.validate = {
    form: function (id) {
      return $("#" + (id || $("form").attr("id"))).validate().form();
    }
  };
})(jQuery);
