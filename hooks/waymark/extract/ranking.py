"""Which of all that may be the role of a figure's people is it: the heaviest, if heavy enough.

A conditional log-linear model over candidates (Ratnaparkhi 1996; candidates of one class of roles add up),
whose weights are learned from sentences with their roles: tests/facts/learn.py.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from waymark.extract.candidates import Candidate
from waymark.extract.case import class_of
from waymark.weights import Weights


@dataclass(frozen=True)
class Choice:
    """A role, the rule that says so and its share of the weight, 0 to 1; no role where nothing is told."""

    role: str
    rule: str
    share: float


def choose(found: Sequence[Candidate], weights: Weights) -> Choice:
    """Return the heaviest class of roles, by its heaviest candidate in the sentence, else before it.

    What comes first wins a draw.
    """
    masses = _masses([weights.sum(one.features) for one in found])
    shares: dict[str, float] = {}
    for one, mass in zip(found, masses, strict=True):
        told = class_of(one.role)
        shares[told] = shares.get(told, 0.0) + mass
    best = max(shares, key=lambda told: shares[told])
    of_class = [i for i, one in enumerate(found) if class_of(one.role) == best]
    heaviest = max(of_class, key=lambda i: (found[i].here, masses[i]))
    return Choice(found[heaviest].role, found[heaviest].rule, shares[best])


def _masses(sums: Sequence[float]) -> list[float]:
    top = max(sums)
    raw = [math.exp(one - top) for one in sums]
    total = math.fsum(raw)
    return [one / total for one in raw]
