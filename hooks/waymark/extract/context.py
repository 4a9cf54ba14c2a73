"""Which operation, case or context a figure belongs to, and which original source it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from waymark.codebook import Codebook, Event
from waymark.extract.figure import Figure
from waymark.extract.scan import Scan
from waymark.extract.texts import mentions


class Contexts:
    """Knows, for one article, which event each sentence speaks of."""

    def __init__(self, scans: Sequence[Scan], codebook: Codebook) -> None:
        self._codebook = codebook
        self._scans = scans
        self._paragraphs: dict[int, list[Scan]] = {}
        for scan in scans:
            scan.events = [e.id for e in codebook.events if e.kind == "operation" and self._points(scan, e)]
            self._paragraphs.setdefault(scan.sentence.paragraph.start, []).append(scan)
        self._cases = self._case_sections()
        named = [event for scan in scans for event in scan.events]
        self._only = named[0] if len(set(named)) == 1 else ""
        first = [scan.sentence.number for scan in scans if scan.events]
        self._first = first[0] if first else -1

    def _points(self, scan: Scan, event: Event) -> bool:
        """By name, by its exact days, or by its month together with who runs it."""
        if any(n.kind == "operation" and n.value == event.id for n in scan.named):
            return True
        if not event.when or scan.sentence.article.source.published < event.when[:7]:
            return False
        if any(d.iso == event.when for d in scan.dates if ".." in d.iso):
            return True
        month = event.when[:7]
        run = any(actor.value == event.by for actor in scan.actors)
        return run and any(d.iso == month for d in scan.dates) and ".." in event.when

    def _case_sections(self) -> dict[str, set[int]]:
        sections: dict[str, set[int]] = {}
        for event in (e for e in self._codebook.events if e.kind == "case"):
            for scan in self._scans:
                if any(mentions(name, scan.sentence) for name in event.names):
                    sections.setdefault(event.id, set()).add(scan.sentence.section)
        return sections

    def event_of(self, figure: Figure, scan: Scan) -> str:
        """Return the id of the registry's event a figure belongs to; empty when it stands alone."""
        unit = figure.unit.partition("_per_")[0]
        context = self._context(figure, scan)
        if context:
            return context
        for event in self._operation(scan):
            if self._codebook.event(event).carries(unit) and not figure.other:
                return event
        for event, sections in self._cases.items():
            if scan.sentence.section in sections and self._codebook.event(event).carries(unit):
                return event
        return ""

    def _context(self, figure: Figure, scan: Scan) -> str:
        cues = {hit.entry for hit in scan.sentence.of("context")}
        methods = {n.value for n in scan.named if n.kind == "method"}
        for event in (e for e in self._codebook.events if e.kind == "context"):
            large = bool(event.least) and figure.number.value >= event.least
            if event.carries(figure.unit) and (event.id in cues or methods & set(event.methods) or large):
                return event.id
        return ""

    def _operation(self, scan: Scan) -> list[str]:
        """The sentence's own operation, else its paragraph's, its list's head's, the article's only one."""
        if scan.events:
            return scan.events
        paragraph = self._paragraphs[scan.sentence.paragraph.start]
        near = [event for other in paragraph for event in other.events]
        if near:
            return near
        index = self._scans.index(scan)
        if scan.sentence.paragraph.kind == "item":
            heads = [s for s in self._scans[:index] if s.sentence.paragraph.kind != "item"]
            if heads:
                return self._operation(heads[-1])
            return []
        if self._only and scan.sentence.number < self._first:
            return [self._only]
        return self._running(scan, index)

    def _running(self, scan: Scan, index: int) -> list[str]:
        """ "The coordinated operation": the one the article named last."""
        if not scan.sentence.words("operation"):
            return []
        named = [s.events for s in self._scans[:index] if s.events]
        return named[-1] if named else []


def origin_of(event: str, who: str, scan: Scan, codebook: Codebook) -> str:
    """Return the original source: the event's, else the speaker's, else the article itself."""
    source = scan.sentence.article.source
    if event and codebook.event(event).origin:
        return codebook.event(event).origin
    month = source.published[:7]
    for origin in codebook.origins:
        fits = (not origin.first or origin.first <= month) and (not origin.last or month <= origin.last)
        if fits and who in origin.names:
            return origin.id
    return source.id


def speaker(scan: Scan, scans: Sequence[Scan], silent: frozenset[str]) -> str:
    """Return who says so: named in the sentence, else before in the paragraph.

    "The agency said" without a name is whoever the article named last.
    ``silent``: names of platforms, which say nothing.
    """
    far = bool(scan.sentence.words("said"))
    for candidate in reversed(scans[: scan.sentence.number + 1]):
        if candidate.sentence.paragraph is not scan.sentence.paragraph and not far:
            return ""
        names = [a.value for a in candidate.actors if a.value not in silent]
        if names:
            return names[0]
    return ""
