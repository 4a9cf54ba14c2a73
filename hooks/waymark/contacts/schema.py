"""One entry of seeds/contacts/<cc>.yml → Contact, or one line that says what is wrong and where."""

from __future__ import annotations

import re
from typing import Literal, cast

from babel import Locale as Cldr
from babel.core import UnknownLocaleError

from waymark.contacts import phones, text
from waymark.entries import Entry
from waymark.model import Contact, Phone, Proof

# In the order in which kinds follow each other within a group of a page.
KINDS = (
    "emergency",  # police line for danger now
    "police",  # other police lines
    "embassy",
    "consular",  # foreign ministry at home
    "trafficking",
    "iom",
    "ngo",
    "child",
    "women",
    "labour",
    "scam_loss",
)
AUDIENCES = ("trapped", "family", "returnee", "jobseeker", "scam-victim")
INTERNATIONAL = "INT"

_FIELDS = (
    *("id", "kind", "for", "citizens", "name", "local_name", "phones", "email", "web", "hours", "languages"),
    *("note", "proofs", "sites", "checked", "verified"),
)
_TIME = r"([01][0-9]|2[0-4]):[0-5][0-9]"
_DAYS = r"(Mo|Tu|We|Th|Fr|Sa|Su|PH)(-(Mo|Tu|We|Th|Fr|Sa|Su))?"
_RULE = rf"({_DAYS}(,{_DAYS})* )?({_TIME}-{_TIME})(,{_TIME}-{_TIME})*"
_HOURS = re.compile(rf"24/7|{_RULE}(; {_RULE})*")


def contact(entry: Entry, country: str) -> Contact:
    """The validated contact of ``entry`` in the file of ``country`` (upper case, or INT)."""
    entry.only(*_FIELDS)
    kind = _one_of(entry, "kind", entry.text("kind"), KINDS)
    proofs = tuple(_proof(item) for item in entry.entries("proofs"))
    if not proofs:
        raise entry.fail("proofs", "no proof", "Add the page on which the contact was seen: url, says, date.")
    result = Contact(
        id=_id(entry, country),
        country=country,
        kind=kind,
        audience=_audience(entry),
        name=_words(entry, "name", entry.text("name")),
        local_name=_words(entry, "local_name", entry.text("local_name", "")),
        phones=tuple(_phone(item, country, kind, proofs) for item in entry.entries("phones")),
        email=_checked(entry, "email", text.email_fault(entry.text("email", "")), "Write name@host."),
        web=_checked(entry, "web", text.url_fault(entry.text("web", "")), "Write https:// and the host."),
        hours=_hours(entry),
        languages=_languages(entry),
        note=_words(entry, "note", entry.text("note", "")),
        proofs=proofs,
        sites=_sites(entry, proofs),
        checked=entry.iso_date("checked"),
        verified=_verified(entry),
        location=entry.location,
        citizens=_country(entry, "citizens", kind),
    )
    if not (result.phones or result.web or result.email):
        raise entry.fail("phones", "no way to reach it", "Add a phone, a web address or an e-mail address.")
    return result


def country_code(code: str) -> bool:
    """True for an ISO 3166-1 alpha-2 code that CLDR can name, in upper case."""
    return bool(re.fullmatch("[A-Z]{2}", code)) and code in Cldr("en").territories


def _id(entry: Entry, country: str) -> str:
    value = entry.text("id")
    if not re.fullmatch(rf"{country.lower()}(-[a-z0-9]+)+", value):
        raise entry.fail("id", f"id {value!r} is not {country.lower()}-words", "Use letters and hyphens.")
    return value


