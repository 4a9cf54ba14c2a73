"""Making facts: the span as evidence, the time and places of a figure, who says so, the original source."""

from __future__ import annotations

from collections.abc import Sequence

from waymark.codebook import Codebook
from waymark.extract.context import Contexts, origin_of, speaker
from waymark.extract.figure import Figure
from waymark.extract.numeral import Numeral
from waymark.extract.places import only_country, places_of
from waymark.extract.scan import Scan
from waymark.extract.sentences import Sentence
from waymark.model import Article, Evidence, Fact, FactKind, Quantity

_CONTEXT = 32  # characters kept before and after a span
_BESIDE, _FAR = 3, 14  # words between a figure and the place it is about


class Maker:
    """Makes the facts of one article; ``body[start:end] == exact`` for every one."""

    def __init__(self, article: Article, scans: Sequence[Scan], codebook: Codebook) -> None:
        self._article, self._scans, self._codebook = article, scans, codebook
        self._contexts = Contexts(scans, codebook)
        self._silent = frozenset(name.value for name in codebook.names if name.kind == "platform")

    def figure(self, figure: Figure, scan: Scan, held: str, places_before: tuple[str, ...]) -> Fact:
        """Return the fact of a figure; ``places_before``: those of the figure before it."""
        spans = [(f.start, f.end) for f in scan.figures]
        event = self._contexts.event_of(figure, scan)
        at = self._places(figure, event, scan, spans) or (places_before if event else ())
        number = figure.number
        return self.fact(
            "money" if figure.unit.startswith("money.") else "figure",
            number_text(number),
            (figure.start, figure.end),
            scan,
            figure.rule,
            quantity=Quantity(number.value, figure.unit, number.approx, number.upper, number.vague),
            when=self._when(figure, event, scan, spans),
            places=at,
            event=event,
            topic=self._codebook.unit(figure.unit).topic,
            held=held,
        )

    def fact(
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
        """Return a fact with its evidence, speaker and original source."""
        who = speaker(scan, self._scans, self._silent)
        if not when and quantity is None:
            when = self._codebook.event(event).when if event else ""
            when = when or (scan.dates[0].iso if scan.dates else "")
        origin = origin_of(event, who, scan, self._codebook)
        evidence = self._evidence(span, scan.sentence)
        return Fact(kind, value, quantity, when, places, event, topic, who, origin, evidence, rule, held)

    def _places(
        self, figure: Figure, event: str, scan: Scan, spans: Sequence[tuple[int, int]]
    ) -> tuple[str, ...]:
        """Durations and counts of countries take only a place right beside them."""
        reach = _BESIDE if figure.unit.startswith(("duration.", "place.")) else _FAR
        others = [span for span in spans if span != (figure.start, figure.end)]
        at = places_of(figure.start, figure.end, scan.places, scan.sentence, others, reach)
        if at or event or not figure.unit.startswith("people."):
            return at
        return only_country(scan.places)

    def _when(self, figure: Figure, event: str, scan: Scan, spans: Sequence[tuple[int, int]]) -> str:
        """The event's days, else a date between the figure and the next, else one that leads the sentence."""
        if event and self._codebook.event(event).when:
            return self._codebook.event(event).when
        stop = min([a for a, _ in spans if a >= figure.end], default=scan.sentence.end)
        after = [d.iso for d in scan.dates if figure.end <= d.start < stop]
        lead = [d.iso for d in scan.dates if d.end <= min(a for a, _ in spans)]
        return (after or lead[-1:] or [""])[0]

    def _evidence(self, span: tuple[int, int], sentence: Sentence) -> Evidence:
        body, (start, end) = self._article.body, span
        prefix, suffix = body[max(0, start - _CONTEXT) : start], body[end : end + _CONTEXT]
        line = sentence.line(start)
        return Evidence(self._article.source.id, line, start, end, body[start:end], prefix, suffix)


def number_text(number: Numeral) -> str:
    """Return a number as text: "281", or "30..50" for a range."""
    text = f"{number.value:.15g}"
    return text if number.upper is None else f"{text}..{number.upper:.15g}"
