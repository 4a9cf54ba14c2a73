"""Laws for any text: spans quote their text, shadows keep the length, articles do not touch each other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from building import ROOT, environment
from hypothesis import given, settings
from hypothesis import strategies as st
from project import knowledge, lock, project, text

from waymark.claims import knowledge_of
from waymark.codebook import load_codebook
from waymark.extract import extract
from waymark.lexicon import load_lexicon
from waymark.model import Article, Location, Paragraph, Source
from waymark.shadow import shadow

LANGUAGES = ("en", "es", "fr", "id", "pt")
# Pieces real sentences are made of, so that random text meets the rules.
PIECES = st.sampled_from(
    [
        "Storm Makers II",
        "281",
        "7.000",
        "7,8",
        "milliards",
        "million",
        "dollars",
        "$",
        "US$",
        "people",
        "personnes",
        "were rescued",
        "juta",
        "mil",
        "en",
        "in",
        "di",
        "ont été arrêtées",
        "personas",
        "orang",
        "pessoas",
        "Cambodge",
        "Myanmar",
        "du 16 au 20 octobre",
        "last week",
        "one in ten",
        "%",
        "«",
        "»",
        "\n",
        ". ",
        ", ",
        "-",
        "22-year-old",
        "victimes de la traite",
        "trafficked to",
        "Malaisiens attirés au Pérou",
        "İ",
        "ﬁ",
        "é",
        "\xa0",
        "١٢٣",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map(" ".join)


def article(body: str, lang: str = "fr") -> Article:
    """One article whose every line is a paragraph."""
    paragraphs, at = [], 0
    for line, row in enumerate(body.split("\n"), 1):
        if row.strip():
            paragraphs.append(Paragraph(line, at, at + len(row), "text"))
        at += len(row) + 1
    return Article(
        Source("any", lang, "2023-12-08", "", "", "", ""), Location("any.md"), body, tuple(paragraphs)
    )


@given(st.text())
def test_shadow_keeps_the_length(any_text: str) -> None:
    """len(shadow(text)) == len(text) for any Unicode input, and a shadow is its own shadow's length."""
    assert len(shadow(any_text)) == len(any_text)


@settings(max_examples=150, deadline=2000)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_every_span_quotes_its_text(body: str, lang: str) -> None:
    """body[start:end] == exact, on the line it names."""
    for fact in extract(article(body, lang), load_lexicon(ROOT, lang), load_codebook(ROOT)):
        found = fact.evidence
        assert body[found.start : found.end] == found.exact != ""
        assert body.count("\n", 0, found.start) + 1 == found.line
        assert fact.quantity is None or fact.quantity.value > 0


@settings(max_examples=60, deadline=2000)
@given(TEXTS)
def test_same_text_same_facts(body: str) -> None:
    """Extraction has no state and no clock."""
    first = extract(article(body), load_lexicon(ROOT, "fr"), load_codebook(ROOT))
    assert first == extract(article(body), load_lexicon(ROOT, "fr"), load_codebook(ROOT))


def test_an_unrelated_article_changes_no_claim(tmp_path: Path) -> None:
    """A new article adds claims of its own; those that were there stay as they were."""
    root = project(tmp_path / "p", seeds=True)
    before = knowledge(root).claims
    unrelated = text(
        "Police in Ghana arrested 12 men over a land dispute on 3 May 2024.\n\nNo one was hurt.", "2024-05-04"
    )
    (root / "seeds/articles/2024-05-04-unrelated.md").write_text(unrelated, "utf-8")
    after = {claim.id: claim for claim in knowledge(root).claims}
    for claim in before:
        same = after[claim.id]
        assert (same.readings, same.relation, same.publishable) == (
            claim.readings,
            claim.relation,
            claim.publishable,
        )


def test_the_lock_alone_gives_the_same_knowledge(tmp_path: Path) -> None:
    """Facts survive the round through the lock: everything but the text of the articles."""
    root = project(tmp_path / "p", seeds=True)
    written = lock(root)
    again = knowledge_of(written, load_codebook(root), ())
    assert [claim.id for claim in again.claims] == [
        claim.id for claim in knowledge_of(written, load_codebook(root), ()).claims
    ]
    assert all(not fact.evidence.exact for claim in again.claims for r in claim.readings for fact in r.facts)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_same_bytes_under_any_hash_seed(seed: str) -> None:
    """Two runs print the same bytes whatever PYTHONHASHSEED is."""
    command = [sys.executable, "hooks", "facts", "--json"]
    runs = [
        subprocess.run(
            command, cwd=ROOT, capture_output=True, check=True, env={**environment(), "PYTHONHASHSEED": s}
        )
        for s in (seed, "77")
    ]
    assert runs[0].stdout == runs[1].stdout != b""
    assert os.linesep.encode() in runs[0].stdout
