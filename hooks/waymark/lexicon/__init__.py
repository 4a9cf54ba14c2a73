"""How a language says what we look for: seeds/lexicon/<lang>.yml, read and compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError

from waymark.errors import SeedError
from waymark.lexicon.currencies import currency_patterns
from waymark.lexicon.dates import DateForm, date_forms
from waymark.lexicon.numerals import Numerals
from waymark.lexicon.patterns import Hit, PatternError, PatternIndex
from waymark.lexicon.schema import read_tables
from waymark.lexicon.tables import Tables
from waymark.shadow import shadow

__all__ = ["Hit", "Lexicon", "PatternError", "boilerplate", "languages", "load_lexicon"]

_OF_CODEBOOK = frozenset(
    {"unit", "per", "method", "event", "context", "role", "role<", "role>", "role?", "role!"}
)
_NOWHERE = ("001", "ZZ", "UN", "EU", "EZ", "QO", "XA", "XB")  # CLDR's codes that are no place


@dataclass(frozen=True)
class Lexicon:
    """One language, compiled: an index of all its patterns, its numerals and its date forms."""

    language: str
    head_last: bool  # the last noun of a row names the thing ("scam centre workers")
    entries: tuple[tuple[str, str], ...]  # (table, entry) that the codebook must know, sorted
    index: PatternIndex
    numerals: Numerals
    dates: tuple[DateForm, ...]
    months: dict[str, int]
    months_capital: bool  # whether the language writes them (and weekdays) so: "may" is a verb
    weekdays: dict[str, int]  # Monday is 0
    abbreviations: frozenset[str]


def languages(root: Path) -> tuple[str, ...]:
    """Return the languages a lexicon exists for, sorted."""
    return tuple(sorted(path.stem for path in (root / "seeds/lexicon").glob("*.yml")))


def load_lexicon(root: Path, language: str) -> Lexicon:
    """Return the lexicon of a BCP-47 tag, by its first subtag; raises SeedError naming file, key and line."""
    path = root / "seeds/lexicon" / f"{language.split('-')[0].lower()}.yml"
    if not path.is_file():
        have = ", ".join(languages(root)) or "none"
        cure = f"Add it, or use one of: {have}."
        raise SeedError(f"no lexicon for the language {language!r}", cure, path.relative_to(root).as_posix())
    stat = path.stat()
    return _load(root, path, stat.st_mtime_ns, stat.st_size)


def boilerplate(root: Path, language: str) -> tuple[str, ...]:
    """Return the starts of lines that are no text of the story, in shadow form; empty without a lexicon."""
    path = root / "seeds/lexicon" / f"{language.split('-')[0].lower()}.yml"
    if not path.is_file():
        return ()
    stat = path.stat()
    return tuple(
        shadow(text) for text in _tables(root, path, stat.st_mtime_ns, stat.st_size).lines("boilerplate")
    )


@lru_cache(maxsize=16)
def _tables(root: Path, path: Path, changed: int, size: int) -> Tables:
    return read_tables(path, path.relative_to(root).as_posix())


@lru_cache(maxsize=16)
def _load(root: Path, path: Path, changed: int, size: int) -> Lexicon:
    tables = _tables(root, path, changed, size)
    try:
        cldr = Locale.parse(path.stem)
    except (UnknownLocaleError, ValueError) as error:
        name = path.relative_to(root).as_posix()
        raise SeedError(f"{path.stem!r} is no language", "Name the file by its ISO code.", name) from error
    months = _names(cldr.months["format"]["wide"], 0) | tables.numbers("months")
    weekdays = _names(cldr.days["format"]["wide"], 0) | tables.numbers("weekdays")
    entries = list(tables.patterns())
    for table in ("fold", "fraction"):
        amounts = tables.amounts(f"numerals.{table}")
        entries += [(table, f"{amount:g}", word) for word, amount in amounts.items()]
    entries += currency_patterns(cldr, tables.word("head") == "last")
    entries += [("place", code, name) for code, name in _territories(cldr)]
    return Lexicon(
        language=path.stem,
        head_last=tables.word("head") == "last",
        entries=tuple(sorted({(table, entry) for table, entry, _ in entries if table in _OF_CODEBOOK})),
        index=PatternIndex(entries),
        numerals=Numerals.of_tables(tables),
        dates=date_forms(tables, months, weekdays),
        months=months,
        months_capital=str(cldr.months["format"]["wide"][1])[0].isupper(),
        weekdays=weekdays,
        abbreviations=frozenset(shadow(word) for word in tables.lines("abbreviations")),
    )


def _names(cldr: object, shift: int) -> dict[str, int]:
    items = dict(cldr.items())  # type: ignore[attr-defined]
    return {shadow(name): int(number) + shift for number, name in items.items()}


def _territories(cldr: Locale) -> list[tuple[str, str]]:
    """Countries and regions by CLDR's names; "Myanmar (Birmanie)" is two names."""
    found = []
    for code, name in cldr.territories.items():
        for part in name.replace(" - ", "(").split("("):
            plain = shadow(part).strip(" )")
            if len(plain) > 3 and all(c.isalnum() or c in " '-" for c in plain) and code not in _NOWHERE:
                found.append((code, plain))
    return sorted(found)
