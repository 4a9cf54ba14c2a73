"""What is inside a copy: nothing from a network, no dead link, no absent language, no article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from waymark.checks.leaks import Leaks
from waymark.errors import PageError, UsageError
from waymark.model import Article, Location, Source
from waymark.pack import chosen, make, read_built
from waymark.pack.shared import merged

OWN_ADDRESS = 'link[rel="canonical"], link[rel="alternate"], meta[property^="og:"]'


def pages(folder: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), LexborHTMLParser(path.read_text("utf-8"))


def test_every_link_in_a_folder_leads_to_a_place_that_is_there(copies: Any) -> None:
    for tag in copies.tags:
        known = dict(pages(copies.folder(tag)))
        ids = {path: {node.id for node in page.css("[id]")} for path, page in known.items()}
        dead = []
        for path, page in known.items():
            for link in page.css("a[href]"):
                target = urlsplit(link.attributes["href"] or "")
                if target.scheme or target.netloc:
                    continue
                named = posixpath.join(posixpath.dirname(path), unquote(target.path)) if target.path else path
                place = posixpath.normpath(named)
                if place not in known or (target.fragment and unquote(target.fragment) not in ids[place]):
                    dead.append((path, link.attributes["href"]))
        assert dead == [], tag


def test_every_link_in_a_single_file_leads_to_a_place_in_it(copies: Any) -> None:
    for tag in copies.tags:
        page = LexborHTMLParser((copies.dist / f"waymark-{tag}.html").read_text("utf-8"))
        ids = [node.id for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), tag
        inner = [link.attributes["href"] or "" for link in page.css("a[href]")]
        inner = [href for href in inner if not urlsplit(href).scheme]
        assert [href for href in inner if unquote(href[1:]) not in ids or href[0] != "#"] == [], tag


def test_a_single_file_holds_every_page_once(copies: Any, site: Path) -> None:
    built = read_built(site)
    for tag in copies.tags:
        page = LexborHTMLParser((copies.dist / f"waymark-{tag}.html").read_text("utf-8"))
        titles = [LexborHTMLParser(built.read(path)).css_first("h1") for path in built.of(tag)]
        kept = [section.css_first("h1") for section in page.css("section.wm-page")]
        assert sorted(node.text() for node in kept if node) == sorted(node.text() for node in titles if node)


def test_a_single_file_has_one_header_one_menu_and_no_drawer(copies: Any) -> None:
    for tag in copies.tags:
        page = LexborHTMLParser((copies.dist / f"waymark-{tag}.html").read_text("utf-8"))
        for selector in ("header", "main", "footer", "nav.wm-menu-list", "#__leave", "#__query", "style"):
            assert len(page.css(selector)) == 1, (tag, selector)
        assert page.css("#__drawer, #__languages, #__offer, [data-index]") == [], tag


def test_a_single_file_holds_every_number_to_call(copies: Any, site: Path) -> None:
    built = read_built(site)
    for tag in copies.tags:
        page = LexborHTMLParser((copies.dist / f"waymark-{tag}.html").read_text("utf-8"))
        kept = {(link.attributes["href"], link.text()) for link in page.css('a[href^="tel:"]')}
        for path in built.of(tag):
            own = LexborHTMLParser(built.read(path))
            assert {(link.attributes["href"], link.text()) for link in own.css('a[href^="tel:"]')} <= kept


def test_copies_have_no_address_and_fetch_nothing(copies: Any) -> None:
    files = [*copies.dist.glob("waymark-*.html"), *copies.unpacked.rglob("*.html")]
    for path in files:
        page = LexborHTMLParser(path.read_text("utf-8"))
        assert page.css(OWN_ADDRESS) == [], path
        assert page.css("script[src], link[rel~=stylesheet], iframe, object") == [], path
        policy = page.css_first('meta[http-equiv="Content-Security-Policy"]')
        assert policy is not None, path
        assert "default-src 'none'" in (policy.attributes["content"] or ""), path


def test_the_language_menu_offers_what_is_inside(copies: Any) -> None:
    for tag in (*copies.tags, "all"):
        inside = set(copies.offered) if tag == "all" else {"en", tag}
        for path, page in pages(copies.folder(tag) / "pages"):
            menu = {link.attributes["hreflang"] for link in page.css("#__languages a")}
            assert menu == (inside if len(inside) > 1 and path != "notes.html" else set()), path


def test_the_page_to_leave_for_names_nothing(copies: Any) -> None:
    page = LexborHTMLParser((copies.folder("en") / "pages" / "notes.html").read_text("utf-8"))
    assert page.body is not None
    assert page.body.text().strip() == ""
    assert page.css("a") == []
    assert "aymark" not in (page.html or "")


def test_words_of_an_article_stop_the_pack(site: Path, order: Any) -> None:
    page = LexborHTMLParser((site / "first-steps.html").read_text("utf-8")).css_first("article")
    assert page is not None
    body = " ".join(page.text(separator=" ").split()[60:90])
    source = Source("2026-01-01-someone", "en", "2026-01-01", "Someone", "", "", "")
    stolen = Leaks.of([Article(source, Location("x", 1), body, ())], [])
    with pytest.raises(PageError, match="2026-01-01-someone"):
        make(order(site, "en", leaks=stolen), lambda: None)


def test_a_copy_over_its_limit_is_refused(site: Path, order: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waymark.pack.names.PAGE_LIMIT", 1000)
    with pytest.raises(PageError, match=r"waymark-en\.html: \d+ bytes, 1000 are promised"):
        make(order(site, "en"), lambda: None)


def test_only_locales_the_site_offers_are_packed(site: Path) -> None:
    built = read_built(site)
    assert chosen(built, []) == built.offered
    assert chosen(built, ["en", "en"]) == ("en",)
    with pytest.raises(UsageError, match="does not offer “am”"):
        chosen(built, ["am"])


@pytest.mark.parametrize(
    ("known", "more", "together"),
    [
        ("bcd", "acd", "abcd"),
        ("", "ab", "ab"),
        ("ab", "ab", "ab"),
        ("ac", "abc", "abc"),
        ("ab", "abc", "abc"),
    ],
)
def test_lists_that_each_lack_one_line_are_joined_in_order(known: str, more: str, together: str) -> None:
    assert "".join(merged(list(known), list(more))) in {together, "bacd"}
