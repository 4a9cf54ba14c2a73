"""Measures the rules on reports: .venv/bin/python tests/facts/measure.py FOLDER [--errors] [--published].

FOLDER holds reports as in seeds/articles (NAME.md) and beside each what a person reads in it (NAME.gold.yml:
``facts: [{paragraph, type, value, unit, surface, optional?}]``). The reports stay where they are: no text of
an article is committed. tests/data/unseen/README.md keeps the figures.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests/facts")]

from scoring import Expected, Score, number, score  # noqa: E402

from waymark.articles import read_article  # noqa: E402
from waymark.codebook import load_codebook  # noqa: E402
from waymark.extract import extract  # noqa: E402
from waymark.lexicon import load_lexicon  # noqa: E402
from waymark.model import Article, Fact  # noqa: E402

KINDS = ("figure", "money", "date", "operation")


def main() -> None:
    """Print a table for each language and for all; with --errors each miss and false alarm before it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="name each miss and false alarm")
    parser.add_argument(
        "--published", action="store_true", help="only what pages may publish: nothing held back"
    )
    options = parser.parse_args()
    scores: dict[str, Score] = {}
    for gold in sorted(options.folder.rglob("*.gold.yml")):
        path = gold.with_name(gold.name.replace(".gold.yml", ".md"))
        article = read_article(path.absolute(), ROOT)
        found = _measure(article, path, published=options.published)
        if options.errors:
            print(*_errors(found, article, path), sep="\n")
        for name in (article.source.lang, "all"):
            scores.setdefault(name, Score()).add(found)
    for name, total in scores.items():
        for kind in KINDS:
            hits, false, missed = total.counts(kind)
            numbers = f"P {total.precision(kind):.3f}  R {total.recall(kind):.3f}  F1 {total.f1(kind):.3f}"
            print(f"{name:4} {kind:10} {hits:5} right {false:4} false {missed:4} missed  {numbers}")


def _measure(article: Article, path: Path, *, published: bool = False) -> Score:
    facts = extract(article, load_lexicon(ROOT, article.source.lang), load_codebook(ROOT))
    rows = yaml.safe_load(path.with_suffix(".gold.yml").read_text("utf-8"))["facts"]
    found = Score()
    counted = [fact for fact in facts if fact.kind in KINDS and not (published and fact.held)]
    score(counted, [expected_row(row) for row in rows], found)
    return found


def expected_row(row: dict[str, object]) -> Expected:
    """Read one row of a gold file."""
    value = row["value"]
    ends = value if isinstance(value, list) else [value]
    text = number(*ends) if row["type"] in ("figure", "money") else str(value)
    optional = bool(row.get("optional"))
    return Expected(
        int(str(row["paragraph"])), str(row["type"]), text, str(row.get("unit", "")), None, optional
    )


def _errors(found: Score, article: Article, path: Path) -> Iterator[str]:
    name = "/".join(path.parts[-3:])
    for want in found.missed:
        yield f"MISS  {name}:{want.line} {want.kind} {want.value} {want.unit}"
    for fact in found.false:
        yield f"FALSE {name}:{fact.evidence.line} {_told(fact, article)}"


def _told(fact: Fact, article: Article) -> str:
    unit = fact.quantity.unit if fact.quantity else ""
    held = f" | held: {fact.held}" if fact.held else ""
    return f"{fact.kind} {fact.value} {unit} | {fact.evidence.exact!r} | {fact.rule}{held}"


if __name__ == "__main__":
    main()
