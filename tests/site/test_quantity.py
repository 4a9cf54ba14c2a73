"""A figure in words: noun, approximator, range, scale, share; whole in one language or in English."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from waymark.catalog import plural_index
from waymark.codebook import load_codebook
from waymark.fill.messages import English, Said
from waymark.fill.quantity import say
from waymark.locales import Locale, locale
from waymark.model import Approx, Quantity

CODEBOOK = load_codebook(Path(__file__).parent.parent.parent)
ARRESTED = "people.arrested"


def english(quantity: Quantity) -> str:
    return say(quantity, English(), CODEBOOK).text


ENGLISH = [
    (Quantity(281, ARRESTED), "281 people arrested"),
    (Quantity(1, ARRESTED), "1 person arrested"),
    (Quantity(360, "case.investigation", Approx.MORE_THAN), "more than 360 investigations"),
    (Quantity(270_000, "check.inspection", Approx.MORE_THAN), "more than 270,000"),
    (Quantity(7_000, "money.USD"), "7,000 US dollars"),
    (Quantity(7_800_000_000, "money.USD"), "7.8 billion US dollars"),
    (Quantity(4_400_000, "money.USD", Approx.MORE_THAN), "more than 4.4 million US dollars"),
    (Quantity(1_000, "money.USD_per_month", Approx.UP_TO), "up to 1,000 US dollars a month"),
    (Quantity(30, "age.year", upper=50), "30 to 50"),
    (Quantity(0.1, "ratio.response_rate", Approx.ABOUT), "about 1 in 10"),
    (Quantity(10, "ratio.percent"), "10%"),
    (Quantity(100_000, "people.trafficked", Approx.AT_LEAST, vague=True), "or more (no exact count)"),
]


@pytest.mark.parametrize(("quantity", "expected"), ENGLISH)
def test_english(quantity: Quantity, expected: str) -> None:
    assert expected in english(quantity)


@dataclass(frozen=True)
class Table:
    """A voice with a few entries, as a catalog in the making has."""

    locale: Locale
    texts: dict[str, str] = field(default_factory=dict)
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def text(self, context: str, msgid: str) -> Said:
        return Said(self.texts.get(msgid, msgid), self.locale.tag if msgid in self.texts else "en")

    def plural(self, context: str, msgid: str, msgid_plural: str, n: float) -> Said:
        if msgid not in self.units:
            return Said(msgid if n == 1 else msgid_plural, "en")
        return Said(self.units[msgid][plural_index(self.locale, n)], self.locale.tag)


RUSSIAN = Table(
    locale("ru"),
    {"more than {figure}": "более {figure}"},
    {
        "{n} billion US dollars": (
            "{n} миллиард",
            "{n} миллиарда",
            "{n} миллиардов",
            "{n} миллиарда долларов США",
        )
    },
)


def test_a_fraction_takes_its_own_plural_form() -> None:
    assert say(Quantity(7_800_000_000, "money.USD"), RUSSIAN, CODEBOOK).text == "7,8 миллиарда долларов США"


def test_a_missing_noun_brings_the_whole_figure_back_to_english() -> None:
    said = say(Quantity(281, ARRESTED, Approx.MORE_THAN), RUSSIAN, CODEBOOK)
    assert said == Said("more than 281 people arrested", "en")


def test_a_missing_approximator_is_never_dropped() -> None:
    said = say(Quantity(7_800_000_000, "money.USD", Approx.ABOUT), RUSSIAN, CODEBOOK)
    assert said == Said("about 7.8 billion US dollars", "en")


def test_a_language_with_other_scales_writes_the_number_out() -> None:
    burmese = Table(locale("my"), {}, {"{n} US dollar": ("အမေရိကန်ဒေါ်လာ {n}",)})
    said = say(Quantity(7_800_000_000, "money.USD"), burmese, CODEBOOK)
    assert said == Said("အမေရိကန်ဒေါ်လာ 7,800,000,000", "my")


def test_khmer_says_a_figure_without_plural() -> None:
    khmer = Table(locale("km"), {}, {"{n} US dollar": ("{n} ដុល្លារអាមេរិក",)})
    assert say(Quantity(7_000, "money.USD"), khmer, CODEBOOK) == Said("7,000 ដុល្លារអាមេរិក", "km")
