"""A number whose noun is left out, and what its sentence and the text before it count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from waymark.extract.figure import Figure, follows
from waymark.extract.numeral import Numeral
from waymark.extract.sentences import Sentence
from waymark.extract.told import Told

ENDS = re.compile(r"\s?(?:[.,;:)]|$)(?!\d)")  # nothing follows that a number could count
MILLION = 1e6
_PRICE = 1000  # "another 100" behind an amount are people or things


@dataclass(frozen=True)
class Bare:
    """A number without a noun, where it stands, the figure before it, and what the text told before."""

    number: Numeral
    sentence: Sentence
    last: Figure | None  # the figure before, when its noun may be left out
    people: Figure | None  # the last people counted before
    money: Figure | None  # the last amount before
    told: Told

    @property
    def unit(self) -> str:
        """The unit of the figure before, else of what the text counted a moment ago."""
        return self.last.unit if self.last else (self.thing or "people")

    @property
    def thing(self) -> str:
        """The unit of the sites or cases counted a moment ago, where the sentence speaks of no people."""
        people = any(h.entry.startswith("people") for h in self.sentence.of("unit"))
        return "" if people or self.sentence.of("role") or self.sentence.of("role?") else self.told.thing


def without_small_change(bare: Bare) -> Bare:
    """Behind an amount "another 100" are people, and so are "9,000 of them"."""
    paid = bare.last is not None and bare.last.unit.startswith("money.")
    verbs = bare.sentence.words("elliptic")
    of_them = any(follows(bare.number, h.start, bare.sentence.text, 0) for h in verbs)
    if paid and (bare.number.value < _PRICE or (of_them and bare.number.value < MILLION)):
        return replace(bare, last=bare.people)
    return bare


def right_behind(bare: Bare, entry: str) -> bool:
    """Whether a word of an entry stands right before the number."""
    return any(h.end <= bare.number.start <= h.end + 2 for h in bare.sentence.words(entry))
