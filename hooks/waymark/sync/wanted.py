"""What the project asks of a catalog: each source once a context, with what translators should know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    """A segment that needs an entry, with every file it stands in."""

    segment: Segment
    alike: str  # the first context with the same source, where that is another one
    references: list[str] = field(default_factory=list)

    @property
    def source(self) -> tuple[str, str]:
        return self.segment.msgid, self.segment.plural


def wanted(segments: Iterable[Segment]) -> list[Wanted]:
    """The segments in order, each context and msgid once; raises CatalogError for one with two plurals."""
    found: dict[tuple[str, str], Wanted] = {}
    first: dict[tuple[str, str], str] = {}
    for segment in segments:
        home = first.setdefault((segment.msgid, segment.plural), segment.context)
        alike = home if home != segment.context else ""
        one = found.setdefault((segment.context, segment.msgid), Wanted(segment, alike))
        path = segment.location.path
        if one.segment.plural != segment.plural:
            what = f"“{segment.msgid}” has two plurals: “{one.segment.plural}”, “{segment.plural}”"
            raise CatalogError(what, "Give it one.", path, segment.location.line)
        if path and path not in one.references:
            one.references.append(path)
    return list(found.values())


def template(segments: Iterable[Segment]) -> tuple[Entry, ...]:
    """The entries of messages.pot."""
    return tuple(described(_blank(one.segment), one, ()) for one in wanted(segments))


def _blank(segment: Segment) -> Entry:
    forms = ("", "") if segment.plural else ("",)
    return Entry(segment.context, segment.msgid, segment.plural, forms)


def described(entry: Entry, one: Wanted, hints: Sequence[str]) -> Entry:
    """The entry with what we tell its translator: kind, hints, files."""
    kind = _KINDS.get(one.segment.kind)
    alike = f"as in {one.alike}: leave empty to say it as there"
    notes = (*([kind] if kind else ()), *([alike] if one.alike else ()), *hints)
    return replace(entry, notes=notes, references=tuple(one.references))
