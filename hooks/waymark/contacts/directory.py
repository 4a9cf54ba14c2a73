"""All files of seeds/contacts/ together: countries, contacts, and what only the whole can tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from waymark.contacts import schema
from waymark.contacts.age import is_left_out
from waymark.contacts.rejects import Reject, load_rejects, refuse_rejected
from waymark.entries import Entry, read
from waymark.errors import SeedError
from waymark.model import Contact

FOLDER = Path("seeds") / "contacts"
REJECTS = "rejects.yml"
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Country:
    """What a country's page needs beside its contacts."""

    code: str  # ISO 3166-1, or INT
    embassy_first: bool  # the reader's own embassy stands before the police


@dataclass(frozen=True, slots=True)
class Directory:
    """Every contact that may be shown on ``today``, and the countries with a page."""

    countries: tuple[Country, ...]  # by code, INT last
    contacts: tuple[Contact, ...]  # by country, then as their file orders them
    left_out: tuple[Contact, ...]  # too old on ``today``

    def country(self, code: str) -> Country:
        """The country ``code``; raises SeedError naming the known codes."""
        for country in self.countries:
            if country.code == code:
                return country
        known = ", ".join(country.code for country in self.countries)
        raise SeedError(f"no contacts for {code!r}", f"Known: {known}.", FOLDER.as_posix())


def load_contacts(root: Path, today: date) -> tuple[Contact, ...]:
    """Every contact that may be shown on ``today``; raises SeedError at the first wrong entry."""
    return load_directory(root, today).contacts


def load_directory(root: Path, today: date) -> Directory:
    """Read and check all files of seeds/contacts; raises SeedError at the first wrong entry."""
    folder = root / FOLDER
    rejects = load_rejects(folder / REJECTS, root)
    countries: list[Country] = []
    contacts: list[Contact] = []
    for path in sorted(folder.glob("*.yml"), key=lambda path: (path.stem == "int", path.stem)):
        if path.name != REJECTS:
            country, found = _read_country(path, root, rejects)
            countries.append(country)
            contacts.extend(found)
    _refuse_doubles(contacts)
    left_out = tuple(contact for contact in contacts if is_left_out(contact, today))
    return Directory(tuple(countries), tuple(c for c in contacts if c not in left_out), left_out)


def _read_country(path: Path, root: Path, rejects: tuple[Reject, ...]) -> tuple[Country, list[Contact]]:
    top = read(path, root)
    if not isinstance(top, Entry):
        where = path.relative_to(root)
        raise SeedError("not a file of one country", "Begin with country: and contacts:.", where, 1)
    top.only("country", "embassy_first", "contacts")
    code = top.text("country")
    if code != schema.INTERNATIONAL and not schema.country_code(code):
        raise top.fail("country", f"unknown country {code!r}", "Write its ISO 3166-1 code in capitals.")
    if path.stem != code.lower():
        raise top.fail("country", f"country {code} in {path.name}", f"Its file is {code.lower()}.yml.")
    found = [schema.contact(entry, code) for entry in top.entries("contacts")]
    if not found:
        raise top.fail("contacts", "no contacts", "Add one, or remove the file.")
    for contact in found:
        refuse_rejected(contact, rejects)
    return Country(code, _flag(top, "embassy_first")), found


def _flag(entry: Entry, key: str) -> bool:
    value = entry.text(key, "false")
    if value not in ("true", "false"):
        raise entry.fail(key, f"{key} is {value!r}", "Write true or false.")
    return value == "true"


def _refuse_doubles(contacts: list[Contact]) -> None:
    ids: dict[str, Contact] = {}
    numbers: dict[tuple[str, str, str], Contact] = {}
    for contact in contacts:
        _claim(ids, contact.id, contact, f"id {contact.id}")
        for phone in contact.phones:
            country = contact.country if phone.short else ""
            _claim(numbers, (phone.number, phone.channel, country), contact, phone.number)


def _claim(taken: dict[_Key, Contact], key: _Key, contact: Contact, what: str) -> None:
    if key in taken:
        other = taken[key].location
        raise SeedError(
            f"{what} stands also in {other.path}:{other.line}",
            "One number belongs to one service of one country.",
            contact.location.path,
            contact.location.line,
        )
    taken[key] = contact
