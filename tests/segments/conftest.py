"""Builders the tests of this folder share: a segment, an entry's provenance, a catalog of a few entries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from waymark.catalog import Catalog
from waymark.locales import locale
from waymark.model import Location, Provenance, Segment, State

MakeSegment = Callable[..., Segment]


def make_segment(msgid: str, context: str = "offer.md#top", plural: str = "", kind: str = "text") -> Segment:
    path = "docs/" + context.partition("#")[0] if "#" in context else "seeds/codebook.yml"
    return Segment(context, msgid, Location(path, 7), plural, kind)


@pytest.fixture
def segment() -> MakeSegment:
    return make_segment


@pytest.fixture
def draft() -> Provenance:
    return Provenance(State.DRAFT, "language model", "2026-11")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A locale/ folder whose REVIEWERS lists one name for Khmer."""
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/REVIEWERS").write_text("# who may vouch\nA Reader: km, fr\n")
    return tmp_path / "locale"


@pytest.fixture
def khmer(folder: Path) -> Catalog:
    """An empty Khmer catalog beside that REVIEWERS."""
    return Catalog.load(folder / "km.po", locale("km"))
