"""On paper a page is a leaflet: no controls, every address and number in full."""

from __future__ import annotations

from typing import Any

import pytest

CONTROLS = ".md-header, .md-sidebar, .md-footer, .md-skip, #__drawer, .wm-search"


@pytest.mark.parametrize("path", ["help/kh.html", "recruitment.html", "sources.html"])
def test_controls_are_gone_and_addresses_are_written_out(path: str, served: Any, opened: Any) -> None:
    page, _ = opened(served.address + path, color_scheme="dark")
    page.emulate_media(media="print")
    shown = page.locator(CONTROLS).evaluate_all("all => all.filter(e => e.checkVisibility()).length")
    assert shown == 0
    bare = page.locator("article a[href^=http]").evaluate_all(
        "all => all.map(e => [getComputedStyle(e, '::after').content, e.getAttribute('href')])"
        ".filter(([shown, href]) => !shown.includes(href)).length"
    )
    assert bare == 0
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(255, 255, 255)"


def test_numbers_are_printed_as_they_are_dialled(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "help/kh.html")
    page.emulate_media(media="print")
    differ = page.locator("article a[href^='tel:']").evaluate_all(
        "all => all.filter(e => e.innerText.replace(/[^0-9+*#]/g, '') !== e.getAttribute('href').slice(4)"
        ".replace(/[^0-9+*#]/g, '')).map(e => e.outerHTML)"
    )
    assert differ == []


def test_boxes_are_printed_open(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "sources.html")
    page.emulate_media(media="print")
    heights = page.locator("article details li").evaluate_all("all => all.map(e => e.offsetHeight)")
    assert heights and all(heights)
