"""What the English pages promise their five readers, and what the pages of the countries have in common."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
DOORS = ["offer.md", "first-steps.md", "family.md", "lost-money.md", "after.md"]
COUNTRIES = sorted(path.name for path in (DOCS / "help").glob("??.md"))
EMBASSY_FIRST = {"kh.md", "la.md", "mm.md"}


def body(name: str) -> str:
    return (DOCS / name).read_text("utf-8").split("---\n", 2)[2]


def first_paragraph(name: str) -> str:
    return next(part for part in body(name).split("\n\n") if not part.lstrip().startswith("#"))


def test_the_start_page_opens_with_the_five_doors_in_order() -> None:
    opening = body("index.md").split("\n## ")[0]
    assert re.findall(r"\]\(([\w-]+\.md)\)", opening) == DOORS


@pytest.mark.parametrize("name", DOORS)
def test_each_door_leads_to_the_help_list(name: str) -> None:
    """The second click at most reaches a number to call."""
    assert "(help/index.md" in body(name)


OPENINGS = {
    "offer.md": "Answer",
    "first-steps.md": "Your safety comes first.",
    "family.md": "Report it today.",
    "lost-money.md": "Stop.",
    "after.md": "Call your own embassy",
}


@pytest.mark.parametrize(("name", "opening"), OPENINGS.items())
def test_a_page_opens_with_what_to_do(name: str, opening: str) -> None:
    assert first_paragraph(name).startswith(opening)


@pytest.mark.parametrize("name", ["first-steps.md", "conditions.md"])
def test_title_and_address_of_pages_opened_inside_are_bland(name: str) -> None:
    head = (DOCS / name).read_text("utf-8").split("---\n")[1]
    assert not re.search(r"scam|traffick|escape|rescue|police|help", head + name, re.IGNORECASE)


def test_there_are_pages_for_at_least_45_countries() -> None:
    assert len(COUNTRIES) >= 45


@pytest.mark.parametrize("name", COUNTRIES)
def test_a_country_page_lists_its_own_contacts_and_the_same_sections(name: str) -> None:
    text = body(f"help/{name}")
    assert f'{{{{ contacts("{name[:2].upper()}") }}}}' in text
    sections = set(re.findall(r"\{ #([\w-]+) \}", text))
    assert sections >= {"numbers", "before", "ready", "embassy", "false-help", "wrong"}


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_embassy_leads_where_police_may_not_help(name: str) -> None:
    text = body(f"help/{name}")
    assert (text.index("{ #embassy }") < text.index("{ #numbers }")) == (name in EMBASSY_FIRST)
    opening = first_paragraph(f"help/{name}")
    assert opening.startswith("Contact your own embassy first.") == (name in EMBASSY_FIRST)


def test_sentences_of_country_pages_are_few_so_that_each_is_translated_once() -> None:
    lines = {line for name in COUNTRIES for line in body(f"help/{name}").splitlines() if line.strip()}
    own = {line for line in lines if line.startswith("# ") or "contacts(" in line}
    assert len(lines - own) <= 40
