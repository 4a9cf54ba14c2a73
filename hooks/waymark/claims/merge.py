"""Merging: facts that say one thing become one claim; what differs stays apart as readings of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from waymark.claims.compare import precision, relation
from waymark.codebook import Codebook
from waymark.extract.names import slug
from waymark.lock import PATH
from waymark.model import Claim, Fact, FactKind, Location, Quantity, Reading, Relation

_KINDS: tuple[FactKind, ...] = ("figure", "money", "event", "operation", "place", "method", "route")


def merge(
    facts: Iterable[Fact], lines: Mapping[int, int], codebook: Codebook, waivers: frozenset[str]
) -> tuple[Claim, ...]:
    """Return the claims of all facts, by id. Figures merge only inside an event of the registry."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind in _KINDS:
            groups.setdefault(_key(fact, codebook), []).append(fact)
    claims = []
    for key, group in groups.items():
        parts = _apart(key, group, codebook)
        claims += [_claim(key, part, lines, codebook, waivers) for key, part in parts]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _key(fact: Fact, codebook: Codebook) -> str:
    if fact.quantity is None:
        value = fact.event if fact.kind == "operation" and codebook.has_event(fact.event) else fact.value
        return f"{fact.kind}/{_id(fact.kind, value)}"
    at = "@" + "-".join(fact.places) if fact.places else ""
    return f"{fact.event or fact.evidence.article}/{fact.quantity.unit}{at}"


def _id(kind: str, value: str) -> str:
    if kind == "route":
        return value.replace(">", "-")
    return slug(value) if kind == "operation" else value.replace(" ", "_")


def _apart(key: str, group: list[Fact], codebook: Codebook) -> list[tuple[str, list[Fact]]]:
    """Held facts never dilute published ones; figures outside the registry are one claim a value."""
    free = [fact for fact in group if not fact.held]
    held = [fact for fact in group if fact.held]
    parts = [(key, free)] if free else []
    if free and free[0].quantity and not codebook.has_event(free[0].event):
        by_value: dict[str, list[Fact]] = {}
        for fact in free:
            by_value.setdefault(_value(fact), []).append(fact)
        ordered = list(by_value.values())
        parts = [(key if i == 0 else f"{key}.{i + 1}", facts) for i, facts in enumerate(ordered)]
    return parts + ([(f"{key}!held" if free else key, held)] if held else [])


def _claim(
    key: str, group: list[Fact], lines: Mapping[int, int], codebook: Codebook, waivers: frozenset[str]
) -> Claim:
    readings = _readings(group)
    event = group[0].event
    examples = codebook.has_event(event) and codebook.event(event).examples
    first = min(group, key=lambda fact: lines[id(fact)])
    return Claim(
        id=key,
        kind=group[0].kind,
        event=event,
        when=next((f.when for r in readings for f in r.facts if f.when), ""),
        places=tuple(sorted({code for fact in group for code in fact.places})),
        readings=readings,
        relation=Relation.COMPATIBLE if examples and len(readings) > 1 else relation(readings),
        publishable=not any(fact.held for fact in group) and key not in waivers,
        location=Location(PATH, lines[id(first)]),
    )


def _readings(group: Sequence[Fact]) -> tuple[Reading, ...]:
    """One reading a value and qualifier; the most precise first, then the best supported."""
    by_value: dict[str, list[Fact]] = {}
    for fact in group:
        by_value.setdefault(_value(fact), []).append(fact)
    readings = [Reading(facts[0].value, facts[0].quantity, tuple(facts)) for facts in by_value.values()]
    return tuple(sorted(readings, key=_rank))


def _rank(reading: Reading) -> tuple[int, int, int, int, float, str]:
    value = reading.quantity.value if reading.quantity else 0.0
    origins = len({fact.origin for fact in reading.facts})
    articles = len({fact.evidence.article for fact in reading.facts})
    return precision(reading.quantity), -origins, -articles, -len(reading.facts), -value, reading.value


def _value(fact: Fact) -> str:
    quantity: Quantity | None = fact.quantity
    if quantity is None:
        return fact.value if fact.kind != "operation" else "operation"
    return f"{quantity.value:.15g} {quantity.upper} {quantity.approx} {quantity.vague}"
