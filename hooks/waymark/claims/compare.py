"""Whether two readings of one thing can both be true: "360" and "more than 360" can, 360 and 306 cannot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import inf

from waymark.model import Approx, Quantity, Reading, Relation

_ABOUT = 0.1  # "about 100" reaches from 90 to 110
_ORDER = 10.0  # "hundreds" are fewer than a thousand
_RANKS = {Approx.EXACT: 0, Approx.ABOUT: 2, Approx.NEARLY: 2}


def precision(quantity: Quantity | None) -> int:
    """Rank a reading: exact, a range or a bound, roughly, an order of magnitude."""
    if quantity is None:
        return 0
    if quantity.vague:
        return 4
    return 1 if quantity.upper is not None else _RANKS.get(quantity.approx, 1)


def relation(readings: Sequence[Reading]) -> Relation:
    """Return how readings stand to each other; those of one value agree."""
    if len(readings) == 1:
        return Relation.AGREE
    spans = [span(r.quantity) for r in readings if r.quantity]
    apart = any(max(a[0], b[0]) > min(a[1], b[1]) for a, b in combinations(spans, 2))
    return Relation.CONFLICT if apart else Relation.COMPATIBLE


def span(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the greatest number a reading allows."""
    value = quantity.value
    if quantity.upper is not None:
        return value, quantity.upper
    if quantity.vague:
        return value, value * _ORDER
    return {
        Approx.EXACT: (value, value),
        Approx.AT_LEAST: (value, inf),
        Approx.MORE_THAN: (value, inf),
        Approx.ABOUT: (value * (1 - _ABOUT), value * (1 + _ABOUT)),
        Approx.NEARLY: (value * (1 - _ABOUT), value),
        Approx.UP_TO: (0.0, value),
    }[quantity.approx]
