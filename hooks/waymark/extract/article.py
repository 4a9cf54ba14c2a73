"""Reads one article: scans its sentences, then turns what was found into facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from waymark.codebook import Codebook
from waymark.extract.context import Contexts, Scan, origin_of, speaker
from waymark.extract.dates import dates
from waymark.extract.figures import Figure, figures
from waymark.extract.holds import hold_of, route_hold, statement_hold
from waymark.extract.numerals import Numeral, numerals
from waymark.extract.places import Place, lists, only_country, places, places_of
from waymark.extract.routes import Route, routes
from waymark.extract.sentences import Sentence, sentences
from waymark.extract.texts import (
    Named,
    actors,
    canonical,
    inside,
    methods_and_events,
    operations,
    quotations,
)
from waymark.lexicon import Lexicon
from waymark.model import Article, Evidence, Fact, FactKind, Quantity

_CONTEXT = 32  # characters kept before and after a span
_RECENT = 3  # sentences for which "they" are the people counted last
_QUOTED = 7  # first words of a quotation by which it is known


class Reader:
    """The facts of one article; ``scans`` holds what each sentence contains."""

    def __init__(self, article: Article, lexicon: Lexicon, codebook: Codebook) -> None:
        self._article, self._lexicon, self._codebook = article, lexicon, codebook
        self._sentences = list(sentences(article, lexicon))
        self._scans = [self._scan(sentence) for sentence in self._sentences]
        self._contexts = Contexts(self._scans, codebook)
        self._unread: list[tuple[Sentence, Numeral]] = []
        self._seen: set[tuple[str, int, str]] = set()
        self._actors: set[str] = set()
        self._spoken_of = (-9, "")  # what happened to the people counted last
        self._operations: set[str] = set()
        self._silent = frozenset(name.value for name in codebook.names if name.kind == "platform")

    def facts(self) -> Iterator[Fact]:
        """Yield the facts, sentence by sentence."""
        self._unread.clear()
        self._spoken_of = (-9, "")
        for scan in self._scans:
            yield from self._of_sentence(scan)

    def unread(self) -> Iterator[tuple[int, str, str]]:
        """Yield (line, number with the words after it, what to add) for numbers without a unit."""
        for sentence, number in self._unread:
            text = self._article.body[number.start : min(number.end + 40, sentence.end)].split("\n")[0]
            word = re.search(r"\w{3,}", self._article.body[number.end : sentence.end])
            cure = f"units of seeds/lexicon/{self._lexicon.language}.yml: the noun after it"
            yield sentence.line(number.start), text.strip(), cure + (f" ({word[0]})" if word else "")

    def _scan(self, sentence: Sentence) -> Scan:
        named = [*methods_and_events(sentence), *operations(sentence, self._codebook)]
        return Scan(sentence, dates(sentence, self._lexicon), named, actors(sentence, self._codebook))

    def _of_sentence(self, scan: Scan) -> Iterator[Fact]:
        sentence = scan.sentence
        quoted = quotations(sentence, scan.named)
        found_places = places(sentence)
        taken = [(d.start, d.end) for d in scan.dates] + self._distractors(sentence)
        taken += [(n.start, n.end) for n in scan.named if n.kind == "operation"]
        numbers = numerals(sentence, self._lexicon, taken)
        recent = self._spoken_of[1] if sentence.number - self._spoken_of[0] <= _RECENT else ""
        counted, unread = figures(sentence, self._lexicon, numbers, recent)
        sure = [f.unit[7:] for f in counted if f.unit.startswith("people.") and not f.guessed]
        self._spoken_of = (sentence.number, sure[-1]) if sure else self._spoken_of
        self._unread += [(sentence, number) for number in unread]
        found_routes = routes(sentence, found_places)
        yield from self._figures(counted, scan, found_places)
        yield from self._dates(scan)
        yield from self._routes(found_routes, counted, scan)
        yield from self._places(found_places, found_routes, quoted, scan)
        yield from self._named(scan, quoted)
        yield from self._quotes(scan, quoted)

    def _distractors(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Section 311, page 4, route 66: the number after such a word counts nothing."""
        spans = []
        for hit in sentence.words("distractor"):
            number = re.compile(r"\s?(?:no\.?|n°|number)?\s?\d[\d.,]*").match(
                sentence.text, hit.end, sentence.end
            )
            if number:
                spans.append((hit.start, number.end()))
        return spans

    # ------------------------------------------------------------ one kind after the other

    def _figures(self, counted: Sequence[Figure], scan: Scan, found: Sequence[Place]) -> Iterator[Fact]:
        spans = [(f.start, f.end) for f in counted]
        at: tuple[str, ...] = ()
        for figure in counted:
            if figure.unit == "people":
                self._unread.append((scan.sentence, figure.number))
                continue
            others = [s for s in spans if s != (figure.start, figure.end)]
            event = self._contexts.event_of(figure, scan)
            at = self._places_of(figure, event, found, scan.sentence, others) or (at if event else ())
            number = figure.number
            quantity = Quantity(number.value, figure.unit, number.approx, number.upper, number.vague)
            yield self._fact(
                "money" if figure.unit.startswith("money.") else "figure",
                _number_text(number),
                (figure.start, figure.end),
                scan,
                figure.rule,
                quantity=quantity,
                when=self._when_of(figure, event, scan, spans),
                places=at,
                event=event,
                topic=self._codebook.unit(figure.unit).topic,
                held=hold_of(figure, scan.sentence),
            )

    def _places_of(
        self,
        figure: Figure,
        event: str,
        found: Sequence[Place],
        sentence: Sentence,
        others: Sequence[tuple[int, int]],
    ) -> tuple[str, ...]:
        """Durations and counts of countries take only a place right beside them."""
        reach = 3 if figure.unit.startswith(("duration.", "place.")) else 14
        at = places_of(figure.start, figure.end, found, sentence, others, reach)
        if at or event or not figure.unit.startswith("people."):
            return at
        return only_country(found)

    def _when_of(self, figure: Figure, event: str, scan: Scan, spans: Sequence[tuple[int, int]]) -> str:
        """The event's days, else a date behind the figure and before the next, else one that leads the sentence."""
        if event and self._codebook.event(event).when:
            return self._codebook.event(event).when
        stop = min([a for a, _ in spans if a >= figure.end], default=scan.sentence.end)
        after = [d.iso for d in scan.dates if figure.end <= d.start < stop]
        lead = [d.iso for d in scan.dates if d.end <= min(a for a, _ in spans)]
        near = after or lead[-1:]
        return near[0] if near else ""

    def _dates(self, scan: Scan) -> Iterator[Fact]:
        for date in scan.dates:
            if self._new("date", scan.sentence.line(date.start), date.iso):
                span = (date.start, date.end)
                yield self._fact("date", date.iso, span, scan, date.rule, when=date.iso, topic="response")

    def _routes(self, found: Sequence[Route], counted: Sequence[Figure], scan: Scan) -> Iterator[Fact]:
        for route in found:
            value, span = ">".join(route.stops), (route.start, route.end)
            held = route_hold(route.start, route.end, scan.sentence, counted)
            at = tuple(sorted(set(route.stops)))
            yield self._fact(
                "route", value, span, scan, "words.move", places=at, topic="transport", held=held
            )

    def _places(
        self, found: Sequence[Place], taken: Sequence[Route], quoted: Sequence[tuple[int, int]], scan: Scan
    ) -> Iterator[Fact]:
        """A place is a fact where the scheme is said to be: in a list of countries, or with such a word."""
        sentence = scan.sentence
        spans = [(n.start, n.end) for n in scan.named + scan.actors]
        cue = sentence.words("presence")
        for group in lists(found, sentence):
            whole = {p.country for p in group if p.code != p.country}
            listed = len({p.code for p in group} - whole) > 1 and not any(p.is_region for p in group)
            attached = any(_directly_after(p.start, spans, sentence) for p in group[:1])
            for place in group:
                skip = inside(place.start, place.end, [(r.start, r.end) for r in taken])
                skip = skip or inside(place.start, place.end, quoted) or inside(place.start, place.end, spans)
                skip = skip or any(0 <= place.start - h.end <= 3 for h in sentence.words("place_not"))
                if skip or not ((listed and not attached) or cue or self._dateline(place, sentence)):
                    continue
                value = self._codebook.place_name(place.code)
                if self._new("place", sentence.line(place.start), value):
                    at = (place.country,) if place.country else ()
                    yield self._fact(
                        "place", value, (place.start, place.end), scan, place.rule, places=at, topic="scale"
                    )

    def _dateline(self, place: Place, sentence: Sentence) -> bool:
        """LABUAN BAJO, Indonésie, 10 mai: the place an agency writes from."""
        lead = self._article.body[sentence.start : place.end]
        return sentence.number == 0 and lead.isupper() and len(lead) < 40

    def _named(self, scan: Scan, quoted: Sequence[tuple[int, int]]) -> Iterator[Fact]:
        line = scan.sentence.line
        for named in scan.named:
            span = (named.start, named.end)
            if named.kind == "operation":
                value = canonical(named, self._codebook)
                repeated = inside(*span, quoted) and value in self._operations
                self._operations.add(value)
                if not repeated and self._new("operation", line(named.start), value):
                    event = named.value if self._codebook.has_event(named.value) else ""
                    yield self._fact(
                        "operation", value, span, scan, named.rule, event=event, topic="response"
                    )
            elif self._new(named.kind, line(named.start), named.value):
                kind: FactKind = "method" if named.kind == "method" else "event"
                held = statement_hold(named.start, named.end, scan.sentence)
                topic = self._codebook.topic(named.value)
                yield self._fact(kind, named.value, span, scan, named.rule, topic=topic, held=held)
        for actor in scan.actors:
            if actor.value not in self._actors:
                self._actors.add(actor.value)
                yield self._fact(
                    "actor", actor.value, (actor.start, actor.end), scan, actor.rule, topic="response"
                )

    def _quotes(self, scan: Scan, quoted: Sequence[tuple[int, int]]) -> Iterator[Fact]:
        for start, end in quoted:
            if not scan.sentence.start <= start < scan.sentence.end:
                continue
            first = " ".join(self._article.body[start:end].split()[:_QUOTED])
            yield self._fact("quote", first, (start, end), scan, "quotation marks", topic="scale")

    # ------------------------------------------------------------ shared

    def _new(self, kind: str, line: int, value: str) -> bool:
        """Whether this line has not said so yet."""
        key = (kind, line, value)
        fresh = key not in self._seen
        self._seen.add(key)
        return fresh

    def _fact(
        self,
        kind: FactKind,
        value: str,
        span: tuple[int, int],
        scan: Scan,
        rule: str,
        *,
        topic: str,
        quantity: Quantity | None = None,
        when: str = "",
        places: tuple[str, ...] = (),
        event: str = "",
        held: str = "",
    ) -> Fact:
        who = speaker(scan, self._scans, self._silent)
        if not when and quantity is None:
            when = self._codebook.event(event).when if event else ""
            when = when or (scan.dates[0].iso if scan.dates else "")
        origin = origin_of(event, who, scan, self._codebook)
        evidence = self._evidence(span, scan.sentence)
        return Fact(kind, value, quantity, when, places, event, topic, who, origin, evidence, rule, held)

    def _evidence(self, span: tuple[int, int], sentence: Sentence) -> Evidence:
        body, (start, end) = self._article.body, span
        prefix, suffix = body[max(0, start - _CONTEXT) : start], body[end : end + _CONTEXT]
        line = sentence.line(start)
        return Evidence(self._article.source.id, line, start, end, body[start:end], prefix, suffix)


def _directly_after(at: int, spans: Sequence[tuple[int, int]], sentence: Sentence) -> bool:
    """A place right behind a step or a name is where that happened, no statement of its own."""
    return any(0 <= at - end <= 8 and len(sentence.text[end:at].split()) <= 1 for _, end in spans)


def _number_text(number: Numeral) -> str:
    text = f"{number.value:.10g}"
    return text if number.upper is None else f"{text}..{number.upper:.10g}"
