"""The types that cross module seams: frozen, standard library only, one line on each field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of this repository."""

    path: str  # relative to the project root, with forward slashes
    line: int = 0  # 1-based; 0 when the whole file is meant


# ---------------------------------------------------------------- articles and facts


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of an article's body that carries text of the story (boilerplate is not here)."""

    line: int  # 1-based line of the body, the text after the front matter's closing line
    start: int  # offset in the body, characters
    end: int  # offset after the last character
    kind: Literal["text", "heading", "item"]


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader is told about an article."""

    id: str  # file name without .md
    lang: str  # BCP-47
    published: str  # ISO date or its prefix: 2023, 2023-12, 2023-12-08
    publisher: str
    agency: str  # who wrote it first, as the front matter says; may be empty
    title: str  # may be empty
    url: str  # may be empty


@dataclass(frozen=True, slots=True)
class Article:
    """A seed file as read: front matter, the raw body, the paragraphs worth reading."""

    source: Source
    location: Location  # line = number of front matter lines, so that file line = that + body line
    body: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The span of an article that says a thing: ``body[start:end] == exact`` (W3C Web Annotation)."""

    article: str
    line: int  # 1-based line of the body
    start: int
    end: int
    exact: str  # empty when read from facts.lock, which holds no article text
    prefix: str = ""  # up to 32 characters before
    suffix: str = ""  # up to 32 characters after


class Approx(StrEnum):
    """How a source qualifies a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as a source gives it."""

    value: float
    unit: str  # class.detail: people.arrested, money.USD, duration.month
    approx: Approx = Approx.EXACT
    upper: float | None = None  # the other end of a range
    vague: bool = False  # "hundreds", "thousands": an order of magnitude, no count


FactKind = Literal[
    "figure", "money", "date", "event", "operation", "place", "actor", "method", "route", "quote"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing one article says, tied to its span."""

    kind: FactKind
    value: str  # slug, ISO code, ISO date, name or route; for figures the number as text
    quantity: Quantity | None  # figures and money only
    when: str  # ISO date, prefix or start..end of the thing stated; empty when not said
    places: tuple[str, ...]  # ISO 3166-1 codes
    event: str  # id of the codebook's events, or empty
    topic: str
    who: str  # who says so, as named in the article; may be empty
    origin: str  # id of the codebook's origins: the original source this rests on
    evidence: Evidence
    rule: str  # the lexicon entry that fired, for the reviewer
    held: str = ""  # why it is not published: person, negated, planned, denied, …; empty when it may be


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a claim with every fact that states it."""

    value: str
    quantity: Quantity | None
    facts: tuple[Fact, ...]  # never empty


class Relation(StrEnum):
    """How the readings of a claim stand to each other."""

    AGREE = "agree"  # one reading
    COMPATIBLE = "compatible"  # several, all true together: "360" and "more than 360"
    CONFLICT = "conflict"  # several, not all can be true


@dataclass(frozen=True, slots=True)
class Claim:
    """What all articles together say about one thing; ``readings[0]`` is the most precise."""

    id: str  # EVENT/UNIT[@CC[-CC]] (figures, money); method/SLUG, event/SLUG, route/AA-BB, operation/SLUG
    kind: FactKind
    event: str
    when: str
    places: tuple[str, ...]
    readings: tuple[Reading, ...]  # never empty
    relation: Relation
    publishable: bool  # false: about one identifiable person, negated, waived, rejected
    location: Location  # its line in seeds/facts.lock, else in the first article


# ---------------------------------------------------------------- translation


@dataclass(frozen=True, slots=True)
class Segment:
    """A translatable span of a page, a block template, the navigation or a contact note."""

    context: str  # msgctxt: page#section, block:<name>, nav, unit, contact:<cc>
    msgid: str  # inline Markdown, calls and links verbatim, soft line breaks folded
    location: Location
    plural: str = ""  # msgid_plural of units; empty otherwise
    kind: str = "text"  # text, heading, title, item, cell, note, meta.title, meta.description, label, unit
    start: int = 0  # span in the file; 0, 0 for what is no page
    end: int = 0


class State(StrEnum):
    """How far a translation may be trusted; stands in the translator comment of its PO entry."""

    REVIEWED = "reviewed"
    DRAFT = "draft"
    MACHINE = "machine"
    EDITED = "edited"  # no state line, or its hash does not match the text
    MISSING = "missing"  # the reader sees English


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who made a translation and when, as the state line says."""

    state: State
    by: str = ""  # a person, "language model", or engine with pair and version
    when: str = ""  # ISO date or prefix


@dataclass(frozen=True, slots=True)
class Translation:
    """What a locale says for a segment; ``forms`` has one text, or one a plural form."""

    segment: Segment
    forms: tuple[str, ...]
    provenance: Provenance
    location: Location  # line in the PO file


# ---------------------------------------------------------------- findings


class Severity(StrEnum):
    """An error fails ``check``; a warning asks for work; info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has to say, with the place and the cure in the message."""

    check: str
    severity: Severity
    location: Location
    message: str
    locale: str = ""


# ---------------------------------------------------------------- contacts


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to dial; text of digits, never touched by a translation."""

    number: str  # E.164 with "+", or a short code
    short: bool
    dial_from: Literal["domestic", "abroad", "both"]
    channel: Literal["voice", "sms", "whatsapp", "app"]


@dataclass(frozen=True, slots=True)
class Proof:
    """A page on which a contact was seen."""

    url: str
    says: str  # what it says, in our words
    date: str  # ISO prefix of that page's own date; empty when unknown


@dataclass(frozen=True, slots=True)
class Contact:
    """A service that helps, as published."""

    id: str  # <cc>-<slug>, stable
    country: str  # ISO 3166-1 alpha-2 in upper case, or "INT"
    kind: str  # police, embassy, consular, trafficking, ngo, scam_loss, child, ...
    audience: tuple[str, ...]  # trapped, family, returnee, jobseeker, scam-victim
    name: str  # English
    local_name: str
    phones: tuple[Phone, ...]
    email: str
    web: str
    hours: str  # code: 24/7, or OpenStreetMap opening_hours
    languages: tuple[str, ...]  # BCP-47
    note: str  # English sentence, translated like a page; may be empty
    proofs: tuple[Proof, ...]
    sites: int  # how many independent sites print it
    checked: str  # ISO date when someone last looked at the evidence
    verified: tuple[str, str, str] | None  # by, on, how; None: nobody has called yet
    location: Location
    citizens: str = ""  # ISO code whose citizens it serves (embassies, consular lines); empty: everyone


@dataclass(frozen=True, slots=True)
class Reference:
    """A guideline, law, definition or warning that a page cites beside the articles."""

    id: str
    title: str
    publisher: str  # who issued it
    date: str  # ISO date of that page, or its prefix; empty when it bears none
    url: str
    fact: str  # what it says, in our words
    reported_by: str  # who reported it, where that report is what was read; else empty
    location: Location
