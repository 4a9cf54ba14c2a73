"""How long a number may stand on a page after the last look at its evidence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from waymark.contacts import Directory, is_ahead, is_overdue, is_stale

CASES = yaml.safe_load((Path(__file__).parent / "ages.yml").read_text(encoding="utf-8"))


def told(directory: Directory, today: date) -> str:
    """What a page says of the first contact."""
    if directory.left_out and directory.left_out[0].id == "kh-police":
        return "nothing"
    return "not confirmed since" if is_stale(directory.contacts[0], today) else "checked"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['today']}-{case['says']}")
def test_age(load: Callable[..., Directory], base: str, case: dict[str, date | str]) -> None:
    today = case["today"]
    assert isinstance(today, date)
    if "called" in case:
        call = f"  verified: {{by: Someone, on: {case['called']}, how: rang}}\n"
        base = base.replace("  verified:\n", call)
    assert told(load(today=today, kh=base), today) == case["says"]


def test_the_scheduled_check_fails_after_half_a_year(load: Callable[..., Directory], base: str) -> None:
    contact = load(kh=base).contacts[0]
    assert not is_overdue(contact, date(2027, 5, 20))
    assert is_overdue(contact, date(2027, 5, 21))


def test_a_look_in_the_future_is_seen(load: Callable[..., Directory], base: str) -> None:
    contact = load(kh=base).contacts[0]
    assert is_ahead(contact, date(2026, 11, 20)) and not is_ahead(contact, date(2026, 11, 21))
