"""What the project asks of a catalog: each source once, with what translators should know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from waymark.catalog import Entry
from waymark.errors import CatalogError
from waymark.model import Segment

_KINDS = {
    "heading": "heading",
    "title": "title of a box",
    "cell": "table cell",
    "item": "list item",
    "note": "footnote",
    "meta.title": "title of the page, shown in search results: plain text",
    "meta.description": "description of the page, shown in search results: plain text",
    "label": "label: keep {names} as they are",
    "unit": "{n} is the number",
}


@dataclass
class Wanted:
    """A segment that may need an entry, with every file it stands in."""

    segment: Segment
    references: list[str] = field(default_factory=list)

    @property
    def source(self) -> tuple[str, str]:
        return self.segment.msgid, self.segment.plural


def wanted(segments: Iterable[Segment]) -> list[Wanted]:
    """The segments in order, each context and msgid once; raises CatalogError for one with two plurals."""
    found: dict[tuple[str, str], Wanted] = {}
    for segment in segments:
        one = found.setdefault((segment.context, segment.msgid), Wanted(segment))
        path = segment.location.path
        if one.segment.plural != segment.plural:
            what = f"“{segment.msgid}” has two plurals: “{one.segment.plural}”, “{segment.plural}”"
            raise CatalogError(what, "Give it one.", path, segment.location.line)
        if path and path not in one.references:
            one.references.append(path)
    return list(found.values())


def homes(asked: Sequence[Wanted], taken: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Which of the wanted get an entry, by index, each with the files it serves.

    One a source: fifty help pages with one sentence need one translation, and one correction. ``taken`` are
    those that have a text of their own; a source none of whose contexts has one gets its first.
    """
    first: dict[tuple[str, str], int] = {}
    for at in (*sorted(taken), *range(len(asked))):
        first.setdefault(asked[at].source, at)
    served: dict[int, dict[str, None]] = {at: {} for at in sorted({*taken, *first.values()})}
    for at, one in enumerate(asked):
        home = at if at in served else first[one.source]
        served[home] |= dict.fromkeys(one.references)
    return {at: tuple(files) for at, files in served.items()}


def template(segments: Iterable[Segment]) -> tuple[Entry, ...]:
    """The entries of messages.pot: each source once."""
    asked = wanted(segments)
    return tuple(
        described(_blank(asked[at].segment), asked[at], files, ()) for at, files in homes(asked, ()).items()
    )


def _blank(segment: Segment) -> Entry:
    forms = ("", "") if segment.plural else ("",)
    return Entry(segment.context, segment.msgid, segment.plural, forms)


def described(entry: Entry, one: Wanted, files: tuple[str, ...], hints: Sequence[str]) -> Entry:
    """The entry with what we tell its translator: kind, hints, files."""
    kind = _KINDS.get(one.segment.kind)
    return replace(entry, notes=(*([kind] if kind else ()), *hints), references=files)
