(function (doc, path) {
  var all = [].slice.call(doc.querySelectorAll(".wm-missing"));
  var wanted = path.split("/").concat(navigator.languages || []);
  wanted.some(function (tag) {
    var own = all.filter(function (part) { return tag && tag.toLowerCase().split("-")[0] === part.lang.toLowerCase().split("-")[0]; })[0];
    if (own) own.parentNode.insertBefore(own, all[0]);
    return own;
  });
})(document, location.pathname);
