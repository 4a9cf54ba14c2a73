"""Guidelines, laws, definitions and warnings that pages cite beside the articles: seeds/references.yml."""

from __future__ import annotations

import re
from pathlib import Path

from waymark.contacts.text import markup_fault, url_fault
from waymark.entries import Entry, read_list
from waymark.model import Reference

FILE = Path("seeds") / "references.yml"
_FIELDS = ("id", "title", "publisher", "date", "url", "reported_by", "fact")
_PLAIN = ("title", "publisher", "reported_by", "fact")


def load_references(root: Path) -> tuple[Reference, ...]:
    """Every reference in the order of the file; raises SeedError at the first wrong entry."""
    references: dict[str, Reference] = {}
    for entry in read_list(root / FILE, root):
        reference = _reference(entry)
        if reference.id in references:
            other = references[reference.id].location.line
            raise entry.fail("id", f"id {reference.id} stands also in line {other}", "Choose another.")
        references[reference.id] = reference
    return tuple(references.values())


def _reference(entry: Entry) -> Reference:
    entry.only(*_FIELDS)
    identifier, url = entry.text("id"), entry.text("url")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identifier):
        raise entry.fail("id", f"id {identifier!r}", "Use lower case letters, digits and hyphens.")
    wrong = url_fault(url, schemes=("https", "http"))
    if wrong:
        raise entry.fail("url", f"url {url!r}: {wrong}", "Copy the page's address as it is.")
    for key in _PLAIN:
        wrong = markup_fault(entry.text(key, ""))
        if wrong:
            raise entry.fail(key, f"{key} holds {wrong}", "Write plain words.")
    return Reference(
        id=identifier,
        title=entry.text("title"),
        publisher=entry.text("publisher"),
        date=entry.iso_date("date", prefix=True, default=""),
        url=url,
        fact=entry.text("fact"),
        reported_by=entry.text("reported_by", ""),
        location=entry.location,
    )
