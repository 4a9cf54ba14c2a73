"""What engines have said, remembered under .cache/: killed at any moment it loses nothing finished."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from waymark.errors import EngineError
from waymark.model import Segment

_COLUMNS = "key TEXT PRIMARY KEY, source TEXT, engine TEXT, forms TEXT"
_TABLE = f"CREATE TABLE IF NOT EXISTS said ({_COLUMNS}) WITHOUT ROWID"
_RULES = "1"  # raise it when protection changes what is asked of an engine


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an engine said for a source; no forms: it was asked and nothing fit to publish came back."""

    engine: str
    forms: tuple[str, ...]


def source_hash(segment: Segment) -> str:
    """Hash of what is translated, whatever page it stands on."""
    return hashlib.sha256("\0".join((_RULES, segment.msgid, segment.plural)).encode()).hexdigest()


class Memory:
    """One SQLite file a locale; every write is a transaction, so that a crash keeps it whole.

    Raises EngineError for a file that is no such database; it can be deleted at any time.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=30)
            try:
                with connection:
                    connection.execute(_TABLE)
                    yield connection
            finally:
                connection.close()
        except (sqlite3.Error, OSError) as error:
            raise EngineError(f"this memory cannot be used: {error}", "Delete it.", self.path) from error

    def recall(self, engine_key: str, segments: list[Segment]) -> dict[Segment, Remembered]:
        """What that engine said for these; without a key, what any engine said."""
        if not self.path.is_file():
            return {}
        found: dict[Segment, Remembered] = {}
        with self._open() as connection:
            for segment in segments:
                row = self._row(connection, engine_key, source_hash(segment))
                if row is not None:
                    found[segment] = Remembered(row[0], tuple(json.loads(row[1])))
        return found

    @staticmethod
    def _row(connection: sqlite3.Connection, engine_key: str, source: str) -> tuple[str, str] | None:
        query = "SELECT engine, forms FROM said WHERE key = ?"
        values = [f"{source} {engine_key}"]
        if not engine_key:
            query = (
                "SELECT engine, forms FROM said WHERE key > ? AND source = ? AND forms != '[]' ORDER BY key"
            )
            values = [source, source]
        row: tuple[str, str] | None = connection.execute(query, values).fetchone()
        return row

    def keep(self, engine_key: str, engine: str, said: Mapping[Segment, tuple[str, ...]]) -> None:
        """Remember all of them or, if the process dies here, none."""
        rows = [
            (f"{source_hash(segment)} {engine_key}", source_hash(segment), engine, json.dumps(forms))
            for segment, forms in said.items()
        ]
        with self._open() as connection:
            connection.executemany("INSERT OR REPLACE INTO said VALUES (?, ?, ?, ?)", rows)
