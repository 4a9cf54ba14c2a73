"""The style sheet loses what a page cannot use, and no page looks different for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import material
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from waymark.lean.cut import Cutter
from waymark.lean.facts import Register
from waymark.lean.selectors import vocabulary
from waymark.lean.sheet import parse_sheet

DATA = Path(__file__).resolve().parent.parent / "data" / "light" / "cut.yml"
CASES = yaml.safe_load(DATA.read_text(encoding="utf-8"))


def _cut(css: str, html: str) -> str:
    parts = parse_sheet(css)
    register = Register(vocabulary(parts))
    facts = register.read(LexborHTMLParser(html))
    return Cutter(parts, register).cut(facts)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_cut(case: dict[str, str]) -> None:
    assert _cut(case["css"], case["html"]) == case["keeps"]
    assert _cut(case["keeps"], case["html"]) == case["keeps"], "cutting twice changes nothing"


@pytest.mark.parametrize("css", ["p{color:red", "@import 'x';", "p{color}", "}"])
def test_a_sheet_we_do_not_understand_stops_the_build(css: str) -> None:
    if css == "p{color:red":  # CSS closes it at the end of the file
        assert _cut(css, "<p>") == "p{color:red}"
        return
    with pytest.raises(ValueError, match="line 1"):
        parse_sheet(css)


NAMES = st.sampled_from(["a", "b", "c"])
COMPOUNDS = st.one_of(NAMES.map("i.{}".format), NAMES.map(".{}".format), st.just("i"), st.just("*"))
SELECTORS = st.lists(st.tuples(st.sampled_from([" ", ">", "+", "~"]), COMPOUNDS), min_size=1, max_size=3)


def _trees() -> st.SearchStrategy[str]:
    leaf = NAMES.map("<i class={}></i>".format)
    return st.recursive(
        leaf, lambda inner: st.tuples(NAMES, st.lists(inner, max_size=3)).map(_element), max_leaves=8
    )


def _element(parts: tuple[str, list[str]]) -> str:
    return f"<i class={parts[0]}>{''.join(parts[1])}</i>"


@given(SELECTORS, _trees())
def test_a_selector_that_matches_is_never_cut(steps: list[tuple[str, str]], tree: str) -> None:
    """selectolax's own selector engine is the oracle."""
    selector = "".join(f"{sign}{compound}" for sign, compound in steps)[1:].strip()
    page = LexborHTMLParser(f"<html><body>{tree}</body></html>")
    if page.css(selector):
        assert _cut(f"{selector}{{top:0}}", page.html or "") != ""


def _shots(page: Any, address: str, folder: Path, name: str) -> list[bytes]:
    out = []
    for scheme in ("light", "dark"):
        for width in (360, 1300):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.goto(address)
            page.locator("#__drawer").evaluate("e => e.click()")
            page.locator(".md-select").evaluate("e => e.open = true")
            out.append(page.screenshot(path=folder / f"{name}-{scheme}-{width}.png", full_page=True))
    return out


@pytest.mark.parametrize("path", ["recruitment.html", "help/kh.html", "ar/figures.html", "km/index.html"])
def test_cutting_changes_no_pixel(path: str, pages: Any, opened: Any, tmp_path: Path) -> None:
    """The page as built, and the same page with all of Material's sheet and ours."""
    if path.split("/")[0] in ("ar", "km") and path.split("/")[0] not in pages.locales:
        path = path.split("/")[1]
    lean = (pages.site / path).read_text(encoding="utf-8")
    root = Path(__file__).resolve().parent.parent.parent
    (sheet,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css")
    whole = sheet.read_text(encoding="utf-8") + (root / "overrides/assets/waymark.css").read_text("utf-8")
    start, end = lean.index("<style>") + 7, lean.index("</style>")
    policy = lean.index("default-src"), lean.index('"', lean.index("default-src"))
    full = lean[: policy[0]] + "img-src *" + lean[policy[1] : start] + whole + lean[end:]
    full_file = tmp_path / "full.html"
    full_file.write_text(full, encoding="utf-8")
    page, _ = opened((pages.site / path).as_uri())
    expected = _shots(page, full_file.as_uri(), tmp_path, "full")
    assert _shots(page, (pages.site / path).as_uri(), tmp_path, "lean") == expected, tmp_path
