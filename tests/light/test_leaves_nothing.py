"""No request to anyone else, nothing stored, no Referer: on every page."""

from __future__ import annotations

from typing import Any

import pytest

STORED = """async () => [
  document.cookie, localStorage.length, sessionStorage.length,
  (await indexedDB.databases()).length, (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length]"""


def _traces(paths: list[str], served: Any, opened: Any) -> dict[str, object]:
    page, said = opened(served.address + paths[0])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found: dict[str, object] = {}
    for path in paths:
        asked.clear()
        said.clear()
        page.goto(served.address + path)
        strange = [url for url in asked if not url.startswith((served.address, "data:"))]
        traces = (strange, page.evaluate(STORED), list(said))
        if traces != ([], ["", 0, 0, 0, 0, 0], []):
            found[path] = traces
    assert page.context.cookies() == []
    return found


def test_pages_leave_nothing_behind(pages: Any, served: Any, opened: Any) -> None:
    assert _traces([*pages.first_views(), *pages.templates()], served, opened) == {}


@pytest.mark.long
def test_every_page_leaves_nothing_behind(pages: Any, served: Any, opened: Any) -> None:
    assert _traces(pages.all(), served, opened) == {}


def test_following_a_link_tells_nobody_where_one_came_from(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "index.html")
    page.click("article a[href*='offer']")
    page.wait_for_url("**/offer.html")
    with page.expect_request("https://**") as leaving:
        page.click("#__leave")
    assert {referer for _, referer in served.asked} == {None}
    assert "referer" not in leaving.value.all_headers()


def test_searching_leaves_nothing_in_the_address(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "search.html")
    page.fill("#__query", "passport")
    page.wait_for_selector("#__found a")
    page.keyboard.press("Enter")
    assert page.url == served.address + "search.html"
    assert page.evaluate(STORED) == ["", 0, 0, 0, 0, 0]
