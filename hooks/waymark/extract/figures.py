"""Numbers with what they count: the noun, its rate, the role of people, and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from waymark.extract.ages import is_age
from waymark.extract.ellipsis import elliptic
from waymark.extract.figure import Figure
from waymark.extract.money import currency_of, of_sign
from waymark.extract.nouns import noun_of
from waymark.extract.numeral import Numeral, and_half
from waymark.extract.people import with_roles
from waymark.extract.sentences import Sentence
from waymark.extract.told import Told
from waymark.lexicon import Hit, Lexicon
from waymark.weights import Weights

_YEAR = re.compile(r"(?:19|20)\d\d")
_MIDNIGHT = 24
_RATE_GAP = re.compile(r"[\s/]*(?:(?:de|of|in|en|em)\s)?(?:\w+\s)?")


def figures(
    sentence: Sentence, lexicon: Lexicon, numbers: Sequence[Numeral], told: Told, weights: Weights
) -> tuple[list[Figure], list[Numeral]]:
    """Return the figures of a sentence, and the numbers whose noun the lexicon does not know.

    ``told`` is what the text said of people before.
    """
    found: list[Figure] = []
    unread: list[Numeral] = []
    for number, behind in zip(numbers, [*numbers[1:], None], strict=False):
        figure = _figure(number, sentence, lexicon, found, told)
        figure = figure or _of_the_whole(number, behind, sentence, lexicon)
        if figure is not None:
            found += [] if _is_definite(figure, sentence) else [figure]
        elif not number.vague and not _is_year(number, sentence):
            unread.append(number)
    return with_roles(found, sentence, told, weights), unread


def _figure(
    number: Numeral, sentence: Sentence, lexicon: Lexicon, before: list[Figure], told: Told
) -> Figure | None:
    if number.unit:
        return Figure(number, number.unit, number.end, number.unit)
    if number.currency:
        named = noun_of(number, sentence, lexicon) if "|" in number.currency else None
        if named and named.table.startswith("currency"):  # "$14 millones de pesos"
            return _priced(number, named, sentence, told)
        paid = of_sign(number.currency, sentence, told.countries)
        return _rated(Figure(number, f"money.{paid}", number.end, "symbol"), sentence)
    noun = noun_of(number, sentence, lexicon)
    if noun and _is_clock(number, noun, sentence):
        return None
    if noun and not _is_year(number, sentence, noun) and noun.entry != "ratio.response_rate":
        return (
            _priced(number, noun, sentence, told)
            if noun.table.startswith("currency")
            else _counted(number, noun, sentence, lexicon)
        )
    return None if _is_year(number, sentence) else elliptic(number, sentence, before, told)


def _of_the_whole(
    number: Numeral, whole: Numeral | None, sentence: Sentence, lexicon: Lexicon
) -> Figure | None:
    """ "134 de los 222 diputados", "two of the five firms": a part has the noun of its whole.

    So has what something rose from: "from 12 to 17 hours".
    """
    if whole is None or number.unit or number.currency or whole.value < number.value:
        return None
    gap = sentence.text[number.end : whole.start]
    risen = not (whole.unit or whole.currency) and lexicon.numerals.range_to.fullmatch(gap)
    noun = noun_of(whole, sentence, lexicon) if risen or lexicon.numerals.part.fullmatch(gap) else None
    unfit = "years" if risen else ("duration", "years", "ratio")
    if noun is None or noun.table != "unit" or noun.entry.startswith(unfit):
        return None
    how = "risen to" if risen else "a part of"
    return Figure(number, noun.entry, number.end, f"{how} {noun.entry}: {noun.pattern}")


def _priced(number: Numeral, noun: Hit, sentence: Sentence, told: Told) -> Figure | None:
    paid = currency_of(noun, sentence, told.countries)
    rule = f"{noun.table}.{paid}: {noun.pattern}"
    return _rated(Figure(number, f"money.{paid}", noun.end, rule), sentence) if paid else None


def _counted(number: Numeral, noun: Hit, sentence: Sentence, lexicon: Lexicon) -> Figure:
    unit = noun.entry
    if unit == "years":
        unit = "age.year" if is_age(number, sentence) else "duration.year"
    other = any(number.end <= h.start < noun.end + 2 for h in sentence.words("other"))
    rule = f"{noun.table}.{noun.entry}: {noun.pattern}"
    number = and_half(number, noun.end, sentence, lexicon.numerals)
    return _rated(Figure(number, unit, noun.end, rule, other=other), sentence)


def _is_definite(figure: Figure, sentence: Sentence) -> bool:
    """ "The two countries" counts nothing new."""
    small = figure.number.spelled and figure.number.value <= 3 and figure.unit == "place.country"
    at = figure.number.start
    return small and any(h.start <= at <= h.end + 1 for h in sentence.words("definite"))  # "kedua negara"


def _is_clock(number: Numeral, noun: Hit, sentence: Sentence) -> bool:
    """ "à 7 heures" tells when, not how long."""
    if noun.entry != "duration.hour" or number.value > _MIDNIGHT or number.upper:
        return False
    return any(0 <= number.start - h.end <= 1 for h in sentence.words("clock"))


def _is_year(number: Numeral, sentence: Sentence, noun: Hit | None = None) -> bool:
    """A bare year counts nothing, unless its noun stands right behind: "2000 people"."""
    if not _YEAR.fullmatch(sentence.text[number.start : number.end].strip()):
        return False
    return noun is None or sentence.text[number.end : noun.start].strip() != ""


def _rated(figure: Figure, sentence: Sentence) -> Figure:
    """Add "a month", "per day" to money and hours."""
    if figure.unit.startswith(("money.", "duration.hour")):
        hours = figure.unit.startswith("duration")
        for rate in (rate for rate in sentence.of("per") if rate.entry == "day" or not hours):
            gap = sentence.text[figure.end : rate.start] if rate.start >= figure.end else "-"
            if len(gap) <= 24 and _RATE_GAP.fullmatch(gap):
                return replace(figure, unit=f"{figure.unit}_per_{rate.entry}", end=rate.end)
    return figure
