"""Counts beside a label or another figure: "57 Vietnamese", "China 2,876", "three waves of 400 and 154"."""

from __future__ import annotations

import re

from waymark.extract.bare import ENDS, Bare, right_behind
from waymark.extract.figure import Figure, follows
from waymark.extract.tallies import tally

_TURNS = frozenset(f"count.{turn}" for turn in ("batch", "group", "trip", "flight"))
_OF = re.compile(r"(?: of| de| con| with| com| berisi| masing-masing)? |: ?")
_LISTED = re.compile(r", | (?:and|y|et|e|dan) |, (?:and|y|et|e|dan) ")
_ASIDE = re.compile(r"\s?[-(]\s?")
_BRACKET = re.compile(r"[\w' -]{0,30} \(")  # "the Chinese are the most numerous (3,438)"
_TURN = "the people of a turn"


def nation(bare: Bare) -> Figure | None:
    """ "57 Vietnamese"."""
    number, text = bare.number, bare.sentence.text
    found = next((h for h in bare.sentence.of("demonym") if follows(number, h.start, text, 1)), None)
    return Figure(number, "people", found.end, f"demonym.{found.entry}: {found.pattern}") if found else None


def turn(bare: Bare) -> Figure | None:
    """ "in three waves of 400, 154 and 145": people, not waves."""
    if not bare.last:
        return None
    gap = bare.sentence.text[bare.last.end : bare.number.start]
    first = bare.last.unit in _TURNS and _OF.fullmatch(gap) and bare.number.value > bare.last.number.value
    if first or (bare.last.rule == _TURN and _LISTED.fullmatch(gap)):
        return Figure(
            bare.number, bare.people.unit if bare.people else "people", bare.number.end, _TURN, inherited=True
        )
    return None


def labelled(bare: Bare) -> Figure | None:
    """ "the Chinese (3,438), then the Vietnamese (1,166)", "China 2,876, Laos with 66": behind a label."""
    number, sentence = bare.number, bare.sentence
    labels = [*sentence.of("demonym"), *sentence.of("place")]
    gaps = {sentence.text[h.end : number.start] for h in labels if h.end <= number.start}
    beside = any(
        0 <= number.start - h.end <= 1 and sentence.text[g : h.start] == " "
        for h in sentence.words("with")
        for g in {h.end for h in labels}
    )
    bracketed = (
        any(_BRACKET.fullmatch(gap) for gap in gaps) and sentence.text[number.end : number.end + 1] == ")"
    )
    listed = ({" ", ": ", ", "} & gaps or beside) and ENDS.match(sentence.text, number.end, sentence.end)
    bracketed = bracketed or number.start in tally(sentence)
    if not (bracketed or listed) or not (bare.last or bare.told.of or bare.told.main or bare.thing):
        return None
    return Figure(number, bare.unit, number.end, "a label's count", inherited=True)


def part(bare: Bare) -> Figure | None:
    """ "out of 800", "2,517 arrests - 850 of which"."""
    if not bare.last:
        return None
    aside = _ASIDE.fullmatch(bare.sentence.text, bare.last.end, bare.number.start)
    if aside or right_behind(bare, "of_those"):
        return Figure(bare.number, bare.last.unit, bare.number.end, "of those", inherited=True)
    return None
