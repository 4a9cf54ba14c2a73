"""References: every fact outside the articles has its page, publisher and, where it bears one, its date."""

from __future__ import annotations

from pathlib import Path

import pytest

from waymark.errors import SeedError
from waymark.references import load_references

ROOT = Path(__file__).parents[2]
RIGHT = """\
- id: who-said-it
  title: A title
  publisher: A body
  date: 2025-05
  url: https://example.org/page
  fact: What it says in our words.
"""


def project(tmp_path: Path, text: str) -> Path:
    """A project with this seeds/references.yml."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "references.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_read(tmp_path: Path) -> None:
    (reference,) = load_references(project(tmp_path, RIGHT))
    assert (reference.id, reference.date, reference.reported_by) == ("who-said-it", "2025-05", "")
    assert reference.location.line == 1


@pytest.mark.parametrize(
    ("was", "now", "error", "line"),
    [
        ("https://example.org/page", "javascript:alert", "not https or http", 5),
        ("2025-05", "May 2025", "no date", 4),
        ("A body", '""', "'publisher' is missing", 3),
        ("in our words", "<b>in our words</b>", "fact holds markup", 6),
        ("who-said-it", "Who said it", "id 'Who said it'", 1),
        ("  fact:", "  facts:", "unknown field 'facts'", 6),
    ],
)
def test_refused(tmp_path: Path, was: str, now: str, error: str, line: int) -> None:
    with pytest.raises(SeedError) as caught:
        load_references(project(tmp_path, RIGHT.replace(was, now)))
    assert error in str(caught.value)
    assert (caught.value.path, caught.value.line) == ("seeds/references.yml", line)


def test_an_id_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="stands also in line 1"):
        load_references(project(tmp_path, RIGHT + RIGHT))


def test_published() -> None:
    references = load_references(ROOT)
    assert len(references) >= 20
    assert all(reference.title and reference.publisher and reference.fact for reference in references)
