"""What a sentence says about a number: its role, its unit, whether it may be published at all."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from building import ROOT
from scoring import number
from test_unseen import article

from waymark.codebook import load_codebook
from waymark.extract import extract
from waymark.lexicon import load_lexicon
from waymark.model import Fact

CASES = yaml.safe_load((Path(__file__).parent / "meaning.yml").read_text("utf-8"))
ROWS = [(table, *row) for table, rows in CASES.items() for row in rows]


@pytest.mark.parametrize(
    ("table", "language", "sentence", "expected"), ROWS, ids=[row[2][:50] for row in ROWS]
)
def test_meaning(table: str, language: str, sentence: str, expected: list[str]) -> None:
    """Number, unit and the reason it is held back, as tests/facts/meaning.yml has them."""
    about = {"language": language, "published": "2024-06-01"}
    facts = extract(article(about, [sentence]), load_lexicon(ROOT, language), load_codebook(ROOT))
    assert sorted(_told(fact, table) for fact in facts if fact.quantity) == sorted(expected)


def _told(fact: Fact, table: str) -> str:
    assert fact.quantity
    held = f" ({fact.held})" if table == "not_published" else ""
    return f"{number(fact.quantity.value, fact.quantity.upper)} {fact.quantity.unit}{held}"
