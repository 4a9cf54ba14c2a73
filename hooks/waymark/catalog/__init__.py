"""The PO files: what each locale says for a segment, how far it may be trusted, and who said it."""

from waymark.catalog.catalog import Catalog
from waymark.catalog.entry import Entry
from waymark.catalog.plurals import plural_count, plural_forms, plural_index
from waymark.catalog.reviewers import Reviewers
from waymark.catalog.state import digest, state_line

__all__ = [
    "Catalog",
    "Entry",
    "Reviewers",
    "digest",
    "plural_count",
    "plural_forms",
    "plural_index",
    "state_line",
]
