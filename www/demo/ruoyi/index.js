// The frame of the system: a menu on the left, the page of the chosen entry on the right.
$.openMenu = function (title, url) {
  $(".content-tabs span").text(title);
  $("iframe[name=tab]").attr("src", url);
  $("#side-menu li").removeClass("active").has("a[data-tab='" + url.replace(/\?.*/, "") + "']").addClass("active");
};

$("#side-menu").on("click", "a", function (event) {
  event.preventDefault();
  $.openMenu($(this).text(), $(this).data("tab") + (/[?&]tag=top\b/.test(location.search) ? "?plain" : ""));
});
