"""Which old entry is near a source that needs one: the same text elsewhere, or a text much like it."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from waymark.catalog import Entry
from waymark.model import Segment
from waymark.sync.wanted import Wanted

NEAR, NEAR_AT_HOME = 0.6, 0.4  # msgmerge's own threshold; within one section less will do


def places(entry: Entry, back: Entry, asked: Sequence[Wanted], placed: Sequence[Entry | None]) -> list[int]:
    """Where a vanished entry may stand again, the nearest first."""
    fits = [at for at, one in enumerate(asked) if placed[at] is None and one.source == back.source]
    return sorted(fits, key=lambda at: _distance(entry.context, asked[at].segment.context))


def _distance(old: str, new: str) -> tuple[bool, bool, bool]:
    (page, _, section), (new_page, _, new_section) = old.partition("#"), new.partition("#")
    return old != new, page != new_page, section != new_section


def pairs(
    asked: Sequence[Wanted], placed: Sequence[Entry | None], old: Sequence[Entry]
) -> list[tuple[int, int]]:
    """The first place of each source that has nothing yet, with each entry near enough, the nearest first."""
    served = {entry.source for entry in placed if entry}
    open_places: dict[tuple[str, str], int] = {}
    for at, one in enumerate(asked):
        if placed[at] is None and one.source not in served:
            open_places.setdefault(one.source, at)
    scored = [
        (-score, at, number)
        for at in open_places.values()
        for number, entry in enumerate(old)
        if (score := likeness(entry, asked[at].segment)) > 0
    ]
    return [(at, number) for _, at, number in sorted(scored)]


def likeness(entry: Entry, segment: Segment) -> float:
    """How alike two sources are, 0 below the threshold; of a stale entry the nearer of its two counts.

    A plural never stands for a singular.
    """
    if bool(entry.plural) != bool(segment.plural):
        return 0.0
    home = entry.context == segment.context and not entry.obsolete
    least = NEAR_AT_HOME if home else NEAR
    sources = {entry.msgid, entry.previous[0] or entry.msgid}
    score = max(Indel.normalized_similarity(each, segment.msgid, score_cutoff=least) for each in sources)
    return score + home if score else 0.0
