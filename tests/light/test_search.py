"""Search finds what readers type, in every locale, over http and from a memory card."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path
from typing import Any

import pytest
import yaml

from waymark.lean.fold import fold, words
from waymark.lean.search import Entry, index

DATA = Path(__file__).resolve().parent.parent / "data" / "search"
LISTED = "[...document.querySelectorAll('#__found a')].map(a => a.getAttribute('href'))"


def _search(page: Any, query: str) -> list[str]:
    page.fill("#__query", query)
    page.locator("#__count:not(:empty)").wait_for(timeout=10_000)
    return list(page.evaluate(LISTED))


def _wrong(page: Any, tag: str) -> list[str]:
    prefix = "" if tag == "en" else f"{tag}/"
    found = []
    for case in yaml.safe_load((DATA / f"{tag}.yml").read_text(encoding="utf-8")):
        hits = [hit.removeprefix("../").removeprefix("./") for hit in _search(page, str(case["query"]))]
        if hits[:1] != [f"{prefix}{case['first']}.html"]:
            found.append(f"{case['query']}: {case['first']} expected, got {hits[:3]}")
    return found


def test_every_locale_has_its_table_of_queries(pages: Any) -> None:
    counts = {tag: (DATA / f"{tag}.yml").is_file() for tag in pages.locales}
    assert counts == dict.fromkeys(pages.locales, True)
    for tag in pages.locales:
        assert len(yaml.safe_load((DATA / f"{tag}.yml").read_text(encoding="utf-8"))) >= 10, tag


@pytest.mark.parametrize("origin", ["http", "file"])
def test_real_queries_find_the_page_first(origin: str, pages: Any, served: Any, opened: Any) -> None:
    wrong = {}
    for tag in pages.locales:
        path = pages.path(tag, "search")
        page, said = opened(served.address + path if origin == "http" else (pages.site / path).as_uri())
        if found := _wrong(page, tag) + said:
            wrong[tag] = found
    assert wrong == {}


def test_a_title_finds_its_page(pages: Any, served: Any, opened: Any) -> None:
    lost = []
    for tag in pages.locales:
        page, _ = opened(served.address + pages.path(tag, "search"))
        links = "all => all.map(a => [a.textContent, a.getAttribute('href')])"
        for title, href in page.locator("#__pages a").evaluate_all(links)[::6]:
            hits = [posixpath.basename(hit) for hit in _search(page, title)]
            if posixpath.basename(href) not in hits[:3]:
                lost.append((tag, title, hits[:3]))
    assert lost == []


def test_the_index_is_loaded_on_first_use_only(served: Any, opened: Any) -> None:
    served.asked.clear()
    page, _ = opened(served.address + "search.html")
    assert [path for path, _ in served.asked] == ["/search.html"]
    _search(page, "passport")
    _search(page, "police")
    assert [path for path, _ in served.asked] == ["/search.html", "/assets/search/en.js"]


def test_results_are_announced(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "search.html")
    _search(page, "embassy")
    count = page.locator("#__count")
    assert count.get_attribute("role") == "status"
    assert page.locator("#__found a").count() > 1
    page.fill("#__query", "qqqqqqqq")
    assert page.locator("#__found a").count() == 0
    assert count.inner_text() != ""
    page.fill("#__query", "")
    assert page.locator("#__pages").is_visible()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hộ chiếu", "ho chieu"),
        ("Đà Nẵng", "da nang"),
        ("İstanbul ıstırap", "istanbul istirap"),
        ("السَّفارة", "السفاره"),
        ("١٢٣ ۴۵ १२ ១២ ๑๒ ໑໒ ၁၂ １２", "123 45 12 12 12 12 12 12"),
        ("ស្ថានទូត", "ស្ថានទូត"),
        ("สถานทูต", "สถานทูต"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


def test_the_page_folds_as_the_index_does(pages: Any, served: Any, opened: Any) -> None:
    """Each indexed word, typed as it stands in the index, is found as a whole word."""
    for tag in pages.locales:
        script = (pages.site / "assets" / "search" / f"{tag}.js").read_text(encoding="utf-8")
        known = script.split('"\\n', 1)[1].split('"', 1)[0].split("\\n")
        page, _ = opened(served.address + pages.path(tag, "search"))
        lost = [word for word in known[:: max(1, len(known) // 12)] if not _search(page, word)]
        assert lost == [], tag


def test_an_index_names_each_word_once_with_its_pages() -> None:
    script = index([Entry("a.html", "A", {"one": 2, "two": 0}), Entry("b.html", "B", {"two": 1})])
    pages, known, postings = json.loads("[" + script.removeprefix("waymarkIndex(").removesuffix(");\n") + "]")
    assert pages == [["a.html", "A"], ["b.html", "B"]]
    assert (known, postings) == ("\none\ntwo", "2\n0,4")


def test_words_of_unspaced_scripts_are_phrases() -> None:
    assert words(fold("ពិនិត្យការផ្ដល់ការងារ ឬ ស្ថានទូត។")) == ["ពិនិត្យការផ្ដល់ការងារ", "ឬ", "ស្ថានទូត"]
