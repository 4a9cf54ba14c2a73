(function (doc, place) {
  var link = doc.getElementById("__leave"), presses = 0, last = 0;
  if (link) {
    var target = link.href;
    var leave = function (event) {
      if (event.preventDefault) event.preventDefault();
      doc.title = "";
      doc.body.textContent = "";
      place.replace(target);
    };
    link.addEventListener("click", leave);
    doc.addEventListener("keydown", function (event) {
      var now = Date.now();
      presses = event.key !== "Shift" ? 0 : now - last < 1000 ? presses + 1 : 1;
      last = now;
      if (presses > 2) leave(event);
    });
  }
  var offer = doc.getElementById("__offer"), list = doc.getElementById("__languages");
  if (!offer || !list) return;
  var here = doc.documentElement.lang.toLowerCase();
  (navigator.languages || []).some(function (wanted) {
    wanted = wanted.toLowerCase().replace(/^zh-(tw|hk|mo).*/, "zh-hant").replace(/^zh-(cn|sg|my).*|^zh$/, "zh-hans").replace(/^fil/, "tl").replace(/^in\b/, "id");
    var known = [].filter.call(list.querySelectorAll("a"), function (other) {
      var tag = other.hreflang.toLowerCase();
      return wanted === tag || wanted.indexOf(tag + "-") === 0;
    })[0];
    if (known && known.hreflang.toLowerCase() !== here) {
      var copy = known.cloneNode(true);
      copy.className = "";
      offer.appendChild(copy);
      offer.hidden = false;
    }
    return known;
  });
})(document, location);
