"""Each copy opened in a browser without a network: pages, languages, search, numbers, leaving."""

from __future__ import annotations

from typing import Any

import pytest


def test_a_folder_opens_in_its_own_language(copies: Any, phone: Any) -> None:
    for tag in copies.tags:
        opened = phone((copies.folder(tag) / "index.html").as_uri())
        opened.page.wait_for_url("**/pages/**")
        assert opened.page.url == copies.home(tag).as_uri()
        assert opened.page.get_attribute("html", "lang") == tag
        assert opened.quiet(), (tag, opened.said)


def test_the_folder_of_all_languages_opens_with_their_names(copies: Any, phone: Any) -> None:
    opened = phone((copies.folder("all") / "index.html").as_uri())
    assert opened.page.locator("a").count() == len(copies.offered)
    opened.page.click("a >> nth=0")
    opened.page.wait_for_url("**/pages/**")


def test_a_folder_is_navigated_like_the_site(copies: Any, phone: Any) -> None:
    for tag in copies.tags:
        opened = phone(copies.home(tag).as_uri())
        opened.page.click("article a[href*='offer']")
        opened.page.wait_for_url("**/offer.html")
        opened.page.check("#__drawer")
        opened.page.click("nav.md-sidebar a[href*='help/']")
        opened.page.wait_for_url("**/help/index.html")
        opened.page.click("article a[href*='kh.html']")
        opened.page.wait_for_url("**/help/kh.html")
        assert opened.page.locator("a[href='tel:117']").first.is_visible()
        assert opened.quiet(), (tag, opened.said)


def test_languages_change_inside_a_folder(copies: Any, phone: Any) -> None:
    for tag in set(copies.tags) - {"en"}:
        opened = phone(copies.home(tag).as_uri())
        opened.page.click("details.md-select summary")
        opened.page.click("#__languages a[hreflang=en]")
        opened.page.wait_for_url("**/pages/index.html")
        assert opened.page.get_attribute("html", "lang") == "en"


QUERIES = {"en": "passport", "fr": "passeport", "km": "ប៉ូលិស", "ar": "الشرطة"}


def _found(page: Any, query: str) -> list[str]:
    page.fill("#__query", query)
    page.wait_for_selector("#__found a")
    return [str(text) for text in page.locator("#__found a").all_inner_texts()]


def test_a_folder_is_searched_without_a_network(copies: Any, phone: Any) -> None:
    for tag in copies.tags:
        opened = phone((copies.home(tag).parent / "search.html").as_uri())
        assert _found(opened.page, QUERIES[tag])
        opened.page.click("#__found a >> nth=0")
        opened.page.wait_for_selector("article h1")
        assert opened.quiet(), (tag, opened.said)


def test_leaving_a_folder_ends_on_empty_notes(copies: Any, phone: Any) -> None:
    for tag in copies.tags:
        for script in (True, False):
            opened = phone(copies.home(tag).as_uri(), java_script_enabled=script)
            opened.page.click("#__leave")
            opened.page.wait_for_url("**/pages/notes.html")
            assert opened.page.title() == "Notes"
            assert opened.page.inner_text("body").strip() == ""


def single(copies: Any, tag: str, place: str = "") -> str:
    return str((copies.dist / f"waymark-{tag}.html").as_uri()) + place


def shown(page: Any) -> list[str]:
    """The anchors of the pages in view."""
    sections = page.locator("section.wm-page").all()
    return [str(section.get_attribute("id")) for section in sections if section.is_visible()]


def test_a_single_file_shows_one_page_at_a_time(copies: Any, phone: Any) -> None:
    for tag in copies.tags:
        opened = phone(single(copies, tag))
        page = opened.page
        assert page.get_attribute("html", "lang") == tag
        assert shown(page) == ["index"]
        page.click("#index a[href='#offer']")
        assert shown(page) == ["offer"]
        page.click(".wm-menu-list a[href='#help']")
        assert shown(page) == ["help"]
        page.click("#help a[href='#help-kh']")
        assert shown(page) == ["help-kh"]
        assert page.locator("a[href='tel:117']:visible").count()
        page.go_back()
        assert shown(page) == ["help"]
        assert opened.quiet(), (tag, opened.said)


def test_advice_shared_by_all_countries_stands_below_each(copies: Any, phone: Any) -> None:
    for tag in copies.tags:
        for country in ("th", "kh"):
            page = phone(single(copies, tag, f"#help-{country}")).page
            below = page.locator(".wm-shared:visible")
            assert below.count() == 1
            assert below.locator("h2").count() >= 3
            warned = page.locator(".wm-unverified:visible").count()
            assert warned <= 1
        page.click("#help-kh a[href='#lines']")
        assert page.locator(".wm-unverified:visible").count() == warned
        assert page.locator("#lines a[href^='tel:']:visible").count() >= 10


def test_a_place_on_a_page_shows_its_page(copies: Any, phone: Any) -> None:
    page = phone(single(copies, "en", "#offer")).page
    link = page.locator("#offer a[href^='#sources.']").first
    link.click()
    assert shown(page) == ["sources"]
    assert page.url.split("#")[1].startswith("sources.")
    assert page.locator(":target").is_visible()


def test_a_single_file_is_searched_and_listed(copies: Any, phone: Any) -> None:
    for tag in copies.tags:
        opened = phone(single(copies, tag))
        opened.page.click("header a[href='#search']")
        assert opened.page.locator("#__pages a:visible").count() > 60
        assert _found(opened.page, QUERIES[tag])
        opened.page.click("#__found a >> nth=0")
        assert shown(opened.page) not in ([], ["search"])
        assert opened.quiet(), (tag, opened.said)


def test_a_single_file_finds_the_country_that_is_asked_for(copies: Any, phone: Any) -> None:
    page = phone(single(copies, "en", "#search")).page
    assert _found(page, "cambodia")[0] == "Cambodia"
    assert _found(page, "THAILAND police")[0] == "Thailand"
    page.fill("#__query", "zzzz")
    page.wait_for_function("!document.querySelector('#__found a')")
    assert page.inner_text("#__count") != ""


@pytest.mark.parametrize("how", ["link", "keys", "without script"])
def test_leaving_a_single_file_ends_on_empty_notes(copies: Any, phone: Any, how: str) -> None:
    page = phone(single(copies, "en", "#conditions"), java_script_enabled=how != "without script").page
    if how == "keys":
        for _ in range(3):
            page.keyboard.press("Shift")
    else:
        page.click("#__leave")
    page.wait_for_url("**#notes")
    page.wait_for_selector("#notes textarea:visible")
    box = page.locator("#notes").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (360, 640), "nothing else is in view"
    if how != "without script":
        assert page.title() == "Notes"
        page.go_back()
        assert page.inner_text("body").strip() == "", "Back brings nothing back"


def test_a_single_file_without_a_script_is_read_and_listed(copies: Any, phone: Any) -> None:
    page = phone(single(copies, "en"), java_script_enabled=False).page
    page.click("header a[href='#search']")
    page.click("#__pages a[href='#first-steps']")
    assert shown(page) == ["first-steps"]


def test_a_single_file_fits_a_narrow_phone(copies: Any, phone: Any) -> None:
    for tag in copies.tags:
        page = phone(single(copies, tag), viewport={"width": 320, "height": 600}).page
        for place in ("index", "help-th", "figures", "routes", "sources", "search", "lines"):
            page.evaluate(f"location.hash = '#{place}'")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (tag, place)
