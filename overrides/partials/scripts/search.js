(function (doc) {
  var form = doc.getElementById("__search"), input = doc.getElementById("__query"), count = doc.getElementById("__count"),
    found = doc.getElementById("__found"), all = doc.getElementById("__pages"), data = form.dataset;
  var same = { "đ": "d", "ı": "i", "ł": "l", "ø": "o", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه" };
  var digits = /\p{Nd}/gu, digit = /^\p{Nd}$/u, unspaced = /[\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Lao}\p{sc=Thai}\p{sc=Han}]/u;
  var pages, words, holders, asked;

  // The same folding as waymark/lean/fold.py.
  function fold(text) {
    return text.toLowerCase().normalize("NFKD")
      .replace(digits, function (char) {
        var code = char.codePointAt(0), value = 0;
        while (digit.test(String.fromCodePoint(code - value - 1))) value++;
        return value;
      })
      .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad\ufeff\u200b-\u200f]/g, "")
      .replace(/[đıłøةىیکہھ]/g, function (char) { return same[char]; });
  }

  // Pages that hold a term, each with the best of: where (title, heading, text) and how (word, start, inside).
  function holding(term, start) {
    var best = {}, any = false, whole = unspaced.test(term);
    start = start || /^[a-z]{1,4}$/.test(term);
    words.forEach(function (word, at) {
      var place = word.indexOf(term);
      if (place < 0 || (start && place)) return;
      any = true;
      var fit = word === term ? 3 : place && !whole ? 1 : 2, sum = 0;
      holders[at].split(",").forEach(function (step) {
        sum += parseInt(step, 36);
        var page = Math.floor(sum / 3);
        best[page] = Math.max(best[page] || 0, (1 + 3 * (sum % 3)) * fit);
      });
    });
    return any && best;
  }

  // Other endings of a word count half: jobs finds job, investing finds invest.
  function endings(term, best) {
    var cut = unspaced.test(term) || term.length < 4 ? 0 : Math.min(3, Math.floor(term.length / 3));
    for (; cut > 0; cut--) {
      var near = holding(term.slice(0, -cut), true) || {};
      Object.keys(near).forEach(function (page) { best[page] = Math.max(best[page] || 0, near[page] / 2); });
    }
    return best;
  }

  // A term nobody holds is cut from its end, and the rest is asked again (unspaced text).
  function pieces(term) {
    var least = Math.min(term.length, /\p{sc=Han}/u.test(term) ? 1 : 3);
    for (var end = term.length; end && end >= least; end--) {
      var best = holding(term.slice(0, end));
      if (best) return [endings(term.slice(0, end), best)].concat(term.length - end < 3 ? [] : pieces(term.slice(end)));
    }
    return unspaced.test(term) && term.length > least ? pieces(term.slice(1)) : [];
  }

  function terms(query) {
    return fold(query).split(/[^\p{L}\p{M}\p{N}]+/u).filter(function (term, at, all) {
      return term && (all.length < 3 || !/^[a-z]{1,2}$/.test(term));
    }).map(function (term) { return term.replace(/^(?:[وفبك]?ال|لل)(?=.{3})/, ""); });
  }

  // Rare terms weigh more, a title that holds the whole query most; pages that miss the rare terms are not shown.
  function search(query) {
    var scores = {}, matched = {}, most = 0, phrase = fold(query);
    terms(query).forEach(function (term) {
      pieces(term).forEach(function (best) {
        var hits = Object.keys(best), rarity = Math.log(1 + pages.length / hits.length);
        hits.forEach(function (page) {
          scores[page] = (scores[page] || 0) + best[page] * rarity;
          most = Math.max(most, matched[page] = (matched[page] || 0) + rarity);
        });
      });
    });
    Object.keys(scores).forEach(function (page) {
      if (fold(pages[page][1]).indexOf(phrase) >= 0) scores[page] *= 2;
    });
    return Object.keys(matched).filter(function (page) { return matched[page] > most * 0.4; })
      .sort(function (a, b) { return scores[b] - scores[a] || a - b; });
  }

  function show() {
    var query = input.value.trim();
    all.hidden = !!query && !!pages;
    found.textContent = count.textContent = "";
    if (!query || !pages) return;
    var hits = search(query);
    count.textContent = !hits.length ? data.none : hits.length === 1 ? data.one : data.other.replace("#", hits.length);
    hits.slice(0, 20).forEach(function (hit) {
      var link = doc.createElement("a");
      link.href = data.base + pages[hit][0];
      link.textContent = pages[hit][1];
      found.appendChild(doc.createElement("li")).appendChild(link);
    });
  }

  function load() {
    if (asked || !data.index) return; // a one-file copy makes its own index
    asked = doc.createElement("script");
    asked.src = data.index;
    asked.onerror = function () { asked = null; };
    doc.body.appendChild(asked);
  }

  window.waymarkIndex = function (list, text, postings) {
    pages = list;
    words = text.slice(1).split("\n");
    holders = postings.split("\n");
    show();
  };
  window.waymarkIndex.fold = fold;
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  input.addEventListener("focus", load);
  input.addEventListener("input", function () { load(); show(); });
})(document);
