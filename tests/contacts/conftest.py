"""A directory of one country in a temporary project, to be changed by each case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from waymark.contacts import Directory, load_directory

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TODAY = date(2026, 11, 22)


@pytest.fixture
def base() -> str:
    """The text of a country's file that is right."""
    return (HERE / "base.yml").read_text(encoding="utf-8")


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Directory]:
    """Load the given files of seeds/contacts as a project of their own."""

    def loaded(today: date = TODAY, rejects: str = "[]", **files: str) -> Directory:
        folder = tmp_path / "seeds" / "contacts"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in {"rejects": rejects, **files}.items():
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        return load_directory(tmp_path, today)

    return loaded


@pytest.fixture(scope="session")
def published() -> Directory:
    """The directory of this repository."""
    return load_directory(ROOT, TODAY)
