"""Catalogs that follow the pages: sync, the template, and how far each locale has come."""

from waymark.sync.counts import Changes, Counts, changes, count
from waymark.sync.files import catalogs, read_catalog, write_template
from waymark.sync.place import sync, sync_unchanged
from waymark.sync.wanted import template

__all__ = [
    "Changes",
    "Counts",
    "catalogs",
    "changes",
    "count",
    "read_catalog",
    "sync",
    "sync_unchanged",
    "template",
    "write_template",
]
