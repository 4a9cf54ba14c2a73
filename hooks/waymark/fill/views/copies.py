"""The copies to carry away: which file is for whom, how large it may be, how to check it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waymark.errors import PageError
from waymark.fill.blocks import render
from waymark.fill.inline import Inline
from waymark.locales import locale


@dataclass(frozen=True)
class CopyRow:
    tag: str
    direction: str
    name: str
    files: tuple[str, ...]


def copies(inline: Inline) -> Markup:
    """A row a locale; links only where the operator says at which address the files are.

    No checksum: this page is inside the files, and none can hold its own.
    """
    offer = inline.desk.copies
    if offer is None:
        raise PageError("copies() has no list of files", "Give the Desk its copies.")
    rows = []
    for file in offer.files:
        of = locale(file.tag)
        rows.append(CopyRow(of.tag, of.direction, of.name, (file.page, file.folder)))
    return render(
        inline.desk.sandbox,
        "copies",
        inline.messages,
        rows=rows,
        everything=offer.everything,
        address=offer.address,
        page_limit=offer.page_limit,
        folder_limit=offer.folder_limit,
        sums=offer.sums,
        check=offer.check,
    )
