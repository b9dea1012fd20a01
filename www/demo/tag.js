// Stands for the one line that a portal pastes, so that the same demo page is seen with and without it:
//   <script src="tianbao.js" data-pack="packs/rural-revitalization-township.json" defer></script>
// `?plain` leaves it out, in the page and in every frame of it; `?message=host` and its like set an attribute of it.
// What stands as data-* on this script's own element is handed on.
(function () {
  var me = document.currentScript || document.getElementsByTagName("script")[document.getElementsByTagName("script").length - 1];
  var dist = me.src.replace(/www\/demo\/tag\.js.*$/, "dist/");
  var query = location.search + "&" + topQuery();
  if (/[?&]plain(=|&|$)/.test(query)) return;

  var attributes = { src: dist + "tianbao.js", "data-pack": dist + "packs/rural-revitalization-township.json" };
  for (var i = 0; i < me.attributes.length; i++) {
    if (/^data-/.test(me.attributes[i].name)) attributes[me.attributes[i].name] = me.attributes[i].value;
  }
  query.replace(/[?&](form|map|host|message|timing|normalise|guard|submit|draft|locale|engine)=([^&#]+)/g, function (all, name, value) {
    attributes["data-" + name] = decodeURIComponent(value);
    return all;
  });

  var text = "<script";
  for (var name in attributes) text += " " + name + '="' + attributes[name].replace(/&/g, "&amp;").replace(/"/g, "&quot;") + '"';
  // Written, not appended: so it is a script of the page's own text like a pasted one, and `defer` means what it says.
  document.write(text + " defer></" + "script>");

  function topQuery() {
    try {
      return window.top.location.search;
    } catch (other) {
      return "";
    }
  }
})();
