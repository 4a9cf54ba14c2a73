"""Where to get help: seeds/contacts/*.yml as validated contacts, in the order in which a page shows them."""

from waymark.contacts.age import (
    FAILS_AFTER,
    LEFT_OUT_AFTER,
    STALE_AFTER,
    age,
    is_ahead,
    is_left_out,
    is_overdue,
    is_stale,
)
from waymark.contacts.directory import Country, Directory, load_contacts, load_directory
from waymark.contacts.phones import dialled_from, href, shown
from waymark.contacts.present import GROUPS, Group, page
from waymark.contacts.schema import KINDS

__all__ = [
    "FAILS_AFTER",
    "GROUPS",
    "KINDS",
    "LEFT_OUT_AFTER",
    "STALE_AFTER",
    "Country",
    "Directory",
    "Group",
    "age",
    "dialled_from",
    "href",
    "is_ahead",
    "is_left_out",
    "is_overdue",
    "is_stale",
    "load_contacts",
    "load_directory",
    "page",
    "shown",
]
