"""One locale's translator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from waymark.catalog import Catalog
from waymark.checks import SHAPE, Terms, check_translation
from waymark.engines import Engine, best, open_engine
from waymark.glossary import Glossary
from waymark.locales import Locale
from waymark.model import Finding, Segment, Severity, Translation
from waymark.translate.machine import Check, Machine
from waymark.translate.memory import Memory

CACHE = Path(".cache") / "translations"


class Mode(StrEnum):
    """Whether a build may use engines: releases use NEVER, so that bytes depend on the repository alone."""

    MISSING = "missing"
    NEVER = "never"


class Translator:
    """What a reader of one locale is shown for each segment; engines only fill what the catalog lacks."""

    def __init__(self, catalog: Catalog, machine: Machine | None, check: Check) -> None:
        self.catalog, self.locale, self._machine, self._check = catalog, catalog.locale, machine, check
        self._said: dict[tuple[str, str, str], Translation | None] = {}
        self._findings: dict[Finding, None] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was wrong with the catalog entries asked for so far, each at its line of the PO file."""
        return tuple(self._findings)

    def prepare(self, segments: Sequence[Segment]) -> None:
        """Have the engine translate all that is missing in full batches; a build calls this first."""
        missing = [each for each in segments if self.catalog.lookup(each) is None]
        if self._machine:
            said = self._machine.translate([each for each in missing if _key(each) not in self._said])
            self._said |= {_key(each): found for each, found in said.items()}

    def translate(self, segment: Segment) -> Translation | None:
        """The translation with its provenance; None: show English and mark it."""
        key = _key(segment)
        if key not in self._said:
            self._said[key] = self._translate(segment)
        return self._said[key]

    def _translate(self, segment: Segment) -> Translation | None:
        found = self.catalog.lookup(segment)
        if found is None:
            return self._machine.translate([segment])[segment] if self._machine else None
        faults = [
            replace(each, location=found.location) for each in self._check(segment, found.forms, self.locale)
        ]
        self._findings |= dict.fromkeys(faults)
        return None if any(each.severity is Severity.ERROR for each in faults) else found


def _key(segment: Segment) -> tuple[str, str, str]:
    """What a segment says and where, whoever asks: a label is asked for without its place in a file."""
    return segment.context, segment.msgid, segment.plural


def checks_for(engine: Engine | None, glossary: Terms | None) -> Check:
    """All checks; of the dummy's accented English only those that hold for any language."""
    chosen = SHAPE if engine is not None and engine.name.startswith("dummy") else None
    return lambda segment, forms, locale: check_translation(segment, forms, locale, glossary, chosen)


def open_machine(root: Path, locale: Locale, engine: Engine | None, glossary: Terms | None = None) -> Machine:
    """The locale's memory under .cache/ with an engine, or alone."""
    memory = Memory(root / CACHE / f"{locale.tag}.sqlite")
    check = checks_for(engine, glossary)
    return Machine(locale, engine, memory, check, glossary.accepted if glossary else lambda _: {})


def open_translator(root: Path, locale: Locale, mode: str = Mode.MISSING, engine: str = "") -> Translator:
    """The translator of a project's locale; ``engine`` empty takes the best installed one, if any.

    Raises CatalogError for a broken catalog, EngineError for a named engine that cannot serve the locale.
    """
    catalog = Catalog.load(root / "locale" / f"{locale.tag}.po", locale)
    glossary = Glossary.load(root, locale)
    check = checks_for(None, glossary)
    if mode == Mode.NEVER:
        return Translator(catalog, None, check)
    chosen = open_engine(engine, locale) if engine else best(locale)
    return Translator(catalog, open_machine(root, locale, chosen, glossary), check)
