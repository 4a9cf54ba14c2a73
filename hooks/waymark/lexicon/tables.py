"""A lexicon file after its check: typed access to its tables, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from waymark.shadow import shadow

# Where patterns stand in the file: (path, table of the index). A mapping gives entry → patterns.
PATTERN_TABLES = (
    ("approx", "approx"),
    ("units", "unit"),
    ("currencies", "currency"),
    ("per", "per"),
    ("roles.any", "role"),
    ("roles.before", "role<"),
    ("roles.after", "role>"),
    ("roles.noun", "role?"),
    ("roles.is", "role!"),
    ("places", "place"),
    ("demonyms", "demonym"),
    ("methods", "method"),
    ("events", "event"),
    ("names", "name"),
    ("contexts", "context"),
    ("holds", "hold"),
    ("words", "word"),
)


@dataclass(frozen=True)
class Tables:
    """The checked content of one lexicon."""

    content: dict[str, object]

    def patterns(self) -> Iterator[tuple[str, str, str]]:
        """Yield (table, entry, pattern) for all pattern tables."""
        for path, table in PATTERN_TABLES:
            for entry, patterns in self._at(path).items():
                for pattern in cast("list[str]", patterns):
                    yield table, entry, pattern

    def numbers(self, path: str) -> dict[str, int]:
        """Return a table word → whole number, keys in shadow form."""
        return {shadow(str(word)): int(cast("int", value)) for word, value in self._at(path).items()}

    def amounts(self, path: str) -> dict[str, float]:
        """Return a table word → number, keys in shadow form."""
        return {shadow(str(word)): float(cast("float", value)) for word, value in self._at(path).items()}

    def lines(self, path: str) -> list[str]:
        """Return a list of texts; empty when the file has none."""
        return cast("list[str]", self._value(path) or [])

    def word(self, path: str) -> str:
        """Return one text; empty when the file has none."""
        return str(self._value(path) or "")

    def forms(self, path: str) -> dict[str, list[str]]:
        """Return a table name → list of texts."""
        return cast("dict[str, list[str]]", self._at(path))

    def _at(self, path: str) -> dict[str, object]:
        return cast("dict[str, object]", self._value(path) or {})

    def _value(self, path: str) -> object:
        value: object = self.content
        for key in path.split("."):
            value = cast("dict[str, object]", value).get(key) if isinstance(value, dict) else None
        return value
