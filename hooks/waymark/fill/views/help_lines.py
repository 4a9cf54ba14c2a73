"""Where to get help in a country, and the list of countries."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from waymark import contacts as directory_of
from waymark import locales
from waymark.fill.blocks import render
from waymark.fill.inline import Inline
from waymark.fill.marks import href
from waymark.fill.messages import marked
from waymark.model import Contact, Phone


@dataclass(frozen=True)
class PhoneRow:
    href: str
    shown: str
    channel: str
    inside: bool
    outside: bool
    country: str


@dataclass(frozen=True)
class ProofRow:
    url: str
    host: str
    date: str


@dataclass(frozen=True)
class Card:
    id: str
    name: str
    local_name: str
    local_lang: str
    phones: tuple[PhoneRow, ...]
    web: str
    web_shown: str
    email: str
    note: Markup
    hours: str
    languages: str
    checked: str
    stale: bool
    verified: str
    once: bool
    proofs: tuple[ProofRow, ...]


@dataclass(frozen=True)
class HomeLine:
    country: str
    phones: tuple[PhoneRow, ...]
    more: str


@dataclass(frozen=True)
class GroupRow:
    id: str
    cards: tuple[Card, ...]
    home: tuple[HomeLine, ...]


def contacts(inline: Inline, code: str) -> Markup:
    """The services of a country in the order of danger; lines home of other countries in short form."""
    groups = directory_of.page(inline.desk.directory, code)
    rows = []
    for group in groups:
        here = tuple(_card(each, inline) for each in group.contacts if each.country == code)
        home = tuple(_home(each, inline) for each in group.contacts if each.country != code)
        rows.append(GroupRow(group.id, here, tuple(sorted(home, key=lambda line: line.country))))
    unverified = any(each.verified is None for group in groups for each in group.contacts)
    return render(inline.desk.sandbox, "contacts", inline.messages, groups=rows, unverified=unverified)


@dataclass(frozen=True)
class CountryRow:
    href: str
    name: str


def countries(inline: Inline) -> Markup:
    """A link to the page of each country with contacts, by name in the locale's own order of code points."""
    codes = [country.code for country in inline.desk.directory.countries]
    rows = [
        CountryRow(href(inline.page, f"help/{code.lower()}.md"), inline.country(code))
        for code in codes
        if f"help/{code.lower()}.md" in inline.desk.titles
    ]
    return render(
        inline.desk.sandbox, "countries", inline.messages, rows=sorted(rows, key=lambda row: row.name)
    )


def _card(contact: Contact, inline: Inline) -> Card:
    where, today = inline.messages.locale, inline.desk.today
    names = locales.cldr(where).languages
    note = inline.messages.text(f"contact:{contact.country.lower()}", contact.note) if contact.note else None
    return Card(
        contact.id,
        contact.name,
        contact.local_name,
        contact.languages[0] if contact.languages else "und",
        tuple(_phone(phone, contact, inline) for phone in contact.phones),
        contact.web,
        contact.web.removeprefix("https://").rstrip("/"),
        contact.email,
        marked(note, where) if note else Markup(""),
        contact.hours,
        locales.listing(where, [str(names.get(tag, tag)) for tag in contact.languages]),
        inline.span(contact.checked),
        directory_of.is_stale(contact, today),
        inline.span(contact.verified[1]) if contact.verified else "",
        contact.sites == 1,
        tuple(
            ProofRow(each.url, urlsplit(each.url).hostname or "", inline.span(each.date) if each.date else "")
            for each in contact.proofs
        ),
    )


def _phone(phone: Phone, contact: Contact, inline: Inline) -> PhoneRow:
    return PhoneRow(
        directory_of.href(phone),
        directory_of.shown(phone),
        phone.channel,
        phone.dial_from == "domestic" and contact.country != "INT",
        phone.dial_from == "abroad",
        inline.country(contact.country),
    )


def _home(contact: Contact, inline: Inline) -> HomeLine:
    return HomeLine(
        inline.country(contact.citizens or contact.country),
        tuple(_phone(each, contact, inline) for each in contact.phones if each.dial_from != "domestic"),
        href(inline.page, f"help/{contact.country.lower()}.md", contact.id),
    )
