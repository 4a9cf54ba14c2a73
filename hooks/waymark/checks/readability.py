"""English pages are plain: Flesch reading ease and words a sentence, by textstat, on what a reader reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

import textstat

from waymark.model import Finding, Location, Segment, Severity

ACTION_PAGES = frozenset({"index.md", "offer.md", "first-steps.md", "family.md", "lost-money.md"})
ACTION, OTHER = (70.0, 12.0), (60.0, 15.0)  # reading ease at least, words a sentence at most
_WORST = 3
_CALL = re.compile(r"\{\{.*?\}\}")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^()\s]*\)|\[\^[\w-]+\]|[*`]")


def prose(segments: tuple[Segment, ...]) -> list[str]:
    """The paragraphs and list items of a page without calls and markup, each ending as a sentence does."""
    texts = (
        _LINK.sub(r"\1", _CALL.sub("", each.msgid)) for each in segments if each.kind in ("text", "item")
    )
    leaves = [" ".join(text.split()) for text in texts]
    return [text if text[-1] in ".?!:" else text + "." for text in leaves if text]


def hard_pages(page: str, segments: tuple[Segment, ...]) -> Iterator[Finding]:
    """One error for a page that is too hard, naming its hardest sentences."""
    leaves = prose(segments)
    if not leaves:
        return
    text = "\n".join(leaves)
    least, most = ACTION if page in ACTION_PAGES else OTHER
    ease = textstat.flesch_reading_ease(text)
    words = textstat.lexicon_count(text) / textstat.sentence_count(text)
    if ease < least or words > most:
        found = f"reading ease {ease:.0f} (at least {least:.0f}), {words:.1f} words a sentence"
        message = f"{found} (at most {most:.0f}). Shorten: {_worst(leaves)}"
        yield Finding("readability", Severity.ERROR, Location(f"docs/{page}"), message)


def _worst(leaves: list[str]) -> str:
    sentences = [one for leaf in leaves for one in re.split(r"(?<=[.?!]) ", leaf)]
    hardest = sorted(sentences, key=lambda one: (textstat.flesch_reading_ease(one), one))
    return " | ".join(hardest[:_WORST])
