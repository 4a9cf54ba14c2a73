"""Reads one article: what the scans found becomes facts, one kind after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waymark.codebook import Codebook
from waymark.extract.holds import hold_of, route_hold, statement_hold
from waymark.extract.maker import Maker
from waymark.extract.places import Place, lists
from waymark.extract.scan import Scan, scans
from waymark.extract.sentences import Sentence
from waymark.extract.texts import Named, canonical, inside
from waymark.extract.unread import Unread, unread
from waymark.lexicon import Lexicon
from waymark.model import Article, Fact, FactKind

_REPEATED = ("quote", "route", "date")  # said twice on a line, they are two facts
_QUOTED = 7  # first words of a quotation by which it is known


class Reader:
    """The facts of one article, and the numbers it could not read."""

    def __init__(self, article: Article, lexicon: Lexicon, codebook: Codebook) -> None:
        self._article, self._lexicon, self._codebook = article, lexicon, codebook
        self._scans = list(scans(article, lexicon, codebook))
        self._maker = Maker(article, self._scans, codebook)

    def facts(self) -> Iterator[Fact]:
        """Yield the facts, sentence by sentence; a line says the same place or step only once."""
        seen: set[tuple[str, int, str]] = set()
        actors: set[str] = set()
        for fact in self._all():
            key = (fact.kind, fact.evidence.line, fact.value)
            if fact.kind == "actor":
                fresh = fact.value not in actors
                actors.add(fact.value)
            else:
                fresh = fact.quantity is not None or fact.kind in _REPEATED or key not in seen
            seen.add(key)
            if fresh:
                yield fact

    def unread(self) -> Iterator[Unread]:
        """Yield the numbers, dates and places that no entry of the lexicon explains."""
        for scan in self._scans:
            yield from unread(scan, self._lexicon)

    def _all(self) -> Iterator[Fact]:
        operations: set[str] = set()
        for scan in self._scans:
            yield from self._figures(scan)
            for date in scan.dates:
                span = (date.start, date.end)
                yield self._maker.fact(
                    "date", date.iso, span, scan, date.rule, when=date.iso, topic="response"
                )
            yield from self._routes(scan)
            yield from self._places(scan)
            yield from self._named(scan, operations)
            yield from self._quotes(scan)

    def _figures(self, scan: Scan) -> Iterator[Fact]:
        at: tuple[str, ...] = ()
        for figure in scan.figures:
            fact = self._maker.figure(figure, scan, hold_of(figure, scan.sentence), at)
            at = fact.places
            yield fact

    def _routes(self, scan: Scan) -> Iterator[Fact]:
        for route in scan.routes:
            value, span = ">".join(route.stops), (route.start, route.end)
            held = route_hold(route.start, route.end, scan.sentence, scan.figures)
            at = tuple(sorted(set(route.stops)))
            yield self._maker.fact(
                "route", value, span, scan, "words.move", places=at, topic="transport", held=held
            )

    def _places(self, scan: Scan) -> Iterator[Fact]:
        """A place is a fact where the scheme is said to be: in a list of countries, or with such a word."""
        cue = scan.sentence.words("presence")
        for group in lists(scan.places, scan.sentence):
            listed = _is_list(group) and not self._belongs(group[0], scan)
            for place in group:
                stated = listed or cue or self._dateline(place, scan.sentence)
                if stated and not _elsewhere(place, scan):
                    value = self._codebook.place_name(place.code)
                    at = (place.country,) if place.country else ()
                    span = (place.start, place.end)
                    yield self._maker.fact("place", value, span, scan, place.rule, places=at, topic="scale")

    def _belongs(self, place: Place, scan: Scan) -> bool:
        """A place right behind a step or a name is where that happened, no statement of its own."""
        text = scan.sentence.text
        ends = [named.end for named in scan.named + scan.actors]
        return any(0 <= place.start - end <= 8 and len(text[end : place.start].split()) <= 1 for end in ends)

    def _dateline(self, place: Place, sentence: Sentence) -> bool:
        """LABUAN BAJO, Indonésie, 10 mai: the place an agency writes from."""
        lead = self._article.body[sentence.start : place.end]
        return sentence.number == 0 and lead.isupper() and len(lead) < 40

    def _named(self, scan: Scan, operations: set[str]) -> Iterator[Fact]:
        for named in scan.named:
            span = (named.start, named.end)
            if named.kind != "operation":
                kind: FactKind = "method" if named.kind == "method" else "event"
                held = statement_hold(*span, scan.sentence)
                topic = self._codebook.topic(named.value)
                yield self._maker.fact(kind, named.value, span, scan, named.rule, topic=topic, held=held)
            else:
                yield from self._operation(named, scan, operations)
        for actor in scan.actors:
            span = (actor.start, actor.end)
            yield self._maker.fact("actor", actor.value, span, scan, actor.rule, topic="response")

    def _operation(self, named: Named, scan: Scan, known: set[str]) -> Iterator[Fact]:
        """A speaker who repeats the name of an operation reports nothing new."""
        value, span = canonical(named, self._codebook), (named.start, named.end)
        repeated = inside(*span, scan.quoted) and value in known
        known.add(value)
        if not repeated:
            event = named.value if self._codebook.has_event(named.value) else ""
            yield self._maker.fact("operation", value, span, scan, named.rule, event=event, topic="response")

    def _quotes(self, scan: Scan) -> Iterator[Fact]:
        for start, end in scan.quoted:
            if scan.sentence.start <= start < scan.sentence.end:
                first = " ".join(self._article.body[start:end].split()[:_QUOTED])
                yield self._maker.fact("quote", first, (start, end), scan, "quotation marks", topic="scale")


def _is_list(group: Sequence[Place]) -> bool:
    """Several countries; a country beside its own province is one."""
    whole = {p.country for p in group if p.code != p.country}
    return len({p.code for p in group} - whole) > 1 and not any(p.is_region for p in group)


def _elsewhere(place: Place, scan: Scan) -> bool:
    """Already told by a route, a step or a name, spoken by someone, or part of a title."""
    span = (place.start, place.end)
    taken = [(r.start, r.end) for r in scan.routes] + [(n.start, n.end) for n in scan.named + scan.actors]
    title = any(0 <= place.start - h.end <= 3 for h in scan.sentence.words("place_not"))
    return inside(*span, taken) or inside(*span, scan.quoted) or title
