"""Routes people were taken: where from, over which countries, where to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from waymark.extract.places import Place
from waymark.extract.sentences import Sentence


@dataclass(frozen=True)
class Route:
    """Countries in the order of travel."""

    start: int
    end: int
    stops: tuple[str, ...]


def routes(sentence: Sentence, found: Sequence[Place]) -> list[Route]:
    """Return the routes of a sentence: an origin, a verb of movement, one or more destinations."""
    moves = sentence.words("move")
    if not moves:
        return []
    out: list[Route] = []
    origins = [p for p in found if p.country and _is_origin(p, sentence)]
    for i, origin in enumerate(origins):
        stop = origins[i + 1].start if i + 1 < len(origins) else sentence.end
        low = (
            origins[i - 1].end
            if i and _marked(origin, sentence) and not _marked(origins[i - 1], sentence)
            else origin.end
        )
        stops = _stops(sentence, found, origin, low, stop)
        if not stops and _marked(origin, sentence):  # "vers l'Inde depuis le Bangladesh"
            stops = _stops(sentence, found, origin, sentence.start, origin.start)
        chain = (origin.country, *stops)
        if len(chain) > 1:
            used = [p for p in found if p.country in chain]
            out.append(Route(min(p.start for p in used), max(p.end for p in used), chain))
    return _unique(out)


def _stops(sentence: Sentence, found: Sequence[Place], origin: Place, low: int, high: int) -> list[str]:
    stops: list[str] = []
    verb = [m for m in sentence.words("move") if low <= m.start < high]
    if not verb:
        return stops
    last = verb[0].end
    for place in found:
        if not (low <= place.start < high) or place is origin or not place.country:
            continue
        moved = [m for m in verb if m.start <= place.start]
        if not moved or _is_person(place, sentence):
            continue
        near = max(last, moved[-1].end)
        gap = sentence.text[near : place.start] if near < place.start else ""
        if len(re.findall(r"\w+", gap)) > 8:
            break
        if place.country != (stops[-1] if stops else origin.country):
            stops.append(place.country)
        last = place.end
    return stops


def _is_origin(place: Place, sentence: Sentence) -> bool:
    return _marked(place, sentence) or (place.demonym and _is_person(place, sentence))


def _marked(place: Place, sentence: Sentence) -> bool:
    """After "from", "originaire de"."""
    return any(0 <= place.start - h.end <= 4 for h in sentence.words("from"))


def _is_person(place: Place, sentence: Sentence) -> bool:
    """A demonym that means people: beside a noun for people, or a noun itself."""
    if not place.demonym:
        return False
    people = [h for h in sentence.of("unit") if h.entry.startswith("people")]
    if any(h.start < place.end and place.start < h.end for h in people):
        return True
    if any(0 <= place.start - h.end <= 1 or 0 <= h.start - place.end <= 1 for h in people):
        return True
    things = [h for h in sentence.of("unit") if not h.entry.startswith("people")]
    beside_thing = any(0 <= place.start - h.end <= 1 for h in things)
    return sentence.article.body[place.start].isupper() and not beside_thing


def _unique(found: list[Route]) -> list[Route]:
    kept: list[Route] = []
    for route in found:
        if not any(route.stops == other.stops for other in kept):
            kept.append(route)
    return kept
