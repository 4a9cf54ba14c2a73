"""Every page knows its language and leads to its siblings, wherever a copy of the site lies."""

from __future__ import annotations

from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from waymark.locales import locale


def _page(pages: Any, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((pages.site / path).read_text(encoding="utf-8"))


def test_language_and_direction_are_declared(pages: Any) -> None:
    for path in pages.all():
        if path == "404.html":
            continue
        tag = path.split("/")[0] if path.split("/")[0] in pages.locales else "en"
        root = _page(pages, path).css_first("html").attributes
        assert (root["lang"], root["dir"]) == (tag, locale(tag).direction), path


def test_the_menu_is_relative_and_marks_the_page_itself(pages: Any) -> None:
    for path in pages.first_views():
        links = _page(pages, path).css("#__languages a")
        targets = [str(link.attributes["href"]) for link in links]
        assert not [target for target in targets if ":" in target or target.startswith("/")], path
        here = (pages.site / path).resolve()
        found = [(here.parent / target).resolve() for target in targets]
        assert [target for target in found if not target.is_file()] == [], path
        current = [t for t, link in zip(found, links, strict=True) if "aria-current" in link.attributes]
        assert current == [here], path


def test_a_name_in_another_direction_says_so(pages: Any) -> None:
    def wrong(link: LexborNode, page: str) -> bool:
        want = locale(str(link.attributes["lang"])).direction
        return str(link.attributes.get("dir") or page) != want

    for path in pages.first_views():
        page = _page(pages, path)
        direction = str(page.css_first("html").attributes["dir"])
        assert [link.html for link in page.css("#__languages a") if wrong(link, direction)] == [], path


def test_a_guess_of_the_language_is_offered_and_never_followed(pages: Any, served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "offer.html", locale="fr-CA")
    assert page.url.endswith("/offer.html")
    offer = page.locator("#__offer a")
    assert (offer.get_attribute("hreflang"), offer.get_attribute("href")) == ("fr", "fr/offer.html")
    same, _ = opened(served.address + "fr/offer.html", locale="fr-FR")
    assert not same.locator("#__offer").is_visible()


def test_a_missing_page_answers_in_the_readers_language(pages: Any, served: Any, opened: Any) -> None:
    for tag in pages.locales[1:]:
        page, _ = opened(f"{served.address}{tag}/no/such/page.html")
        first = page.locator(".wm-missing").first
        assert first.get_attribute("lang") == tag
        first.locator("a").click()
        assert page.url == f"{served.address}{tag}/index.html"


def test_a_missing_page_holds_every_language(pages: Any) -> None:
    sections = _page(pages, "404.html").css(".wm-missing")
    assert [section.attributes["lang"] for section in sections] == list(pages.locales)


def test_without_an_address_nothing_points_to_one(pages: Any) -> None:
    for path in pages.first_views():
        assert _page(pages, path).css("link[rel=canonical], link[rel=alternate], meta[property]") == [], path
    assert not (pages.site / "sitemap.xml").exists()
