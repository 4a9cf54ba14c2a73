"""The order in which a country's page shows its contacts: by where the reader is, danger first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from waymark.contacts.directory import Directory
from waymark.contacts.phones import dialled_from
from waymark.contacts.schema import KINDS
from waymark.model import Contact

# Group id → kinds; the order is that of seeds' presentation rules: emergency, own embassy, trafficking line,
# organisations, lines for lost money.
GROUPS: dict[str, tuple[str, ...]] = {
    "emergency": ("emergency", "police"),
    "own_country": ("embassy", "consular"),
    "trafficking": ("trafficking",),
    "organisations": ("iom", "ngo", "child", "women", "labour"),
    "lost_money": ("scam_loss",),
}


@dataclass(frozen=True, slots=True)
class Group:
    """One heading of a country's page with what stands below it."""

    id: str  # a key of GROUPS
    contacts: tuple[Contact, ...]


def page(directory: Directory, code: str) -> tuple[Group, ...]:
    """The groups of the page of ``code``, none empty; lines to other countries stand with the embassies."""
    country = directory.country(code)
    order = list(GROUPS)
    if country.embassy_first:
        order.remove("own_country")
        order.insert(0, "own_country")
    groups = (Group(name, _members(directory, code, name)) for name in order)
    return tuple(group for group in groups if group.contacts)


def _members(directory: Directory, code: str, group: str) -> tuple[Contact, ...]:
    here = [c for c in directory.contacts if c.country == code and c.kind in GROUPS[group]]
    here.sort(key=lambda contact: KINDS.index(contact.kind))
    if group != "own_country" or code == "INT":
        return tuple(here)
    elsewhere = (c for c in directory.contacts if c.kind == "consular" and c.country not in (code, "INT"))
    lines_home = (_from_outside(contact) for contact in elsewhere)
    return tuple(here + [contact for contact in lines_home if contact.phones])


def _from_outside(contact: Contact) -> Contact:
    """The contact with only those numbers that a caller abroad can dial."""
    return replace(contact, phones=tuple(p for p in contact.phones if dialled_from(p, inside=False)))
