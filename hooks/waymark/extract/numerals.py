"""Numbers of a sentence: joined, as ratios, with what qualifies them."""

from __future__ import annotations

import re
from dataclasses import replace

from waymark.extract.joins import joined
from waymark.extract.numeral import Numeral, atoms
from waymark.extract.ratios import with_ratios
from waymark.extract.sentences import Sentence
from waymark.lexicon import Lexicon
from waymark.model import Approx

_SAID = (("fold", "ratio.times"), ("fraction", "ratio.response_rate"))  # "tripled", "two thirds of"
_PLUS = re.compile(r"\+|-plus(?!\w)")


def numerals(sentence: Sentence, lexicon: Lexicon, taken: list[tuple[int, int]]) -> list[Numeral]:
    """Return the numbers that stand outside the spans already read as dates or distractors, by start."""
    grammar = lexicon.numerals
    found = [n for n in atoms(sentence, grammar) if not any(n.start < b and a < n.end for a, b in taken)]
    found = [n for n in joined(found, sentence, grammar) if not _is_article(n)]
    found = with_ratios(found, sentence, grammar)
    said = [Numeral(h.start, h.end, float(h.entry), unit=unit) for t, unit in _SAID for h in sentence.of(t)]
    found = [n for n in found if not any(n.start < f.end and f.start < n.end for f in said)] + said
    return sorted((_qualify(n, sentence) for n in found), key=lambda n: n.start)


def _is_article(number: Numeral) -> bool:
    """ "one" alone counts nothing, "one to three" does."""
    return number.value <= 1 and number.upper is None and number.spelled and not number.unit


def _qualify(number: Numeral, sentence: Sentence) -> Numeral:
    """Attach "more than", "about" that stands right before the number."""
    before = [
        hit for hit in sentence.of("approx") if hit.end <= number.start + 4 and hit.start < number.start
    ]
    for hit in sorted(before, key=lambda hit: (-hit.end, hit.start)):
        gap = sentence.text[hit.end : number.start]
        if (
            re.fullmatch(
                r"[\s(\"]*(?:d'|l'|(?:un|une|de|des|les|the|a|an|some|los|las|unos|unas|os|as) )?\s*", gap
            )
            or hit.end > number.start
        ):
            return replace(number, start=hit.start, approx=Approx(hit.entry))
    plus = _PLUS.match(sentence.text, number.end, sentence.end)
    return replace(number, end=plus.end(), approx=Approx.MORE_THAN) if plus else number
