"""The table of figures: what is counted, where and when, who reports it, a bar where rows compare."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waymark import locales
from waymark.errors import PageError
from waymark.fill.blocks import render
from waymark.fill.inline import Inline, newest
from waymark.model import Claim, Reading, Relation


@dataclass(frozen=True)
class ReadingRow:
    text: Markup
    who: str
    marks: Markup
    share: int | None  # per cent of the largest value with the same unit in this table


@dataclass(frozen=True)
class FigureRow:
    readings: tuple[ReadingRow, ...]
    conflict: bool
    places: str
    when: str


def figures_table(inline: Inline, *claim_ids: str) -> Markup:
    """One row a claim, in the order given; every reading of it where sources disagree."""
    if not claim_ids:
        raise PageError("figures_table() without claims", "Name the claims to show.")
    claims = [inline.quantified(claim_id) for claim_id in claim_ids]
    tops = _tops(claims)
    return render(
        inline.desk.sandbox,
        "figures_table",
        inline.messages,
        rows=[_row(claim, tops, inline) for claim in claims],
        newest=inline.span(newest(claims, inline.desk)),
    )


def shown(claim: Claim) -> tuple[Reading, ...]:
    """The readings a reader needs: all of them in a conflict, else the most precise."""
    return claim.readings if claim.relation is Relation.CONFLICT else claim.readings[:1]


def _row(claim: Claim, tops: dict[str, float], inline: Inline) -> FigureRow:
    marks = inline.desk.marks.of_claim(claim, inline.page)
    conflict = claim.relation is Relation.CONFLICT
    rows = tuple(
        ReadingRow(
            inline.reading(reading),
            _who(reading if conflict else None, claim, inline),
            inline.marks(reading) if conflict else marks,
            _share(reading, tops),
        )
        for reading in shown(claim)
    )
    places = locales.listing(inline.messages.locale, [inline.country(code) for code in claim.places])
    return FigureRow(rows, conflict, places, inline.span(claim.when) if claim.when else "")


def _who(reading: Reading | None, claim: Claim, inline: Inline) -> str:
    readings = (reading,) if reading else claim.readings
    ids = sorted({fact.origin for each in readings for fact in each.facts if fact.origin})
    return ", ".join(inline.desk.knowledge.origin_name(each) for each in ids)


def _tops(claims: list[Claim]) -> dict[str, float]:
    """The largest value of each unit that stands in two rows or more: a bar alone compares nothing."""
    values: dict[str, list[float]] = {}
    for claim in claims:
        for reading in shown(claim):
            if reading.quantity and not reading.quantity.vague:
                values.setdefault(reading.quantity.unit, []).append(reading.quantity.value)
    return {unit: max(found) for unit, found in values.items() if len(found) > 1}


def _share(reading: Reading, tops: dict[str, float]) -> int | None:
    quantity = reading.quantity
    if quantity is None or quantity.vague or quantity.unit not in tops:
        return None
    return max(1, round(100 * quantity.value / tops[quantity.unit]))
