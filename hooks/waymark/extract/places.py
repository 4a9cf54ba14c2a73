"""Places a sentence names, as ISO codes: countries, regions, parts of countries; words for their people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from waymark.extract.sentences import Sentence


@dataclass(frozen=True)
class Place:
    """A place name or a demonym in a sentence."""

    start: int
    end: int
    code: str
    demonym: bool
    rule: str

    @property
    def is_region(self) -> bool:
        """Whether it is larger than a country (UN M.49 digits)."""
        return self.code.isdigit()

    @property
    def country(self) -> str:
        """The ISO 3166-1 code; empty for regions."""
        return "" if self.is_region else self.code.split("-")[0]


def places(sentence: Sentence) -> list[Place]:
    """Return the places of a sentence by start: the longest name wins, a name begins with a capital."""
    found: list[Place] = []
    body = sentence.article.body
    for hit in sentence.of("place"):
        if body[hit.start].isupper():
            found.append(Place(hit.start, hit.end, hit.entry, False, f"places.{hit.entry}: {hit.pattern}"))
    for hit in sentence.of("demonym"):
        found.append(Place(hit.start, hit.end, hit.entry, True, f"demonyms.{hit.entry}: {hit.pattern}"))
    money = [(h.start, h.end) for h in sentence.of("currency")]
    kept = [p for p in found if not any(a <= p.start and p.end <= b for a, b in money)]
    kept = [p for p in kept if not any(_covers(q, p) for q in kept)]
    return sorted(kept, key=lambda p: (p.start, p.end, p.code))


def _covers(longer: Place, place: Place) -> bool:
    """A longer name at the same spot, or the same span read as a name rather than as a demonym."""
    inside = longer.start <= place.start and place.end <= longer.end
    same = (longer.start, longer.end) == (place.start, place.end)
    if same:
        return (longer.demonym, longer.code) < (place.demonym, place.code)
    return inside


def lists(found: Sequence[Place], sentence: Sentence) -> list[list[Place]]:
    """Group names that stand in one enumeration: "en Chine, au Cambodge ou encore au Vietnam"."""
    groups: list[list[Place]] = []
    for place in (p for p in found if not p.demonym):
        gap = sentence.text[groups[-1][-1].end : place.start] if groups else "."
        joined = len(re.findall(r"\w+", gap)) <= 4 and re.fullmatch(r"[\s,']*(?:[\w']+\s*){0,4}", gap)
        if (
            groups
            and joined
            and (
                "," in gap
                or any(_within(h.start, groups[-1][-1].end, place.start) for h in sentence.words("and"))
            )
        ):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _within(at: int, low: int, high: int) -> bool:
    return low <= at < high


def places_of(
    start: int,
    end: int,
    found: Sequence[Place],
    sentence: Sentence,
    others: Sequence[tuple[int, int]],
    reach: int,
) -> tuple[str, ...]:
    """Return the countries a figure is about: those after it up to the next figure, else just before it.

    ``reach`` is the number of words that may stand between.
    """
    stop = min([a for a, _ in others if a >= end], default=sentence.end)
    floor = max([b for _, b in others if b <= start], default=sentence.start)
    after = [p for p in found if end - 1 <= p.start < stop and _near(sentence.text[end : p.start], reach)]
    inside = [p for p in found if start <= p.start < end]
    before = [
        p for p in found if floor <= p.start and p.end <= start and _near(sentence.text[p.end : start], reach)
    ]
    chosen = inside + after or before
    return tuple(sorted({p.country for p in chosen if p.country}))


def only_country(found: Sequence[Place]) -> tuple[str, ...]:
    """Return the one country a sentence names, if it names one."""
    countries = {p.country for p in found if p.country}
    return tuple(countries) if len(countries) == 1 else ()


def _near(gap: str, words: int) -> bool:
    return len(re.findall(r"\w+", gap)) <= words and ";" not in gap and "\n" not in gap.strip()
