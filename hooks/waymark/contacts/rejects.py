"""Numbers that were once given out for a country and must not be shown for it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from waymark.contacts import phones
from waymark.contacts.schema import country_code
from waymark.entries import read_list
from waymark.errors import SeedError
from waymark.model import Contact


@dataclass(frozen=True, slots=True)
class Reject:
    """A (country, number) pair that is wrong; the number may be right for another country."""

    country: str
    number: str
    why: str


def load_rejects(path: Path, root: Path) -> tuple[Reject, ...]:
    """The entries of seeds/contacts/rejects.yml; raises SeedError."""
    rejects = []
    for entry in read_list(path, root):
        entry.only("country", "number", "claimed_as", "why", "proofs")
        country = entry.text("country")
        if not country_code(country):
            raise entry.fail("country", f"unknown country {country!r}", "Write its ISO 3166-1 code.")
        if not re.fullmatch(r"\+?[0-9]{2,16}", entry.text("number")):
            raise entry.fail("number", "number is not digits", "Write the digits as they were given out.")
        rejects.append(Reject(country, entry.text("number"), entry.text("why")))
    return tuple(rejects)


def refuse_rejected(contact: Contact, rejects: tuple[Reject, ...]) -> None:
    """Raise SeedError when the contact carries a number rejected for its country or its citizens."""
    for reject in rejects:
        if reject.country not in (contact.country, contact.citizens):
            continue
        wrong = phones.dialled_forms(reject.number, reject.country)
        for phone in contact.phones:
            if phones.dialled_forms(phone.number, contact.country) & wrong:
                what = f"{contact.id}: {phone.number} is rejected for {reject.country}: {reject.why}"
                raise SeedError(what, "Take it out.", contact.location.path, contact.location.line)
