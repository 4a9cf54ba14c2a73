"""Why a fact is not published: one identifiable person, negated, planned, hypothetical, denied, unclear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waymark.extract.figure import Figure
from waymark.extract.sentences import Sentence

_REACH = 9  # words between "denied that" and what is denied
_FEW = 2  # people: a statement about so few is about persons one could know


def hold_of(figure: Figure, sentence: Sentence) -> str:
    """Return the reason to hold a figure back; empty when it may be published."""
    person = sentence.words("person")
    unit = figure.unit
    if unit.startswith("people.") and (figure.number.upper or figure.number.value) <= _FEW:
        return "person"
    if person and unit.startswith(("age.", "money.", "duration.")):
        return "person"
    if unit.startswith("age.") and figure.number.upper is None and figure.number.approx == "exact":
        return "person"
    if figure.guessed:
        return "unclear"
    return statement_hold(figure.start, figure.end, sentence)


def statement_hold(start: int, end: int, sentence: Sentence) -> str:
    """Return negated, planned, hypothetical or denied when such a word governs the span."""
    for hit in sentence.of("hold"):
        low, high = (hit.end, start) if hit.end <= start else (end, hit.start)
        gap = sentence.text[low:high] if low <= high else ""
        near = len(re.findall(r"\w+", gap)) <= _REACH and not re.search(r"[;:]|, ", gap)
        before = hit.end <= start or hit.entry == "negated"
        if near and before:
            return hit.entry
    return ""


def route_hold(start: int, end: int, sentence: Sentence, figures: Sequence[Figure]) -> str:
    """A route of one or two named victims is theirs, not a pattern."""
    few = [f for f in figures if f.unit.startswith("people.") and (f.number.upper or f.number.value) <= _FEW]
    return "person" if sentence.words("person") or few else statement_hold(start, end, sentence)
