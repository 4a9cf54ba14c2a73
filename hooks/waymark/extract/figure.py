"""A number with what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from waymark.extract.numeral import Numeral

BREAK = re.compile(r"[.;:,()!?]|\d")  # nothing goes on across these between a number and its noun


@dataclass(frozen=True)
class Figure:
    """A number, its unit and the span from the number to the end of its noun."""

    number: Numeral
    unit: str
    end: int
    rule: str
    inherited: bool = False  # the noun was left out and taken from the figure before
    other: bool = False  # "four other countries": not a total
    guessed: bool = False  # no verb says what happened to these people; never published

    @property
    def start(self) -> int:
        """Where the figure begins, with its "more than"."""
        return self.number.start

    @property
    def role(self) -> str:
        """What happened to the people it counts; empty when unknown or when it counts no people."""
        return self.unit.partition(".")[2] if self.unit.startswith("people.") else ""


def follows(number: Numeral, at: int, text: str, words: int) -> bool:
    """Whether something begins at most so many words behind a number, in the same phrase."""
    gap = text[number.end : at] if at >= number.end else "."
    return len(gap) < 30 and not BREAK.search(gap) and len(re.findall(r"[\w']+", gap)) <= words
