"""A number that was found wrong for a country never comes back for it, however it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from waymark.contacts import Directory, phones
from waymark.contacts.rejects import load_rejects, refuse_rejected
from waymark.errors import SeedError
from waymark.model import Phone

ROOT = Path(__file__).parents[2]
REJECTS = load_rejects(ROOT / "seeds" / "contacts" / "rejects.yml", ROOT)
Load = Callable[..., Directory]


def rejecting(country: str, number: str) -> str:
    """A rejects.yml of one entry."""
    return f'- country: {country}\n  number: "{number}"\n  why: misprint\n'


@pytest.mark.parametrize("written", ["+85512813282", "012813282", "12813282", "85512813282"])
def test_refused_however_written(load: Load, base: str, written: str) -> None:
    with pytest.raises(SeedError, match=r"kh.yml:22: kh-embassy-id: .* is rejected for KH"):
        load(kh=base, rejects=rejecting("KH", written))


def test_refused_for_its_citizens(load: Load, base: str) -> None:
    with pytest.raises(SeedError, match="is rejected for ID"):
        load(kh=base, rejects=rejecting("ID", "+85512813282"))


def test_right_for_another_country(load: Load, base: str) -> None:
    assert load(kh=base, rejects=rejecting("LA", "117")).contacts


def test_another_country_code_is_another_number(load: Load, base: str) -> None:
    assert load(kh=base, rejects=rejecting("KH", "+6512813282")).contacts


def test_none_is_published(published: Directory) -> None:
    assert len(REJECTS) >= 25
    for contact in published.contacts:
        refuse_rejected(contact, REJECTS)


@pytest.mark.parametrize("reject", REJECTS, ids=lambda reject: f"{reject.country}-{reject.number}")
def test_each_would_be_caught(published: Directory, reject: object) -> None:
    from dataclasses import replace

    from waymark.contacts.rejects import Reject

    assert isinstance(reject, Reject)
    short = phones.is_short(reject.number)
    phone = Phone(reject.number, short, "domestic", "voice")
    contact = replace(published.contacts[0], country=reject.country, phones=(phone,))
    with pytest.raises(SeedError):
        refuse_rejected(contact, REJECTS)
