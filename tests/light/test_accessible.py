"""WCAG 2.2 AA: axe on every template, and what axe cannot see."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW = {"viewport": {"width": 320, "height": 640}}
SMALL = """() => [...document.querySelectorAll('a, button, summary, input')].filter(e => {
  const box = e.getBoundingClientRect();
  const inline = e.closest('p, li, td, h1, h2, h3, sup') && getComputedStyle(e).display === 'inline';
  return e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && box.height && !inline
    && (box.height < 24 || box.width < 24);
}).map(e => e.outerHTML.slice(0, 120))"""


def _violations(paths: list[str], scheme: str, served: Any, opened: Any) -> dict[str, list[str]]:
    page, _ = opened(served.address, color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for path in paths:
        page.goto(served.address + path)
        result = Axe().run(page, options={**RULES, "resultTypes": ["violations"]})
        seen = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in result.response["violations"]]
        if seen:
            found[path] = seen
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_template(scheme: str, pages: Any, served: Any, opened: Any) -> None:
    assert _violations(pages.templates(), scheme, served, opened) == {}


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(scheme: str, pages: Any, served: Any, opened: Any) -> None:
    assert _violations(pages.all(), scheme, served, opened) == {}


def test_axe_finds_nothing_with_menu_and_results_open(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "search.html")
    page.fill("#__query", "passport")
    page.wait_for_selector("#__found a")
    assert Axe().run(page, options=RULES).response["violations"] == []
    page.fill("#__query", "")
    page.click(".md-select > summary")
    assert Axe().run(page, "#__languages", options=RULES).response["violations"] == []
    page.click(".md-select > summary", position={"x": 5, "y": 5})
    page.check("#__drawer")
    page.wait_for_timeout(400)
    assert Axe().run(page, ".md-sidebar", options=RULES).response["violations"] == []


def test_pages_reflow_at_320_pixels(pages: Any, served: Any, opened: Any) -> None:
    page, _ = opened(served.address, **NARROW)
    wide = {}
    for path in pages.templates():
        page.goto(served.address + path)
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 320:
            wide[path] = width
    assert wide == {}


def test_text_at_200_percent_loses_nothing(pages: Any, served: Any, opened: Any) -> None:
    page, _ = opened(served.address)
    cut = {}
    for path in pages.templates():
        page.goto(served.address + path)
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        box = page.locator("#__leave").bounding_box()
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360 or not box or box["x"] < 0 or box["x"] + box["width"] > 360:
            cut[path] = width
    assert cut == {}


def test_targets_are_large_enough(pages: Any, served: Any, opened: Any) -> None:
    page, _ = opened(served.address)
    small = {}
    for path in pages.templates():
        page.goto(served.address + path)
        page.click(".md-select > summary") if page.locator(".md-select").count() else None
        if found := page.evaluate(SMALL):
            small[path] = found
    assert small == {}


def test_the_first_key_reaches_the_content(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "recruitment.html")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).not_to_have_css("opacity", "0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "__main"


def test_focus_is_always_seen(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "help/kh.html")
    hidden = []
    for _ in range(25):
        page.keyboard.press("Tab")
        hidden += page.evaluate("""() => {
          const e = document.activeElement;
          if (e === document.body) return [];
          const s = getComputedStyle(e), b = e.getBoundingClientRect();
          const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
          const covered = !e.closest('.md-header, .md-skip') && e.id !== '__drawer' && b.bottom <= header;
          const bare = s.outlineStyle === 'none' || s.outlineWidth === '0px';
          return bare || covered ? [e.outerHTML.slice(0, 120)] : [];
        }""")
    assert hidden == []


def test_nothing_moves_for_those_who_ask(served: Any, opened: Any) -> None:
    page, _ = opened(served.address + "index.html", reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(e => {
      const s = getComputedStyle(e);
      return s.transitionDuration.split(', ').some(t => parseFloat(t)) && s.transitionProperty !== 'none';
    }).length""")
    assert moving == 0


def test_headings_come_in_order(pages: Any, served: Any, opened: Any) -> None:
    page, _ = opened(served.address)
    for path in pages.templates():
        page.goto(served.address + path)
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
        assert levels[:1] == [1] and levels.count(1) == 1, path
        assert all(b <= a + 1 for a, b in pairwise(levels)), path


def test_tables_have_headers(pages: Any, served: Any, opened: Any) -> None:
    page, _ = opened(served.address)
    for path in pages.templates():
        page.goto(served.address + path)
        bare = "[...document.querySelectorAll('table')].filter(t => !t.querySelector('th')).length"
        assert page.evaluate(bare) == 0, path
