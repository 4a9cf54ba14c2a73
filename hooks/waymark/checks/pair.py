"""What a check is given, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from waymark.checks.inline import Inline, read
from waymark.locales import Locale
from waymark.model import Severity


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text with one form of its translation."""

    source: str
    text: str
    locale: Locale
    terms: Mapping[str, tuple[str, ...]]  # glossary: English term in the source → accepted translations

    @property
    def was(self) -> Inline:
        """The source, taken apart."""
        return read(self.source)

    @property
    def now(self) -> Inline:
        """The translation, taken apart."""
        return read(self.text)


@dataclass(frozen=True, slots=True)
class Check:
    """One guard: ``run`` yields a message for each harm it sees, nothing for a good translation."""

    name: str
    guards: str  # one line: what can happen to a reader without it
    run: Callable[[Pair], Iterable[str]]
    severity: Severity = Severity.ERROR
