"""seeds/facts.lock: the facts last reviewed, one a line in stable order, without any text of the articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from waymark.errors import SeedError
from waymark.model import Approx, Evidence, Fact, FactKind, Quantity, Source

PATH = "seeds/facts.lock"
_HEAD = (
    "# What the articles say, as last reviewed. Written by: python hooks facts --lock. Do not edit by hand.",
    "# LINE | KIND | VALUE | key=value ... | START-END #HASH of the span | the lexicon's entry that found it",
)
_SOURCE_FIELDS = ("lang", "published", "publisher", "agency", "title", "url")
_KINDS = ("figure", "money", "date", "event", "operation", "place", "actor", "method", "route", "quote")


@dataclass(frozen=True, slots=True)
class Locked:
    """A lock as read: sources, facts without text, and the line of each fact in the file."""

    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    lines: tuple[int, ...]


def render(sources: Iterable[Source], facts: Mapping[str, tuple[Fact, ...]]) -> str:
    """Return the lock of all sources, ordered by their ids; the same facts give the same bytes."""
    rows = [*_HEAD]
    for source in sorted(sources, key=lambda s: s.id):
        rows += ["", f"source {source.id}"]
        rows += [f"  {key}: {_clean(getattr(source, key))}".rstrip() for key in _SOURCE_FIELDS]
        rows += [_row(fact) for fact in facts.get(source.id, ())]
    return "\n".join(rows) + "\n"


def _row(fact: Fact) -> str:
    extra = [("when", fact.when), ("at", "+".join(fact.places)), ("event", fact.event), ("who", fact.who)]
    extra += [("from", fact.origin), ("topic", fact.topic), ("held", fact.held)]
    span = f"{fact.evidence.start}-{fact.evidence.end} #{span_hash(fact.evidence.exact)}"
    value = "-" if fact.kind == "quote" else _clean(fact.value)
    if fact.quantity:
        value = _quantity(fact.quantity)
    middle = " ".join(f"{key}={_clean(text).replace(' ', '_')}" for key, text in extra if text)
    return (
        f"L{fact.evidence.line} | {fact.kind} | {value} | {middle} | {span} | {_clean(fact.rule, bar=True)}"
    )


def _quantity(quantity: Quantity) -> str:
    number = f"{quantity.value:.15g}" + (f"..{quantity.upper:.15g}" if quantity.upper is not None else "")
    approx = "" if quantity.approx is Approx.EXACT else f" {quantity.approx.value}"
    return f"{number} {quantity.unit}{approx}{' vague' if quantity.vague else ''}"


def span_hash(text: str) -> str:
    """Return the short hash under which a span stands in the lock."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _clean(text: str, bar: bool = False) -> str:
    line = " ".join(text.split())
    return line if bar else line.replace("|", "/")


def parse(text: str) -> Locked:
    """Read a lock; raises SeedError naming its line."""
    sources: list[Source] = []
    facts: list[Fact] = []
    lines: list[int] = []
    fields: dict[str, str] = {}
    for number, row in enumerate(text.split("\n"), 1):
        if not row or row.startswith("#"):
            continue
        try:
            if row.startswith("source "):
                fields = {"id": row[len("source ") :]}
            elif row.startswith("  "):
                key, _, value = row.strip().partition(":")
                fields[key] = value.strip()
                if key == _SOURCE_FIELDS[-1]:
                    sources.append(Source(**fields))
            else:
                facts.append(_fact(row, sources[-1].id))
                lines.append(number)
        except (ValueError, KeyError, IndexError, TypeError) as error:
            cure = "Restore the file, or write it again: python hooks facts --lock."
            raise SeedError("this line of the lock cannot be read", cure, PATH, number) from error
    return Locked(tuple(sources), tuple(facts), tuple(lines))


def _fact(row: str, article: str) -> Fact:
    line, kind, value, middle, span, rule = row.split(" | ", 5)
    if kind not in _KINDS or not line.startswith("L"):
        raise ValueError(kind)
    extra = {key: text.replace("_", " ") if key in ("who",) else text for key, text in _pairs(middle)}
    start, end = span.split(" #")[0].split("-")
    quantity = _read_quantity(value) if kind in ("figure", "money") else None
    return Fact(
        kind=cast("FactKind", kind),
        value=value.split(" ")[0] if quantity else value,
        quantity=quantity,
        when=extra.get("when", ""),
        places=tuple(extra["at"].split("+")) if "at" in extra else (),
        event=extra.get("event", ""),
        topic=extra.get("topic", ""),
        who=extra.get("who", ""),
        origin=extra.get("from", ""),
        evidence=Evidence(article, int(line[1:]), int(start), int(end), ""),
        rule=rule,
        held=extra.get("held", ""),
    )


def _pairs(middle: str) -> Iterator[tuple[str, str]]:
    for pair in middle.split():
        key, _, text = pair.partition("=")
        yield key, text


def _read_quantity(text: str) -> Quantity:
    number, unit, *rest = text.split(" ")
    low, _, high = number.partition("..")
    vague = "vague" in rest
    approx = next((Approx(word) for word in rest if word != "vague"), Approx.EXACT)
    return Quantity(float(low), unit, approx, float(high) if high else None, vague)


def without_text(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts as the lock gives them back: no text of the article, no value of a quotation."""
    return tuple(
        replace(
            fact,
            value="-" if fact.kind == "quote" else fact.value,
            evidence=replace(fact.evidence, exact="", prefix="", suffix=""),
        )
        for fact in facts
    )


def read_lock(root: Path) -> str:
    """Return the text of the lock; empty when there is none."""
    path = root / PATH
    return path.read_text("utf-8") if path.is_file() else ""
