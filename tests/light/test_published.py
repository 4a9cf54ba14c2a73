"""A site with an address, out of preview: what search engines and messengers are told."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

ADDRESS = "https://example.org/guide"


def _head(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text("utf-8"))


@pytest.mark.parametrize("path", ["index.html", "help/kh.html", "km/offer.html"])
def test_canonical_and_alternates_are_absolute_and_exist(path: str, published: Path) -> None:
    page = _head(published, path)
    (canonical,) = [str(link.attributes["href"]) for link in page.css("link[rel=canonical]")]
    assert canonical == f"{ADDRESS}/{path}"
    links = page.css("link[rel=alternate]")
    found = {str(link.attributes["hreflang"]): str(link.attributes["href"]) for link in links}
    assert set(found) == {"x-default", "en", "fr", "km"}
    assert found["x-default"] == found["en"]
    assert canonical in found.values()
    for address in found.values():
        assert (published / address.removeprefix(f"{ADDRESS}/")).is_file(), address


def test_the_menu_stays_relative_so_that_a_mirror_works(published: Path) -> None:
    links = [str(link.attributes["href"]) for link in _head(published, "km/offer.html").css("#__languages a")]
    assert links == ["../offer.html", "../fr/offer.html", "offer.html"]


def test_search_engines_may_come(published: Path) -> None:
    assert _head(published, "index.html").css("meta[name=robots]") == []


def test_the_sitemap_names_every_page_once(published: Path) -> None:
    text = (published / "sitemap.xml").read_bytes()
    listed = [node.text for node in ET.fromstring(text).findall(".//{*}loc")]
    pages = sorted(p.relative_to(published).as_posix() for p in published.rglob("*.html"))
    assert listed == [f"{ADDRESS}/{path}" for path in pages if path != "404.html"]
    assert len(text) < 100 * len(pages) + 200


def test_a_shared_link_shows_nothing_but_the_name_of_the_site(published: Path) -> None:
    cards = {
        str(meta.attributes["property"]): str(meta.attributes["content"])
        for meta in _head(published, "km/lost-money.html").css("meta[property]")
    }
    assert cards == {
        "og:type": "website",
        "og:locale": "km",
        "og:url": f"{ADDRESS}/km/lost-money.html",
        "og:title": "Waymark",
    }


def test_a_missing_page_leads_home_below_the_path(published: Path) -> None:
    homes = [str(link.attributes["href"]) for link in _head(published, "404.html").css(".wm-missing a")]
    assert homes == ["/guide/index.html", "/guide/fr/index.html", "/guide/km/index.html"]
