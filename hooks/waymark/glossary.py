"""locale/glossary/<locale>.yml: how a locale says the terms that must not vary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from waymark.entries import Entry, read_list
from waymark.locales import Locale
from waymark.model import Location
from waymark.segments import markup_masked

FOLDER = "locale/glossary"
# A form is offered to translators and put in by engines: it may hold words and nothing else.
_UNSAFE = re.compile(
    r"[<>{}\[\]`*@\\|]|https?:|www\.|\d|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_FIELDS = ("term", "also", "forms", "note")


@dataclass(frozen=True, slots=True)
class Term:
    """One fixed term: how English names it, and what counts as its translation."""

    term: str
    also: tuple[str, ...]  # other English names of the same thing
    forms: tuple[str, ...]  # any of these in the translation will do, in any case; stems where words inflect
    note: str  # for the translator: what to avoid, and why
    location: Location

    @property
    def names(self) -> tuple[str, ...]:
        return (self.term, *self.also)

    def said_in(self, translation: str) -> bool:
        """Whether a translation says it in one of the accepted forms."""
        text = _plain(translation)
        return any(_plain(form) in text for form in self.forms)


@dataclass(frozen=True)
class Glossary:
    """The fixed terms of a locale, in the order of its file."""

    terms: tuple[Term, ...] = ()

    @classmethod
    def load(cls, root: Path, locale: Locale) -> Glossary:
        """The glossary of a locale; empty where there is none yet.

        Raises SeedError with file and line for an unknown field, a term twice, or one without forms.
        """
        path = root / FOLDER / f"{locale.tag}.yml"
        if not path.is_file():
            return cls()
        terms = tuple(_term(entry) for entry in read_list(path, root))
        seen: set[str] = set()
        for entry, term in zip(read_list(path, root), terms, strict=True):
            for name in map(str.casefold, term.names):
                if name in seen:
                    raise entry.fail("term", f"“{name}” stands twice", "Keep one of the two.")
                seen.add(name)
        return cls(terms)

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """The terms an English text uses, in order of the text; of overlapping names the longest counts.

        Names match whole words in any case, their regular plurals too; calls and link targets are no text.
        """
        found = [self._by_name[_plain(match[0])] for match in self._names.finditer(markup_masked(text))]
        return tuple(dict.fromkeys(found))

    def accepted(self, source: str) -> Mapping[str, tuple[str, ...]]:
        """The terms an English text uses, each with the translations that count."""
        return {term.term: term.forms for term in self.terms_in(source)}

    def hints(self, text: str) -> tuple[str, ...]:
        """A line for the translator for each term an English text uses."""
        return tuple(
            f"glossary: {term.term} = {' | '.join(term.forms)}" + (f" ({term.note})" if term.note else "")
            for term in self.terms_in(text)
        )

    @cached_property
    def _by_name(self) -> dict[str, Term]:
        pairs = [(_plain(name), term) for term in self.terms for name in term.names]
        return {_plural(name): term for name, term in pairs} | dict(pairs)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest_first = sorted(self._by_name, key=lambda name: (-len(name), name))
        either = "|".join(re.escape(name) for name in longest_first) or r"(?!)"
        return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _plural(name: str) -> str:
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "x", "ch", "sh")) else "s")


def _term(entry: Entry) -> Term:
    entry.only(*_FIELDS)
    forms = entry.texts("forms")
    if not forms:
        raise entry.fail("forms", "a term without forms", "Write forms: [what counts as its translation].")
    for form in forms:
        if wrong := _UNSAFE.search(form):
            what = f"{wrong[0]!r} in the form “{form}”"
            raise entry.fail("forms", what, "Plain words only: no numbers, links, markup or hidden signs.")
    return Term(entry.text("term"), entry.texts("also"), forms, entry.text("note", ""), entry.location)
