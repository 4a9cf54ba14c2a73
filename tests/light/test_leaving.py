"""“Leave this page”: blank at once, replaced in the history, with and without a script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, site: Path) -> str:
    """The first page over http and from a memory card."""
    if request.param == "file":
        return (site / "index.html").as_uri()
    return str(request.getfixturevalue("served").address + "index.html")


def test_leaving_replaces_the_page_in_the_history(start: str, opened: Any) -> None:
    page, _ = opened(start)
    page.click("article a[href*='offer']")
    page.wait_for_url("**/offer.html")
    length = page.evaluate("history.length")
    page.click("#__leave")
    page.wait_for_url("https://**")
    assert page.evaluate("history.length") == length
    page.go_back()
    assert page.url == start, "Back skips the page that was left"


def test_the_page_is_blank_before_the_other_one_answers(start: str, opened: Any) -> None:
    page, _ = opened(start)
    page.context.unroute_all()
    page.context.route("https://**", lambda route: route.fulfill(status=204))  # nothing comes
    page.click("#__leave", no_wait_after=True)
    assert page.evaluate("[document.title, document.body.innerText.trim()]") == ["", ""]


def test_shift_three_times_leaves(start: str, opened: Any) -> None:
    page, _ = opened(start)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://**")


@pytest.mark.parametrize("keys", [["Shift", "Shift"], ["Shift", "a", "Shift", "Shift"], ["Shift+A"] * 4])
def test_typing_capitals_does_not_leave(keys: list[str], served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "search.html")
    page.focus("#__query")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == served.address + "search.html"


def test_leaving_works_without_a_script(start: str, opened: Any) -> None:
    page, _ = opened(start, java_script_enabled=False)
    page.click("#__leave")
    page.wait_for_url("https://**")


def test_the_link_stays_in_view(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "help/kh.html")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    box = page.locator("#__leave").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 100
    assert box["height"] >= 32


def test_every_page_says_what_leaving_does_not_do(site: Path) -> None:
    silent = [p.name for p in sorted(site.glob("*.html")) if "history" not in p.read_text(encoding="utf-8")]
    assert silent == []