def _one_of(entry: Entry, key: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise entry.fail(key, f"{key} {value!r} is unknown", f"Use one of {', '.join(known)}.")
    return value


def _audience(entry: Entry) -> tuple[str, ...]:
    values = entry.texts("for")
    if not values:
        raise entry.fail("for", "'for' is missing", f"Name whom it serves: {', '.join(AUDIENCES)}.")
    return tuple(_one_of(entry, "for", value, AUDIENCES) for value in values)


def _words(entry: Entry, key: str, value: str) -> str:
    wrong = text.fault(value)
    if wrong:
        cure = "Plain words only; numbers belong into phones, addresses into web or email."
        raise entry.fail(key, f"{key} holds {wrong}", cure)
    return value


def _checked(entry: Entry, key: str, wrong: str, cure: str) -> str:
    value = entry.text(key, "")
    if value and wrong:
        raise entry.fail(key, f"{key} {value!r}: {wrong}", cure)
    return value


def _country(entry: Entry, key: str, kind: str) -> str:
    value = entry.text(key, "")
    if value and not country_code(value):
        raise entry.fail(key, f"unknown country {value!r}", "Write its ISO 3166-1 code in capitals.")
    if (kind in ("embassy", "consular")) != bool(value):
        what = f"{key} and kind {kind} do not agree"
        raise entry.fail(key, what, "Only embassies and consular lines name citizens.")
    return value


def _hours(entry: Entry) -> str:
    value = entry.text("hours", "")
    wrong = "" if _HOURS.fullmatch(value) else "not 24/7 nor in OpenStreetMap's opening_hours form"
    return _checked(entry, "hours", wrong, 'Write "24/7" or "Mo-Fr 08:00-17:00".')


def _languages(entry: Entry) -> tuple[str, ...]:
    tags = entry.texts("languages")
    for tag in tags:
        try:
            Cldr.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            raise entry.fail("languages", f"unknown language {tag!r}", "Write BCP-47: km, zh, en.") from None
    return tags


def _phone(item: Entry, country: str, kind: str, proofs: tuple[Proof, ...]) -> Phone:
    item.only("number", "from", "channel", "explained")
    number = item.text("number")
    wrong = phones.shape_fault(number, country)
    if wrong:
        raise item.fail("number", f"number {number!r} is {wrong}", "Write it like +85512345678.")
    wrong = phones.metadata_fault(number, country, kind)
    if wrong and not item.text("explained", ""):
        raise item.fail("number", f"{number} is {wrong}", "Correct it, or say why under explained:.")
    if not any(phones.is_told(number, country, proof.says) for proof in proofs):
        cure = "Look at the page again: the proof's says: must carry the same digits."
        raise item.fail("number", f"no proof names the number {number}", cure)
    short = phones.is_short(number)
    dial_from = _one_of(item, "from", item.text("from"), ("domestic", "abroad", "both"))
    if short and dial_from != "domestic":
        raise item.fail("from", f"{number} works inside {country} only", "Write from: domestic.")
    channel = _one_of(item, "channel", item.text("channel", "voice"), ("voice", "sms", "whatsapp", "app"))
    return Phone(
        number,
        short,
        cast(Literal["domestic", "abroad", "both"], dial_from),
        cast(Literal["voice", "sms", "whatsapp", "app"], channel),
    )


def _proof(item: Entry) -> Proof:
    item.only("url", "says", "date")
    url = item.text("url")
    wrong = text.url_fault(url, schemes=("https", "http"))
    if wrong:
        raise item.fail("url", f"url {url!r}: {wrong}", "Copy the page's address as it is.")
    wrong = text.markup_fault(item.text("says"))
    if wrong:
        raise item.fail("says", f"says holds {wrong}", "Say in plain words what the page says.")
    return Proof(url, item.text("says"), item.iso_date("date", prefix=True, default=""))


def site(url: str) -> str:
    """The site a page belongs to: its host, and on GitHub its owner."""
    scheme_less = url.split("//", 1)[1].lower().removeprefix("www.")
    host, _, path = scheme_less.partition("/")
    return f"{host}/{path.split('/')[0]}" if host == "github.com" else host


def _sites(entry: Entry, proofs: tuple[Proof, ...]) -> int:
    value = entry.text("sites")
    most = len({site(proof.url) for proof in proofs})
    if not value.isdecimal() or not 1 <= int(value) <= most:
        what = f"sites is {value!r}, but the proofs stand on {most}"
        raise entry.fail("sites", what, "Count the independent sites that print it.")
    return int(value)


def _verified(entry: Entry) -> tuple[str, str, str] | None:
    told = entry.entry("verified")
    if told is None:
        return None
    told.only("by", "on", "how")
    return (told.text("by"), told.iso_date("on"), told.text("how"))
