"""The five articles: every line read as a person read it, to the bars of tests/data/gold/bars.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from building import ROOT
from scoring import Expected, Score, number, score

from waymark.articles import read_article
from waymark.codebook import load_codebook
from waymark.extract import extract
from waymark.lexicon import load_lexicon

GOLD = ROOT / "tests/data/gold"
BARS = yaml.safe_load((GOLD / "bars.yml").read_text("utf-8"))
ARTICLES = sorted(path.stem for path in GOLD.glob("20*.yml"))


def expectations(path: Path) -> list[Expected]:
    """Read the rows [line, span, kind, value, unit] of one article."""
    rows = yaml.safe_load(path.read_text("utf-8"))["facts"]
    return [
        Expected(line, kind, _text(value), unit or "", _span(span)) for line, span, kind, value, unit in rows
    ]


def _text(value: object) -> str:
    if isinstance(value, list):
        return number(value[0], value[1])
    return number(value) if isinstance(value, (int, float)) else str(value)


def _span(text: str) -> tuple[int, int]:
    start, end = text.split("-")
    return int(start), int(end)


@pytest.fixture(scope="module")
def seeds() -> Score:
    """All five articles against their expectations."""
    total = Score()
    for name in ARTICLES:
        article = read_article(ROOT / "seeds/articles" / f"{name}.md", ROOT)
        facts = extract(article, load_lexicon(ROOT, article.source.lang), load_codebook(ROOT))
        score(facts, expectations(GOLD / f"{name}.yml"), total)
    return total


@pytest.mark.parametrize(("kind", "bar"), BARS["f1"].items())
def test_f1(kind: str, bar: float, seeds: Score) -> None:
    """Each kind of fact reaches its bar."""
    assert seeds.f1(kind) >= bar, _told(kind, seeds)


@pytest.mark.parametrize(("kind", "bar"), BARS["precision"].items())
def test_precision(kind: str, bar: float, seeds: Score) -> None:
    """What is found is right."""
    assert seeds.precision(kind) >= bar, _told(kind, seeds)


@pytest.mark.parametrize("name", ARTICLES)
def test_every_span_quotes_its_text(name: str) -> None:
    """body[start:end] == exact, prefix and suffix beside it, on the line it says."""
    article = read_article(ROOT / "seeds/articles" / f"{name}.md", ROOT)
    for fact in extract(article, load_lexicon(ROOT, "fr"), load_codebook(ROOT)):
        found = fact.evidence
        assert article.body[found.start : found.end] == found.exact != ""
        assert article.body[: found.start].endswith(found.prefix)
        assert article.body[found.end :].startswith(found.suffix)
        assert article.body.count("\n", 0, found.start) + 1 == found.line


def test_no_text_of_the_articles_in_the_expectations() -> None:
    """Expectations hold lines, spans and values; the longest value is a name."""
    for name in ARTICLES:
        for want in expectations(GOLD / f"{name}.yml"):
            assert len(want.value.split()) <= 6, want


def _told(kind: str, found: Score) -> str:
    missed = [want for want in found.missed if want.kind == kind]
    false = [fact for fact in found.false if fact.kind == kind]
    return f"{kind}: missed {missed}, false {[(f.evidence.article, f.evidence.line, f.value) for f in false]}"
