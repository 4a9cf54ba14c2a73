"""python hooks facts: what the articles say, as a table, as JSON, as the lock."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from pathlib import Path

from waymark.articles import read_article, read_articles
from waymark.claims import current_lock
from waymark.codebook import Codebook, load_codebook
from waymark.extract import extract
from waymark.lexicon import load_lexicon
from waymark.lock import PATH, read_lock
from waymark.model import Article, Fact
from waymark.reviews import apply_reviews, load_reviews

NAME = "facts"
HELP = "What the articles say: every fact with its line."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="articles; default: all of seeds/articles")
    parser.add_argument(
        "--json", action="store_true", help="a list of source, paragraph, type, value, unit, ..."
    )
    parser.add_argument("--lock", action="store_true", help="accept the facts: write seeds/facts.lock")
    parser.add_argument("--diff", action="store_true", help="how the articles differ from seeds/facts.lock")


def run(options: argparse.Namespace, root: Path) -> int:
    """Print or lock the facts; 1 when --diff finds a difference."""
    codebook = load_codebook(root)
    if options.lock or options.diff:
        return _lock(root, codebook, write=options.lock)
    paths = [Path(file).absolute() for file in options.files]
    articles = tuple(read_article(path, root) for path in paths) if paths else read_articles(root)
    rows = [row for article in articles for row in _rows(article, root, codebook)]
    if options.json:
        json.dump(rows, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for row in rows:
            places = "-".join(str(row["where"]).strip("[]").replace("'", "").split(", "))
            print(
                f"{row['source']}:{row['paragraph']}\t{row['type']}\t{row['value']}\t{row['unit']}\t{row['approx']}\t{row['when']}\t{places}"
            )
    return 0


def _lock(root: Path, codebook: Codebook, write: bool) -> int:
    fresh, _ = current_lock(read_articles(root), root, codebook, load_reviews(root))
    old = read_lock(root)
    if write:
        path = root / PATH
        draft = path.with_suffix(".lock.new")
        draft.write_text(fresh, "utf-8")
        draft.replace(path)
    diff = difflib.unified_diff(old.splitlines(), fresh.splitlines(), "locked", "articles", lineterm="", n=0)
    rows = [row for row in diff if not row.startswith("@@")]
    print("\n".join(rows) if rows else f"{PATH}: nothing changes.")
    return 0 if write or not rows else 1


def _rows(article: Article, root: Path, codebook: Codebook) -> list[dict[str, object]]:
    lexicon = load_lexicon(root, article.source.lang)
    facts, _ = apply_reviews(article, extract(article, lexicon, codebook), load_reviews(root))
    return [_row(fact) for fact in facts]


def _row(fact: Fact) -> dict[str, object]:
    return {
        "source": fact.evidence.article,
        "paragraph": fact.evidence.line,
        "type": fact.kind,
        "value": _value(fact),
        "unit": fact.quantity.unit if fact.quantity else "",
        "when": fact.when,
        "where": list(fact.places),
        "topic": fact.topic,
        "approx": fact.quantity.approx.value if fact.quantity else "",
    }


def _value(fact: Fact) -> object:
    if fact.quantity is None:
        return fact.value
    ends = [fact.quantity.value] + ([fact.quantity.upper] if fact.quantity.upper is not None else [])
    plain = [int(end) if end == int(end) else end for end in ends]
    return plain[0] if len(plain) == 1 else plain
