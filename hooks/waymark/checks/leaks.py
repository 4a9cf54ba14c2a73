"""Law 2: no run of eight words of an article stands on any page, in any language."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waymark.model import Article, Finding, Location, Severity

FAIL, WARN = 8, 6
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+(?:'\w+)*")
_MARKDOWN = re.compile(r"\]\([^)]*\)|[*_`#\[\]|]")


def words(text: str) -> list[str]:
    """Lower-case words; a word is ``\\w+`` with apostrophes joined."""
    return [word.lower() for word in _WORD.findall(text.replace("’", "'"))]


@dataclass(frozen=True)
class Leaks:
    """The runs of FAIL words of all articles, for looking pages up in."""

    grams: dict[tuple[str, ...], str]  # run → article
    masks: tuple[re.Pattern[str], ...]  # names and titles: theirs to share

    @classmethod
    def of(cls, articles: Iterable[Article], names: Iterable[str]) -> Leaks:
        """From the articles' bodies, with names of the codebook and titles masked."""
        articles = tuple(articles)
        titles = [article.source.title for article in articles if article.source.title]
        masks = tuple(_mask(name) for name in sorted({*names, *titles}, key=lambda name: (-len(name), name)))
        found = cls({}, masks)
        for article in articles:
            for run in found.runs(article.body):
                found.grams.setdefault(run, article.source.id)
        return found

    def runs(self, text: str) -> Iterator[tuple[str, ...]]:
        """Every run of FAIL words; a masked name ends a run."""
        text = text.replace("’", "'")
        for mask in self.masks:
            text = mask.sub("\x1e", text)
        for stretch in text.split("\x1e"):
            found = words(stretch)
            yield from zip(*(found[at:] for at in range(FAIL)), strict=False)

    def check(self, markdown: str, location: Location, locale: str) -> Iterator[Finding]:
        """One error a page, naming the article and the first run that stands in both."""
        text = _MARKDOWN.sub(" ", html.unescape(_TAG.sub(" ", markdown)))
        for run in self.runs(text):
            if run in self.grams:
                message = f"“{' '.join(run)}” stands in {self.grams[run]} too. Say it in your own words."
                yield Finding("leak", Severity.ERROR, location, message, locale)
                return


def _mask(name: str) -> re.Pattern[str]:
    pattern = r"\W+".join(map(re.escape, words(name) or [name]))
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)
