"""How far a locale has come, counted from its catalog alone: no engine, no memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from waymark.catalog import Catalog, Entry
from waymark.model import Segment, State

LISTED_FROM = 0.95  # of the core pages' segments (the rule of PEP 545)


@dataclass(frozen=True, slots=True)
class Counts:
    """The segments of a project by what a locale's reader gets; the first six add up to ``total``."""

    locale: str
    reviewed: int
    draft: int
    machine: int
    edited: int
    fuzzy: int  # a text is there, but stale or faulty: the reader gets English
    missing: int  # no text at all: the reader gets English
    total: int
    core: int  # segments of the core pages
    core_current: int  # of those, how many have a translation that is shown

    @property
    def listed(self) -> bool:
        """Whether readers are offered this locale: at least 95 % of the core pages' segments are current."""
        return self.core_current >= LISTED_FROM * self.core


def count(catalog: Catalog, segments: Iterable[Segment], core_pages: Collection[str]) -> Counts:
    """The counts of one locale; ``core_pages`` are paths below docs/."""
    every = tuple(segments)
    core = [segment for segment in every if segment.context.partition("#")[0] in core_pages]
    states = Counter(catalog.state(segment) for segment in every)
    fuzzy = sum(_fuzzy(catalog, segment) for segment in every)
    return Counts(
        catalog.locale.tag,
        states[State.REVIEWED],
        states[State.DRAFT],
        states[State.MACHINE],
        states[State.EDITED],
        fuzzy,
        states[State.MISSING] - fuzzy,
        len(every),
        len(core),
        sum(catalog.state(segment) is not State.MISSING for segment in core),
    )


def _fuzzy(catalog: Catalog, segment: Segment) -> bool:
    return catalog.lookup(segment) is None and catalog.standing(segment) is not None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a sync did to a catalog."""

    segments: int
    added: int  # sources that had no entry
    stale: int  # texts that became fuzzy
    current: int  # fuzzy texts that became current
    obsolete: int  # texts that no segment asks for any more

    def __str__(self) -> str:
        return (
            f"{self.segments} segments: {self.added} new, {self.stale} stale, "
            f"{self.current} current again, {self.obsolete} obsolete"
        )


def changes(before: Catalog, after: Catalog) -> Changes:
    """What happened between two states of a catalog."""
    old = {entry.key: entry for entry in before.entries if not entry.obsolete}
    new = {entry.key: entry for entry in after.entries if not entry.obsolete}
    stale_before, stale_now = _stale(old.values()), _stale(new.values())
    living = {entry.forms for entry in new.values() if entry.said and not entry.fuzzy}
    return Changes(
        len(new),
        len(new.keys() - old.keys()),
        len(stale_now - stale_before),
        sum(forms in living for _, forms in stale_before - stale_now),
        len(_obsolete(after) - _obsolete(before)),
    )


def _obsolete(catalog: Catalog) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(entry.context, entry.msgid, entry.forms) for entry in catalog.entries if entry.obsolete}


def _stale(entries: Iterable[Entry]) -> set[tuple[str, tuple[str, ...]]]:
    return {(entry.msgid, entry.forms) for entry in entries if entry.fuzzy}
