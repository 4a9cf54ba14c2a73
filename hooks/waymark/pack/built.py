"""The built site as a packer sees it: pages by locale, and the locales its language menu offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from waymark.errors import PageError, UsageError
from waymark.locales import LOCALES, SOURCE

MISSING = "404.html"  # for hosts; its links begin at the root of one
HEADERS = "_headers"
_TAGS = frozenset(known.tag for known in LOCALES)


@dataclass(frozen=True, slots=True)
class Built:
    """A site that MkDocs and waymark.lean have finished."""

    folder: Path
    name: str  # of the site, as its header says it
    offered: tuple[str, ...]  # tags of the language menu, English first
    pages: tuple[str, ...]  # paths of all pages below the folder, sorted; not 404.html

    def read(self, path: str) -> str:
        """The HTML of a page."""
        return (self.folder / path).read_text(encoding="utf-8")

    def bytes(self, path: str) -> bytes:
        """A file that is no text; raises PageError when a page names one that is not there."""
        try:
            return (self.folder / path).read_bytes()
        except OSError:
            raise PageError("a page names this file, and it is not there", "Run: make site", path) from None

    def of(self, tag: str) -> tuple[str, ...]:
        """The paths of a locale's pages."""
        return tuple(path for path in self.pages if tag_of(path) == tag)


def tag_of(path: str) -> str:
    """The locale of a page, by its path: English stands at the root, the others in their folders."""
    first = path.partition("/")[0]
    return first if first in _TAGS else SOURCE.tag


def read_built(folder: Path) -> Built:
    """The site at ``folder``; raises UsageError when none was built there."""
    if not (folder / "index.html").is_file():
        raise UsageError("there is no built site here", "Run: make site", folder)
    first = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
    title = first.css_first(".md-header__title")
    return Built(folder, title.text() if title else "", _offered(first), tuple(_pages(folder)))


def _offered(page: LexborHTMLParser) -> tuple[str, ...]:
    menu = [str(link.attributes["hreflang"]) for link in page.css("#__languages a")]
    return (SOURCE.tag, *(tag for tag in menu if tag != SOURCE.tag))


def _pages(folder: Path) -> Iterator[str]:
    for path in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")):
        if path != MISSING:
            yield path
