"""Everything that matters works with JavaScript off, over http and from a memory card."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site begins."""
    return f"{site.as_uri()}/" if request.param == "file" else str(request.getfixturevalue("served").address)


@pytest.fixture
def plain(root: str, opened: Any) -> Any:
    """Opens a page with JavaScript off."""
    return lambda path, **options: opened(root + path, java_script_enabled=False, **options)[0]


def test_the_menu_opens_and_leads_on(plain: Any) -> None:
    page = plain("index.html")
    link = page.locator(".md-sidebar a[href='recruitment.html']")
    assert not link.is_visible()
    page.locator("#__drawer").check()
    link.click()
    assert page.url.endswith("/recruitment.html")


def test_the_menu_opens_by_keyboard(plain: Any) -> None:
    page = plain("index.html")
    page.keyboard.press("Tab")  # skip link
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".md-sidebar a[href='recruitment.html']").is_visible()


def test_the_language_menu_leads_to_the_same_page(plain: Any, pages: Any) -> None:
    for tag in pages.locales[1:]:
        page = plain("help/kh.html")
        page.locator(".md-select > summary").click()
        page.locator(f"#__languages a[hreflang='{tag}']").click()
        assert page.url.endswith(f"/{tag}/help/kh.html")
        assert page.locator("html").get_attribute("lang") == tag


def test_numbers_can_be_read_and_dialled(plain: Any) -> None:
    page = plain("help/kh.html")
    numbers = page.locator("article a[href^='tel:']")
    assert numbers.count() > 2
    assert all(numbers.nth(index).is_visible() for index in range(numbers.count()))


def test_the_search_is_a_list_of_pages(plain: Any, pages: Any) -> None:
    for tag in pages.locales:
        page = plain(pages.path(tag, "search"))
        assert not page.locator("#__search").is_visible()
        links = page.locator("#__pages a")
        assert links.count() >= 20
        links.first.click()
        assert page.locator("html").get_attribute("lang") == tag


def test_from_a_card_every_link_leads_to_a_file(site: Path, pages: Any, opened: Any) -> None:
    page, _ = opened(site.as_uri() + "/index.html", java_script_enabled=False)
    for path in pages.templates():
        if path == "404.html":
            continue
        page.goto((site / path).as_uri())
        links = page.locator("a[href]").evaluate_all("all => all.map(link => link.protocol + link.pathname)")
        local = {link.removeprefix("file:") for link in links if link.startswith("file:")}
        assert [link for link in sorted(local) if not Path(link).is_file()] == [], path
