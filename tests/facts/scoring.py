"""Counting hits, false alarms and misses of facts against expectations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from waymark.model import Fact

# Roles a text seldom tells apart: all of them are people inside.
INSIDE = frozenset({"held", "trapped", "forced", "trafficked", "captive", "workers", "recruit"})


@dataclass(frozen=True)
class Expected:
    """A fact that must be found; a quotation is known by its span, all else by its value."""

    line: int
    kind: str
    value: str
    unit: str = ""
    span: tuple[int, int] | None = None
    optional: bool = False  # found or not, it counts neither way


@dataclass
class Score:
    """Counts by kind, with the misses and false alarms in words."""

    hits: dict[str, int] = field(default_factory=dict)
    false: list[Fact] = field(default_factory=list)
    missed: list[Expected] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Take in the counts of another score."""
        for kind, hits in other.hits.items():
            self.hits[kind] = self.hits.get(kind, 0) + hits
        self.false += other.false
        self.missed += other.missed

    def counts(self, kind: str) -> tuple[int, int, int]:
        """(hits, false alarms, misses) of a kind."""
        false = sum(fact.kind == kind for fact in self.false)
        return self.hits.get(kind, 0), false, sum(e.kind == kind for e in self.missed)

    def precision(self, kind: str) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        hits, false, _ = self.counts(kind)
        return hits / (hits + false) if hits + false else 1.0

    def recall(self, kind: str) -> float:
        """Share of what is there that was found; 1 when nothing is there."""
        hits, _, missed = self.counts(kind)
        return hits / (hits + missed) if hits + missed else 1.0

    def f1(self, kind: str) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision(kind), self.recall(kind)
        return 2 * p * r / (p + r) if p + r else 0.0


def score(facts: Iterable[Fact], expected: Iterable[Expected], into: Score) -> None:
    """Match each expectation with at most one fact and count into a score; what is required comes first."""
    free = list(facts)
    for want in sorted(expected, key=lambda want: want.optional):
        found = next((fact for fact in free if _same(fact, want)), None)
        if found is not None:
            free.remove(found)
        if want.optional:
            continue
        if found is None:
            into.missed.append(want)
        else:
            into.hits[want.kind] = into.hits.get(want.kind, 0) + 1
    into.false += free


def unit_class(unit: str) -> str:
    """What must agree of a unit: the role of people (roles inside are one), the currency, or the class."""
    head, _, detail = unit.partition(".")
    if head == "people":
        return "people.inside" if detail in INSIDE else unit
    return f"money.{detail[:3]}" if head == "money" else head


def number(value: float, upper: float | None = None) -> str:
    """A number or range as expectations write it."""
    return f"{value:.15g}" if upper is None else f"{value:.15g}..{upper:.15g}"


def _same(fact: Fact, want: Expected) -> bool:
    if (fact.evidence.line, fact.kind) != (want.line, want.kind):
        return False
    if fact.quantity:
        same = number(fact.quantity.value, fact.quantity.upper) == want.value
        if want.unit == "ratio.response_rate" and fact.quantity.upper is None and ".." not in want.value:
            same = f"{fact.quantity.value:.2f}" == f"{float(want.value):.2f}"  # two thirds: .67, .667
        return same and unit_class(fact.quantity.unit) == unit_class(want.unit)
    if want.kind == "quote" and want.span:
        return fact.evidence.start < want.span[1] and want.span[0] < fact.evidence.end
    return fact.value == want.value
