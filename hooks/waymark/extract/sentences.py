"""Sentences of a paragraph, each with every lexicon entry found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from waymark.lexicon import Hit, Lexicon
from waymark.model import Article, Paragraph
from waymark.shadow import shadow

_STOP = re.compile(
    r"(?P<mark>[.!?…]+[\"»”’')\]]*|;)\s+(?=[\"«“‘'(¿¡\-–]?\s?[A-ZÀ-ÖØ-Þ0-9$€£])|[!?…]+[\"»”’)]*\s+|;\s+"
)
_LAST_WORD = re.compile(r"(\w+(?:\.\w+)*)$")


@dataclass(frozen=True)
class Sentence:
    """A span of the body with its hits; offsets are those of the raw body."""

    article: Article
    paragraph: Paragraph
    text: str  # the shadow of the whole body
    start: int
    end: int
    hits: tuple[Hit, ...]
    section: int  # counts headings before it
    number: int  # counts sentences of the article

    @property
    def raw(self) -> str:
        """The sentence as printed."""
        return self.article.body[self.start : self.end]

    @cached_property
    def tables(self) -> dict[str, tuple[Hit, ...]]:
        """The hits by table."""
        found: dict[str, list[Hit]] = {}
        for hit in self.hits:
            found.setdefault(hit.table, []).append(hit)
        return {table: tuple(hits) for table, hits in found.items()}

    def of(self, table: str, entry: str | None = None) -> tuple[Hit, ...]:
        """Return the hits of a table, or of one of its entries."""
        hits = self.tables.get(table, ())
        return hits if entry is None else tuple(hit for hit in hits if hit.entry == entry)

    def words(self, entry: str) -> tuple[Hit, ...]:
        """Return the hits of an entry of the table ``words``."""
        return self.of("word", entry)

    def line(self, at: int) -> int:
        """Return the 1-based line of the body at an offset."""
        return self.paragraph.line + self.article.body.count("\n", self.paragraph.start, at)


def sentences(article: Article, lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences of all paragraphs but headings, in order."""
    text = shadow(article.body)
    section = number = 0
    for paragraph in article.paragraphs:
        if paragraph.kind == "heading":
            section += 1
            continue
        for start, end in _spans(article.body, paragraph, lexicon):
            hits = tuple(lexicon.index.scan(text, start, end))
            yield Sentence(article, paragraph, text, start, end, hits, section, number)
            number += 1


def _spans(body: str, paragraph: Paragraph, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    start = paragraph.start
    for stop in _STOP.finditer(body, paragraph.start, paragraph.end):
        word = _LAST_WORD.search(body, max(start, stop.start() - 20), stop.start())
        if stop[0].startswith(".") and word and _is_abbreviation(word[1], lexicon):
            continue
        if body[start : stop.end()].strip():
            yield start, stop.end()
        start = stop.end()
    if body[start : paragraph.end].strip():
        yield start, paragraph.end


def _is_abbreviation(word: str, lexicon: Lexicon) -> bool:
    return (
        (len(word) == 1 and word.isupper())
        or ("." in word and len(word) < 6)
        or shadow(word) in lexicon.abbreviations
    )
