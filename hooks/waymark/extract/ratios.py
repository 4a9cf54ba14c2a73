"""Ratios in words: "two in five", "3 sur 10", "une demande sur dix"."""

from __future__ import annotations

import re

from waymark.extract.numeral import Numeral, read
from waymark.extract.sentences import Sentence
from waymark.lexicon.numerals import Numerals

# "two of the nine" is a part of nine people, no ratio
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 20, 25})
_ROUND = 50  # and all its multiples


def with_ratios(found: list[Numeral], sentence: Sentence, grammar: Numerals) -> list[Numeral]:
    """Return the numbers with ratios as one number each; a ratio's denominator is none of its own."""
    found = _without_denominators([_ratio(number, sentence, grammar) for number in found])
    return found + _articles_in_ratios(sentence, grammar, found)


def _ratio(number: Numeral, sentence: Sentence, grammar: Numerals) -> Numeral:
    """ "two in five", "3 sur 10": a small number, at most two words, then a larger one."""
    if number.upper or number.unit or number.currency or number.value > 20:
        return number
    return _denominator(number.start, number.value, number.end, sentence, grammar) or number


def _without_denominators(found: list[Numeral]) -> list[Numeral]:
    """ "six in ten": the ten is no number of its own."""
    ratios = [n for n in found if n.unit == "ratio.response_rate"]
    return [n for n in found if n in ratios or not any(r.start <= n.start < r.end for r in ratios)]


def _articles_in_ratios(sentence: Sentence, grammar: Numerals, found: list[Numeral]) -> list[Numeral]:
    """ "une demande sur dix": the article counts as one."""
    ratios = []
    for one in re.finditer(
        rf"(?<!\w)(?:{'|'.join(sorted(grammar.one)) or '(?!)'})(?!\w)",
        sentence.text[sentence.start : sentence.end],
    ):
        start, end = sentence.start + one.start(), sentence.start + one.end()
        ratio = _denominator(start, 1.0, end, sentence, grammar)
        if ratio and not (_named(ratio, end, sentence) and _counts(ratio, sentence)):
            found[:] = [n for n in found if not (n.start < ratio.end and ratio.start < n.end)]
            ratios.append(ratio)
    return ratios


def _named(ratio: Numeral, end: int, sentence: Sentence) -> bool:
    """ "one victim in five": the thing stands before its ratio."""
    return len(sentence.text[end : ratio.group].split()) > 1


def _counts(ratio: Numeral, sentence: Sentence) -> bool:
    """ "a script in three languages": the number counts languages."""
    return any(h.start == ratio.end + 1 for h in sentence.of("unit"))


def _denominator(start: int, value: float, end: int, sentence: Sentence, grammar: Numerals) -> Numeral | None:
    link = grammar.ratio.match(sentence.text, end, sentence.end)
    below = grammar.expression.match(sentence.text, link.end(), sentence.end) if link else None
    number = read(below, grammar, sentence.article.body) if below else None
    if (
        not link
        or not number
        or (number.value not in _DENOMINATORS and number.value % _ROUND)
        or number.value <= value
        or number.currency
        or number.vague
    ):
        return None
    return Numeral(
        start, number.end, value / number.value, unit="ratio.response_rate", spelled=True, group=link.end()
    )
