"""The tables of tests/data/translation as test cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from waymark.model import Location, Segment

DATA = Path(__file__).parents[1] / "data" / "translation"


@dataclass(frozen=True, slots=True)
class Case:
    """A translation, and the check that must catch it; empty for a good one."""

    name: str
    locale: str
    segment: Segment
    forms: tuple[str, ...]
    caught: str = ""


def segment(source: str, plural: str = "") -> Segment:
    """A segment of some page."""
    return Segment("page.md#top", source, Location("docs/page.md", 7), plural)


def _forms(said: str | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def correct() -> Iterator[Case]:
    """Every translation of correct.yml."""
    for entry in yaml.safe_load((DATA / "correct.yml").read_text("utf-8")):
        for tag, said in entry["to"].items():
            own = segment(entry["source"], entry.get("plural", ""))
            yield Case(f"{tag}: {entry['source'][:40]}", tag, own, _forms(said))


def harmful() -> Iterator[Case]:
    """Every translation of harmful.yml."""
    for entry in yaml.safe_load((DATA / "harmful.yml").read_text("utf-8")):
        own = segment(entry["source"], entry.get("plural", ""))
        yield Case(
            f"{entry['locale']}: {entry['harm']}",
            entry["locale"],
            own,
            _forms(entry["text"]),
            entry["caught"],
        )
