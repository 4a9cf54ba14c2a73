(function (doc, place) {
  var input = doc.getElementById("__query"), notes = doc.getElementById("notes"), read;

  // Every page is in this file, so the index is made here, when someone first searches.
  function index() {
    if (read) return;
    read = true;
    var pages = [], holders = Object.create(null), none = ".wm-facts, .wm-evidence, .wm-sources details, cite, sup";
    var home = doc.querySelector(".wm-page");
    [].forEach.call(doc.querySelectorAll("#__pages a"), function (link) {
      var page = doc.getElementById(link.hash.slice(1));
      if (!page) return;
      var copy = page.cloneNode(true), weights = Object.create(null), title = copy.querySelector("h1");
      function add(parts, weight) {
        [].forEach.call(parts, function (part) {
          (window.waymarkIndex.fold(part.textContent).match(/[\p{L}\p{M}\p{N}]+/gu) || []).forEach(function (word) {
            weights[word] = weight;
          });
        });
      }
      [].forEach.call(copy.querySelectorAll(none), function (part) { part.parentNode.removeChild(part); });
      if (!title) return;
      add(copy.querySelectorAll("p, li, td, th, summary, strong"), 0);
      add(copy.querySelectorAll("h2, h3, summary"), 1);
      add(home.querySelectorAll('a[href="#' + page.id + '"]'), 1); // what the first page calls it
      add([title], 2);
      pages.push(["#" + page.id, title.textContent]);
      Object.keys(weights).forEach(function (word) {
        (holders[word] = holders[word] || []).push((pages.length - 1) * 3 + weights[word]);
      });
    });
    var words = Object.keys(holders).sort();
    window.waymarkIndex(pages, "\n" + words.join("\n"), words.map(function (word) {
      return holders[word].map(function (step, at, all) { return (step - (at ? all[at - 1] : 0)).toString(36); }).join(",");
    }).join("\n"));
  }
  input.addEventListener("focus", index);
  input.addEventListener("input", index);

  // Leaving empties the document first; the empty notes are what stays.
  window.addEventListener("hashchange", function () {
    if (place.hash !== "#notes" || notes.parentNode) return;
    notes.className = "wm-left";
    doc.title = "Notes";
    doc.body.appendChild(notes);
  });
})(document, location);
