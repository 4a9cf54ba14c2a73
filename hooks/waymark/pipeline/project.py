"""A project opened once for a build or a command: everything read, each page rendered on demand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from waymark.articles import read_articles
from waymark.checks.leaks import Leaks
from waymark.checks.typed import slips
from waymark.claims import Knowledge, load_knowledge
from waymark.codebook import Codebook
from waymark.contacts import Directory, load_directory
from waymark.errors import PageError
from waymark.fill import Messages, calls_in
from waymark.fill.desk import Desk
from waymark.fill.messages import English
from waymark.fill.route_map import draw
from waymark.fill.views.tables import MAP
from waymark.locales import SOURCE, Locale
from waymark.model import Finding, Location, Reference, Segment, State
from waymark.pipeline.by_hand import read_by_hand
from waymark.pipeline.collect import TEMPLATES, gather
from waymark.pipeline.notices import Notice, notice
from waymark.pipeline.pages import DOCS, Page, read_pages, steps
from waymark.pipeline.render import Rendered, render
from waymark.pipeline.settings import Settings, build_date, read_settings
from waymark.pipeline.voice import Voice
from waymark.references import load_references
from waymark.translate import Translator, open_translator


@dataclass(frozen=True)
class Project:
    """Everything a build needs, read and checked; see open_project()."""

    root: Path
    settings: Settings
    knowledge: Knowledge
    directory: Directory
    references: tuple[Reference, ...]
    pages: dict[str, Page]
    _voices: dict[str, Messages] = field(default_factory=dict)
    _translators: dict[str, Translator] = field(default_factory=dict)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Every segment of the project."""
        return gather(self.root, self.settings, self.pages.values(), self.knowledge, self.directory)

    @cached_property
    def desk(self) -> Desk:
        """What pages are filled from."""
        from waymark.pipeline.coverage import coverage
        from waymark.pipeline.offer import offer

        return Desk(
            self.knowledge,
            self.directory,
            tuple(each for each in self.references if each.id in cited(self.pages.values())),
            self.root / TEMPLATES / "blocks",
            build_date(self.root),
            steps(self.pages, self.knowledge.codebook),
            {page.path: page.title for page in self.pages.values()},
            coverage(self),
            offer(self),
        )

    @cached_property
    def _slips(self) -> dict[str, Finding]:
        """The first slip of each page that has one; a page is read once for all locales."""
        first = ((path, next(slips(page.segments), None)) for path, page in self.pages.items())
        return {path: slip for path, slip in first if slip is not None}

    @cached_property
    def leaks(self) -> Leaks:
        """The runs of words that may not stand on a page."""
        return Leaks.of(read_articles(self.root), _names(self.knowledge.codebook))

    def translator(self, locale: Locale) -> Translator | None:
        """The locale's translator; none for English."""
        if locale == SOURCE:
            return None
        if locale.tag not in self._translators:
            translator = open_translator(self.root, locale, self.settings.translate)
            translator.prepare(self.segments)  # an engine, where there is one, works in full batches
            for segment in self.segments:
                translator.translate(segment)  # checks all entries before the first page is built
            self._translators[locale.tag] = translator
        return self._translators[locale.tag]

    def voice(self, locale: Locale) -> Messages:
        """The locale's labels."""
        if locale.tag not in self._voices:
            translator = self.translator(locale)
            self._voices[locale.tag] = Voice(locale, translator) if translator else English()
        return self._voices[locale.tag]

    def render(self, path: str, locale: Locale) -> Rendered:
        """A page in a locale; raises PageError where law 1 or 2 is broken."""
        page = self.pages[path]
        slip = self._slips.get(path)
        if slip is not None:
            raise PageError(slip.message, "", slip.location.path, slip.location.line)
        own, faults = read_by_hand(self.root, page, locale) if locale != SOURCE else (None, ())
        if own is not None:
            rendered = render(own, self.desk, self.voice(locale), None)
            states = (State.EDITED,) * len(own.segments)
            rendered = Rendered(rendered.markdown, rendered.title, rendered.description, states, ())
        else:
            rendered = render(page, self.desk, self.voice(locale), self.translator(locale))
        where = Location(f"{DOCS}/{page.path}")
        for leak in self.leaks.check(rendered.markdown, where, locale.tag):
            raise PageError(leak.message, "", f"{DOCS}/{page.path} ({locale.tag})")
        return Rendered(
            rendered.markdown,
            rendered.title,
            rendered.description,
            rendered.states,
            (*faults, *rendered.findings),
        )

    def files(self, locale: Locale) -> dict[str, str]:
        """What is published beside the pages of a locale: the map, where a page shows it."""
        shown = any("route_map()" in page.text for page in self.pages.values())
        return {MAP: draw(self.desk, locale)} if shown else {}

    def notice(self, rendered: Rendered, locale: Locale) -> Notice:
        """What the page tells of its translation."""
        return notice(rendered.states, self.voice(locale))


def open_project(root: Path, config: str = "mkdocs.yml") -> Project:
    """Read everything of a project; raises the WaymarkError of the first thing that is wrong."""
    settings = read_settings(root, config)
    return Project(
        root,
        settings,
        load_knowledge(root),
        load_directory(root, build_date(root)),
        load_references(root),
        read_pages(root),
    )


@cache
def _cited(texts: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(
        argument
        for path, text in texts
        for call in calls_in(text, f"{DOCS}/{path}")
        if call.name == "ref"
        for argument in call.arguments
    )


def cited(pages: Iterable[Page]) -> frozenset[str]:
    """The ids of the references that some page cites: only these stand in the list of sources."""
    return _cited(tuple((page.path, page.text) for page in pages))


def _names(codebook: Codebook) -> list[str]:
    """Proper names as articles write them: a page may share a run of words made of them."""
    names = [alias for name in codebook.names for alias in (name.value, *name.aliases)]
    return names + [alias for event in codebook.events for alias in (event.label, *event.names)]
