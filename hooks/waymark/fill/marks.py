"""Citation marks: a number in brackets that leads to the entry of the source list."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from waymark.model import Claim, Reference, Source

SOURCES_PAGE = "sources.md"


def href(page: str, target: str, anchor: str = "") -> str:
    """The relative address from one page to another of the same locale, as files are published."""
    here = posixpath.dirname(page) or "."
    path = posixpath.relpath(target.removesuffix(".md") + ".html", here)
    return path + (f"#{anchor}" if anchor else "")


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers the sources, articles first (by date), then references in their file's order."""

    sources: tuple[Source, ...]
    references: tuple[Reference, ...]
    _numbers: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ids = [source.id for source in self.sources] + [reference.id for reference in self.references]
        object.__setattr__(self, "_numbers", {each: at for at, each in enumerate(ids, 1)})

    def number(self, source: str) -> int:
        return self._numbers[source]

    def mark(self, sources: Iterable[str], page: str) -> Markup:
        """The marks of these articles and references, in the order of the list."""
        numbers = sorted({self.number(source): source for source in sources}.items())
        one = '<a href="{}">[{}]</a>'
        links = [Markup(one).format(href(page, SOURCES_PAGE, f"s-{name}"), at) for at, name in numbers]
        return Markup('<sup class="wm-cite" data-generated="">{}</sup>').format(Markup("").join(links))

    def of_claim(self, claim: Claim, page: str) -> Markup:
        """The marks of every article that says what the claim says."""
        return self.mark(articles(claim), page)


def articles(claim: Claim) -> list[str]:
    """The ids of the articles behind a claim, each once."""
    return sorted({fact.evidence.article for reading in claim.readings for fact in reading.facts})
