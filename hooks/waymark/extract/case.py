"""A figure of people in its sentence: everything that may say what happened to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from waymark.extract.figure import Figure
from waymark.extract.sentences import Sentence
from waymark.extract.told import Told
from waymark.lexicon import Hit

STATES = frozenset(
    {"held", "trapped", "forced", "trafficked", "captive", "workers", "recruit", "irregular_migrant"}
)
_INSIDE = STATES - {"irregular_migrant"}
_REACH = 400  # characters from a figure to words that may belong to it
_OPENED = re.compile(r"[(]|\s-\s?")
_VERBS = ("role", "role<", "role>")


def class_of(role: str) -> str:
    """Return the class of a role: texts seldom tell the roles of people inside a compound apart."""
    return "inside" if role in _INSIDE else role


@dataclass(frozen=True)
class Case:
    """A figure in its sentence; ``before``: its figures so far, with their roles; ``others``: all others."""

    figure: Figure
    sentence: Sentence
    before: Sequence[Figure]
    others: Sequence[Figure]
    told: Told

    @cached_property
    def people(self) -> list[tuple[int, int]]:
        """The spans of the other figures of people."""
        return [(f.start, f.end) for f in self.others if f.unit.startswith("people") and self._near(f.start)]

    @cached_property
    def verbs(self) -> list[Hit]:
        """The verbs near enough, by start; "presas em" says more than "presas"."""
        hits = [h for table in _VERBS for h in self.sentence.of(table) if self._near(h.start)]
        spans = {(h.start, h.end) for h in hits}
        hits = [
            h
            for h in hits
            if not any(a <= h.start and h.end <= b and b - a > h.end - h.start for a, b in spans)
        ]
        hits.sort(key=lambda h: (h.start, h.table, h.entry))
        return [h for i, h in enumerate(hits) if not _said(h, hits[:i])]

    @cached_property
    def done(self) -> list[Hit]:
        """The verbs that tell what has happened."""
        return [h for h in self.verbs if not is_pending(h, self.sentence)]

    @cached_property
    def left(self) -> list[Hit]:
        """Those before the figure."""
        return [h for h in self.done if h.end <= self.figure.start]

    @cached_property
    def right(self) -> list[Hit]:
        """Those behind it."""
        return [h for h in self.done if h.start >= self.figure.end]

    @cached_property
    def nouns(self) -> list[Hit]:
        """The words of the figure that say by themselves what its people are."""
        return [
            h for h in self.sentence.of("role?") if h.start < self.figure.end and self.figure.start < h.end
        ]

    @cached_property
    def money(self) -> list[Figure]:
        """The amounts of the sentence."""
        return [other for other in self.others if other.unit.startswith("money.")]

    def side(self, hit: Hit) -> str:
        """Return where a verb stands: before the figure, behind it or within."""
        if hit.end <= self.figure.start:
            return "before"
        return "behind" if hit.start >= self.figure.end else "within"

    def words(self, entry: str, low: int, high: int) -> int:
        """Return how many words of an entry begin in a span."""
        return sum(low <= h.start < high for h in self.sentence.words(entry))

    @cached_property
    def definite(self) -> bool:
        """ "The 60": those told before."""
        return any(0 <= self.figure.start - h.end <= 1 for h in self.sentence.words("definite"))

    @cached_property
    def part(self) -> bool:
        """ "Of these, 26 were sent home": a part of those spoken of."""
        led = any(
            0 <= self.figure.start - h.end <= 1 and h.start - self.sentence.start < 3
            for h in self.sentence.words("of_those")
        )
        return led or self.figure.rule.startswith("of those")

    @cached_property
    def aside(self) -> tuple[int, int] | None:
        """ "the Thais - 61 men and 58 women - had come to work": the dashes hold who they are."""
        figure, text = self.figure, self.sentence.text
        low = max(self.sentence.start, figure.start - _REACH)
        opened = list(_OPENED.finditer(text, low, figure.start))
        if not opened or len(opened) % 2 == 0 or text.rfind(")", opened[-1].start(), figure.start) >= 0:
            return None
        close = re.compile(r"[)]" if opened[-1][0] == "(" else r"\s-\s?")
        end = close.search(text, figure.end, min(self.sentence.end, figure.end + _REACH))
        return (opened[-1].end(), end.start()) if end else None

    def _near(self, at: int) -> bool:
        return self.figure.start - _REACH <= at <= self.figure.end + _REACH


def _said(hit: Hit, before: Sequence[Hit]) -> bool:
    """Whether a verb before overlaps and says the same."""
    return any(hit.start < h.end and class_of(h.entry) == class_of(hit.entry) for h in before)


def is_pending(hit: Hit, sentence: Sentence) -> bool:
    """ "awaiting repatriation": it has not happened."""
    return any(0 <= hit.start - h.end <= 20 for h in sentence.words("pending"))


def owned(hit: Hit, start: int, sentence: Sentence) -> bool:
    """ "... and the arrest of 94": the verb belongs to the number right behind it."""
    gap = sentence.text[hit.end : start] if hit.end <= start else "."
    if len(gap) > 12 or len(gap.split()) > 2 or re.search(r"[.,;:]", gap):
        return False
    apart = (*sentence.words("and"), *sentence.words("of_those"))  # "held among 1,367 others"
    return not any(hit.end <= h.start < start for h in apart)
