"""The files of locale/: which catalogs there are, and the template."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from waymark.catalog import Catalog, po
from waymark.catalog.catalog import COMMENT, HEADER
from waymark.errors import CatalogError, UsageError
from waymark.locales import SOURCE, Locale, locale
from waymark.model import Segment
from waymark.sync.wanted import template

FOLDER = "locale"
TEMPLATE = "messages.pot"


def catalogs(root: Path, built: Iterable[Locale]) -> tuple[Locale, ...]:
    """The locales with a catalog: those the site builds, and those with a file; English has none.

    Raises CatalogError for a file named after a locale that nobody knows.
    """
    found = dict.fromkeys(built)
    for path in sorted((root / FOLDER).glob("*.po")):
        try:
            found[locale(path.stem)] = None
        except UsageError as error:
            raise CatalogError(error.what, error.cure, f"{FOLDER}/{path.name}") from None
    return tuple(each for each in found if each != SOURCE)


def path_of(root: Path, where: Locale) -> Path:
    """The PO file of a locale."""
    return root / FOLDER / f"{where.tag}.po"


def read_catalog(root: Path, where: Locale) -> Catalog:
    """The catalog of a locale; empty where there is no file yet."""
    return Catalog.load(path_of(root, where), where)


def write_template(root: Path, segments: Iterable[Segment]) -> bool:
    """Write locale/messages.pot, all or nothing; False if the same bytes stood there. No dates, no lines."""
    header = {"Language": "", **HEADER, "Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;"}
    file = po.File(f"The texts of Waymark to translate.\n{COMMENT}", header, template(segments))
    return po.write(root / FOLDER / TEMPLATE, file)
