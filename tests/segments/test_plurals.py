"""Plural forms are CLDR's: our gettext header says for whole numbers what Babel says."""

from __future__ import annotations

import gettext
from itertools import chain

import pytest

from waymark.catalog import plural_count, plural_forms, plural_index
from waymark.locales import LOCALES, Locale, locale

NUMBERS = tuple(chain(range(0, 230), range(995, 1025), range(999_990, 1_000_120), (2_000_000, 10**7, 10**9)))


@pytest.mark.parametrize("where", LOCALES, ids=lambda where: where.tag)
def test_header_and_rule_agree(where: Locale) -> None:
    count, expression = plural_forms(where).removeprefix("nplurals=").split("; plural=")
    rule = gettext.c2py(expression.rstrip(";"))
    assert int(count) == plural_count(where)
    assert [rule(n) for n in NUMBERS] == [plural_index(where, n) for n in NUMBERS]


@pytest.mark.parametrize(
    ("tag", "count", "indexes"),
    [
        ("km", 1, {0: 0, 1: 0, 281: 0, 7.8: 0}),
        ("en", 2, {0: 1, 1: 0, 281: 1, 7.8: 1}),
        ("fr", 3, {0: 0, 1: 0, 1.5: 0, 2: 2, 7.8: 2, 1_000_000: 1, 7_800_000: 2}),
        ("ru", 4, {1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 281: 0, 7.8: 3}),
        ("ar", 6, {0: 0, 1: 1, 2: 2, 3: 3, 11: 4, 100: 5, 149: 4, 281: 4, 360: 4, 403: 3, 7.8: 5}),
    ],
)
def test_the_forms_a_reader_sees(tag: str, count: int, indexes: dict[float, int]) -> None:
    where = locale(tag)
    assert plural_count(where) == count
    assert {n: plural_index(where, n) for n in indexes} == indexes
