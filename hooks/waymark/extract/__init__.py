"""From an article to its facts: every one tied to its span, none without a rule that names itself."""

from __future__ import annotations

from waymark.codebook import Codebook
from waymark.extract.article import Reader
from waymark.extract.known import check_known
from waymark.extract.unread import Unread
from waymark.lexicon import Lexicon
from waymark.model import Article, Fact

__all__ = ["Unread", "extract", "read"]


def extract(article: Article, lexicon: Lexicon, codebook: Codebook) -> tuple[Fact, ...]:
    """Return the facts of an article in the order of its text; ``body[start:end] == exact`` for each.

    Raises SeedError when the lexicon names what the codebook does not know.
    """
    check_known(lexicon, codebook)
    return _ordered(Reader(article, lexicon, codebook))


def read(
    article: Article, lexicon: Lexicon, codebook: Codebook
) -> tuple[tuple[Fact, ...], tuple[Unread, ...]]:
    """Return the facts of an article and what could not be read in it; raises SeedError as ``extract``."""
    check_known(lexicon, codebook)
    reader = Reader(article, lexicon, codebook)
    return _ordered(reader), tuple(reader.unread())


def _ordered(reader: Reader) -> tuple[Fact, ...]:
    return tuple(sorted(reader.facts(), key=lambda f: (f.evidence.start, f.evidence.end, f.kind, f.value)))
