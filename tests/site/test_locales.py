"""How each language writes numbers and dates, against a table that people can read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from waymark import locales
from waymark.errors import UsageError

TABLE = yaml.safe_load((Path(__file__).parent.parent / "data" / "locales.yml").read_text("utf-8"))


def test_the_table_holds_every_locale() -> None:
    assert list(TABLE) == [each.tag for each in locales.LOCALES]


@pytest.mark.parametrize("tag", TABLE)
def test_a_locale_writes_as_its_readers_do(tag: str) -> None:
    where, row = locales.locale(tag), TABLE[tag]
    assert {
        "number": locales.number(where, 270_000),
        "decimal": locales.number(where, 7.8),
        "percent": locales.percent(where, 10),
        "day": locales.date(where, "2023-10-16"),
        "month": locales.date(where, "2023-10"),
        "span": locales.span(where, "2023-10-16", "2023-10-20"),
        "list": locales.listing(where, ["Facebook", "Instagram", "X"]),
        "country": locales.country(where, "KH"),
    } == row


@pytest.mark.parametrize("tag", TABLE)
def test_digits_are_ascii_and_never_lost(tag: str) -> None:
    where = locales.locale(tag)
    for value in (7, 281, 4_000, 270_000, 7_800_000_000):
        written = locales.number(where, value)
        assert "".join(char for char in written if char.isdigit()) == str(value)
        assert not any(char.isdigit() and not char.isascii() for char in written)


def test_an_unknown_locale_is_named_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"unknown locale “xx”.*km"):
        locales.locale("xx")
