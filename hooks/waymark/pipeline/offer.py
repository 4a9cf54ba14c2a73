"""Which copies the page ``copies`` offers: one row for each locale of the language menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waymark.fill.desk import Copies, CopyFiles
from waymark.pack import names
from waymark.pipeline.coverage import listed

if TYPE_CHECKING:
    from waymark.pipeline.project import Project


def offer(project: Project) -> Copies:
    """The names ``python hooks pack`` gives, and the sizes it does not exceed."""
    address = project.settings.copies_address
    return Copies(
        tuple(
            CopyFiles(each.tag, names.page_name(each.tag), names.folder_name(each.tag))
            for each in listed(project)
        ),
        names.EVERYTHING,
        names.SUMS,
        names.CHECK,
        f"{names.PAGE_LIMIT // names.KB} KB",
        f"{names.FOLDER_LIMIT // names.KB**2} MB",
        address.rstrip("/") + "/" if address else "",
    )
