// The same page on two versions of layui: 2.9, or 2.6 with ?v=2.6.
(function () {
  var base = "../../../node_modules/layui" + (/[?&]v=2\.6/.test(location.search) ? "-2.6" : "") + "/dist/";
  document.write('<link rel="stylesheet" href="' + base + 'css/layui.css"><script src="' + base + 'layui.js"><\/script>');
})();
