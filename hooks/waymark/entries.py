"""YAML seeds as plain text with the line of every key, so that an error can name its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from waymark.errors import SeedError
from waymark.model import Location
from waymark.seedfile import read_text


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a seed file; every scalar is text, so that 0800 and 2026-11-21 stay as written."""

    path: Path
    where: str  # the path as errors show it, relative to the project root
    line: int
    values: dict[str, Any]
    lines: dict[str, int]

    def fail(self, key: str, what: str, cure: str) -> SeedError:
        """The error for ``key``, to be raised by the caller."""
        return SeedError(what, cure, self.where, self.lines.get(key, self.line))

    @property
    def location(self) -> Location:
        """Where the entry begins."""
        return Location(self.where, self.line)

    def only(self, *keys: str) -> None:
        """Refuse a key that the schema does not know: a typing error would silently drop a fact."""
        for key in self.values:
            if key not in keys:
                raise self.fail(key, f"unknown field {key!r}", f"Known fields: {', '.join(keys)}.")

    def text(self, key: str, default: str | None = None) -> str:
        """The text of ``key``; without ``default`` it must be there and not empty."""
        value = self.values.get(key, default)
        if value is None or (value == "" and default is None):
            raise self.fail(key, f"{key!r} is missing", f"Write {key}: and its value.")
        if not isinstance(value, str):
            raise self.fail(key, f"{key!r} is not a text", "Write one value after the colon.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts of ``key``; empty when absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fail(key, f"{key!r} is not a list", f"Write {key}: [first, second].")
        return tuple(value)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """The list of mappings of ``key``; empty when absent."""
        value = self.values.get(key, [])
        if value == "":
            return ()
        if not isinstance(value, list) or not all(isinstance(item, Entry) for item in value):
            raise self.fail(key, f"{key!r} is not a list of fields", "Begin each item with a dash.")
        return tuple(value)

    def entry(self, key: str) -> Entry | None:
        """The mapping of ``key``, or None when absent or empty."""
        value = self.values.get(key, "")
        if isinstance(value, Entry):
            return value
        if value == "":
            return None
        raise self.fail(key, f"{key!r} is not a list of fields", f"Indent the fields of {key}: below it.")

    def iso_date(self, key: str, *, prefix: bool = False, default: str | None = None) -> str:
        """An ISO date; with ``prefix`` also a year or a year and month."""
        value = self.text(key, default)
        if value == "" or value == default:
            return value
        padded = value + {4: "-01-01", 7: "-01"}.get(len(value), "") if prefix else value
        try:
            if len(padded) == len("2026-11-21"):
                date.fromisoformat(padded)
                return value
        except ValueError:
            pass
        form = "2026, 2026-11 or 2026-11-21" if prefix else "2026-11-21"
        raise self.fail(key, f"{key!r} is {value!r}, which is no date", f"Write it like {form}.")


_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml, where it is there, is ten times as fast


class _Loader(_Base):  # type: ignore[misc]
    """Safe loader that keeps scalars as text, remembers lines and refuses a key written twice."""

    path: Path
    where: str


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Entry:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        line = key_node.start_mark.line + 1
        if key in values:
            raise SeedError(f"{key!r} is written twice", "Keep one of the two.", loader.where, line)
        values[key], lines[key] = loader.construct_object(value_node, deep=True), line
    return Entry(loader.path, loader.where, node.start_mark.line + 1, values, lines)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(path: Path, root: Path) -> Any:
    """The content of a YAML seed: Entry, list or text; raises SeedError with the line of a YAML mistake."""
    where = path.relative_to(root).as_posix()
    loader = _Loader(read_text(path, where))
    loader.path, loader.where = path, where
    try:
        return loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        what = f"not YAML: {error.problem}"
        raise SeedError(what, "Check indent, dashes and quotes.", where, line) from None
    finally:
        loader.dispose()


def read_list(path: Path, root: Path) -> Iterator[Entry]:
    """The mappings of a seed file whose top is a list."""
    top = read(path, root)
    if not isinstance(top, list) or not all(isinstance(item, Entry) for item in top):
        raise SeedError("not a list of entries", "Begin each entry with a dash.", path.relative_to(root), 1)
    yield from top
