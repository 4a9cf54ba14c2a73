"""The English pages under docs/, read and cut once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from waymark.codebook import Codebook
from waymark.errors import PageError, SeedError
from waymark.fill.desk import Anchor
from waymark.locales import LOCALES
from waymark.model import Segment
from waymark.seedfile import parse_yaml, read_text
from waymark.segments import cut

DOCS = "docs"
_TAGS = frozenset(known.tag for known in LOCALES)
_HEADING_ID = re.compile(r"^#{1,6} .*\{ *#(?P<id>[\w-]+)[^}]*\} *$", re.MULTILINE)
_SHOWN = 12  # characters of a page's hash in the front matter of page.<locale>.md


@dataclass(frozen=True, slots=True)
class Page:
    """One English page with its segments."""

    path: str  # below docs/, with forward slashes
    text: str  # the file as it is
    segments: tuple[Segment, ...]

    @property
    def title(self) -> str:
        """The title of the front matter; cut() guarantees it where it stands."""
        return next((each.msgid for each in self.segments if each.kind == "meta.title"), "")

    @property
    def hash(self) -> str:
        """What ``follows:`` of a page.<locale>.md must name to be current."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:_SHOWN]

    @property
    def front(self) -> dict[str, object]:
        """The front matter; cut() guarantees that it is YAML."""
        parts = self.text.split("---\n", 2)
        tree = parse_yaml(parts[1], f"{DOCS}/{self.path}") if self.text.startswith("---\n") else None
        return tree if isinstance(tree, dict) else {}

    @property
    def advice(self) -> bool:
        """Whether the page tells people what to do: such a page needs a person's review."""
        return bool(self.front.get("needs_review"))

    @property
    def reviewed_by(self) -> str:
        """Who vouches for an advice page; empty for nobody."""
        return str(self.front.get("reviewed_by") or "")

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its headings in order."""
        return tuple(found["id"] for found in _HEADING_ID.finditer(self.text))


def read_page(path: Path, docs: Path) -> Page:
    """A page; raises PageError with file and line for what the dialect has no place for."""
    name = path.relative_to(docs).as_posix()
    try:
        text = read_text(path, f"{DOCS}/{name}")
    except SeedError as wrong:
        raise PageError(wrong.what, wrong.cure, wrong.path, wrong.line) from None
    page = Page(name, text, cut(text, name))
    if not page.title:
        raise PageError("no title", "Begin with ---, title: …, ---.", f"{DOCS}/{name}", 1)
    return page


def translated_by_hand(name: str) -> str:
    """The locale of a page.<locale>.md, or nothing."""
    parts = name.rsplit("/", 1)[-1].split(".")
    return parts[-2] if len(parts) > 2 and parts[-2] in _TAGS else ""


def read_pages(root: Path) -> dict[str, Page]:
    """Every English page by its path, in the order of paths."""
    docs = root / DOCS
    files = sorted(docs.rglob("*.md"), key=lambda path: path.relative_to(docs).as_posix())
    pages = [read_page(path, docs) for path in files if not translated_by_hand(path.name)]
    return {page.path: page for page in pages}


def steps(pages: Mapping[str, Page], codebook: Codebook) -> dict[str, Anchor]:
    """Where each step of the chains is told: the first heading that carries its id or bland id."""
    told: dict[str, Anchor] = {}
    for page in pages.values():
        for segment in page.segments:
            _, _, section = segment.context.partition("#")
            step = codebook.step(section) if segment.kind == "heading" and section else None
            if step is not None:
                told.setdefault(step.id, Anchor(page.path, section, segment.msgid))
    return told
