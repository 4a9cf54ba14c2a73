"""Every segment of the project in one list: what translators, catalogs and coverage work on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from waymark.claims import Knowledge, load_knowledge
from waymark.contacts import Directory, load_directory
from waymark.fill.labels import collect as labels_of
from waymark.fill.quantity import (
    APPROX,
    APPROXIMATORS,
    CONFLICT,
    ONE_IN,
    RANGE,
    UNIT,
    VAGUE,
    labels_for,
)
from waymark.model import Location, Segment
from waymark.pipeline.notices import NOTICE, NOTICES
from waymark.pipeline.pages import Page, read_pages
from waymark.pipeline.settings import CONFIG, Settings, build_date, read_settings

NAV = "nav"
TEMPLATES = "overrides"


def collect_segments(root: Path) -> tuple[Segment, ...]:
    """Every segment of pages, navigation, templates, figures and contact notes, each context once."""
    settings = read_settings(root)
    directory = load_directory(root, build_date(root))
    return gather(root, settings, read_pages(root).values(), load_knowledge(root), directory)


def gather(
    root: Path, settings: Settings, pages: Iterable[Page], knowledge: Knowledge, directory: Directory
) -> tuple[Segment, ...]:
    """The same from parts already read."""
    seen: dict[tuple[str, str, str], Segment] = {}
    sources: tuple[Iterable[Segment], ...] = (
        _site(settings),
        (segment for page in pages for segment in page.segments),
        labels_of(root / TEMPLATES, root),
        _notices(),
        _figures(knowledge),
        _notes(directory),
    )
    for segments in sources:
        for segment in segments:
            seen.setdefault((segment.context, segment.msgid, segment.plural), segment)
    return tuple(seen.values())


def _site(settings: Settings) -> Iterator[Segment]:
    for title in settings.sections:
        yield Segment(NAV, title, Location(CONFIG), kind="title")


def _notices() -> Iterator[Segment]:
    for msgid in NOTICES.values():
        yield Segment(NOTICE, msgid, Location("hooks/waymark/pipeline/notices.py"), kind="label")


def _figures(knowledge: Knowledge) -> Iterator[Segment]:
    where = Location("seeds/codebook.yml")
    quantities = [
        reading.quantity
        for claim in knowledge.claims
        if claim.publishable
        for reading in claim.readings
        if reading.quantity is not None
    ]
    labels = {pair for quantity in quantities for pair in labels_for(quantity, knowledge.codebook)}
    for one, many in sorted(labels):
        yield Segment(UNIT, one, where, many, kind="unit")
    for msgid in (*APPROXIMATORS.values(), VAGUE, RANGE, ONE_IN, CONFLICT):
        yield Segment(APPROX, msgid, Location("hooks/waymark/fill/quantity.py"), kind="label")


def _notes(directory: Directory) -> Iterator[Segment]:
    for contact in directory.contacts:
        if contact.note:
            yield Segment(f"contact:{contact.country.lower()}", contact.note, contact.location, kind="label")
