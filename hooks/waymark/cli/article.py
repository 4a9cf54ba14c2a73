"""python hooks article FILE: what an article adds, repeats, contradicts, and what could not be read in it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from waymark.articles import read_article
from waymark.claims.news import News, news
from waymark.model import Claim, Fact, Reading

NAME = "article"
HELP = "What an article adds, repeats and contradicts, which pages change, what could not be read."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="an article with front matter, in seeds/articles or not")


def run(options: argparse.Namespace, root: Path) -> int:
    """Print the report; 0 also when something could not be read."""
    article = read_article(Path(options.file).absolute(), root)
    found = news(article, root)
    source = article.source
    print(f"{source.id}: {source.publisher}, {source.published}, {source.lang}")
    _section("Adds", (_claim(c, source.id) for c in found.adds))
    _section("Repeats", (_claim(c, source.id) for c in found.repeats))
    _section("Contradicts (readers will see both)", (_claim(c, "") for c in found.contradicts))
    _section("Not published", map(_held, found.held))
    _section("Could not be read", _unread(found))
    _section("Pages that change", found.pages)
    print("\nNext: add the words above, then python hooks facts --lock and commit both.")
    return 0


def _section(title: str, rows: Iterable[str]) -> None:
    lines = list(rows) or ["nothing"]
    print(f"\n{title}")
    for line in lines:
        print(f"  {line}")


def _claim(claim: Claim, article: str) -> str:
    readings = "; ".join(_reading(r, article) for r in claim.readings if not article or _lines(r, article))
    return f"{claim.id}: {readings}"


def _reading(reading: Reading, article: str) -> str:
    said = reading.value
    if reading.quantity:
        approx = "" if reading.quantity.approx == "exact" else f"{reading.quantity.approx.value} "
        said = f"{approx}{reading.value}"
    names = sorted({f.evidence.article for f in reading.facts})
    where = f"line {', '.join(_lines(reading, article))}" if article else ", ".join(names)
    return f"{said} ({where})"


def _lines(reading: Reading, article: str) -> list[str]:
    lines = {f.evidence.line for f in reading.facts if f.evidence.article == article}
    return [str(line) for line in sorted(lines)]


def _held(fact: Fact) -> str:
    unit = f" {fact.quantity.unit}" if fact.quantity else ""
    return f"line {fact.evidence.line}: {fact.kind} {fact.value}{unit}: {fact.held}"


def _unread(found: News) -> Iterable[str]:
    return (f"line {u.line}: {u.text!r}: {u.cure}" for u in found.unread)
