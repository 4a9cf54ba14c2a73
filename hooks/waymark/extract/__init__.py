"""From an article to its facts: every one tied to its span, none without a rule that names itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waymark.codebook import Codebook
from waymark.extract.article import Reader
from waymark.lexicon import Lexicon
from waymark.model import Article, Fact

__all__ = ["Unread", "extract", "read"]


@dataclass(frozen=True, slots=True)
class Unread:
    """A number the lexicon could not read, and what to add so that it can."""

    line: int
    text: str
    cure: str


def extract(article: Article, lexicon: Lexicon, codebook: Codebook) -> tuple[Fact, ...]:
    """Return the facts of an article in the order of its text; ``body[start:end] == exact`` for each."""
    return read(article, lexicon, codebook)[0]


def read(
    article: Article, lexicon: Lexicon, codebook: Codebook
) -> tuple[tuple[Fact, ...], tuple[Unread, ...]]:
    """Return the facts of an article and the numbers that could not be read."""
    reader = Reader(article, lexicon, codebook)
    facts = tuple(sorted(reader.facts(), key=lambda f: (f.evidence.start, f.evidence.end, f.kind, f.value)))
    return facts, tuple(_unread(reader))


def _unread(reader: Reader) -> Iterator[Unread]:
    for line, text, cure in reader.unread():
        yield Unread(line, text, cure)
