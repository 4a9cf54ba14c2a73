"""The date forms of a language: templates such as "du {d} au {d2} {m} {y}?" compiled to expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from waymark.lexicon.numerals import alternatives
from waymark.lexicon.tables import Tables
from waymark.shadow import shadow

# How a form is resolved against the day of publication; extract/calendar_days.py says how.
KINDS = (
    "absolute",  # day, month, year as written; a missing year is the nearest in the past
    "days",  # "November 6 and 10": two days, read as absolute each
    "last",  # "last August", "dimanche dernier"
    "next",  # "next June"
    "year_before",  # "November of last year"
    "this",  # "in October"
    "today",
    "yesterday",
    "week_before",
    "month_before",
    "weekend",  # the last one
    "months",  # "first nine months of 2024": January to September
    "half_1",  # "first half of 2024": January to June; without a year that of publication
    "half_2",
    "quarter_1",
    "quarter_2",
    "quarter_3",
    "quarter_4",
)

_MONTHS = 11  # all twelve are a year
NEEDED = {"days": ("d", "d2"), "months": ("k",)}  # placeholders a kind cannot do without
# k: a count of months; lp, rp: parentheses
PLACEHOLDERS = ("d", "d2", "k", "lp", "m", "m2", "n", "rp", "w", "w2", "y", "y2")


@dataclass(frozen=True)
class DateForm:
    """One way to write a date; groups d, d2, k, m, m2, n (month as digits), y, w as the form has them."""

    kind: str
    expression: re.Pattern[str]
    template: str


def date_forms(tables: Tables, months: dict[str, int], weekdays: dict[str, int]) -> tuple[DateForm, ...]:
    """Compile the table ``dates``; the order of the file is the order of preference."""
    counts = [word for word, value in tables.amounts("numerals.words").items() if 2 <= value <= _MONTHS]
    parts = {
        "d": r"(?P<d>\d{1,2})(?:er|st|nd|rd|th|º|o)?",
        "d2": r"(?P<d2>\d{1,2})(?:er|st|nd|rd|th|º|o)?",
        "m": rf"(?P<m>{alternatives(months)})\.?",
        "m2": rf"(?P<m2>{alternatives(months)})\.?",
        "w": rf"(?P<w>{alternatives(weekdays)})",
        "w2": rf"(?P<w2>{alternatives(weekdays)})",
        "y": r"(?P<y>(?:19|20)\d\d)",
        "n": r"(?P<n>\d{1,2})",
        "lp": r"\(",
        "rp": r"\)",
        "k": rf"(?P<k>\d{{1,2}}|{alternatives(counts)})",
        "y2": r"(?P<y2>(?:19|20)\d\d)",
    }
    return tuple(
        DateForm(kind, re.compile(_expression(template, parts)), template)
        for kind, templates in tables.forms("dates").items()
        for template in templates
    )


def _expression(template: str, parts: dict[str, str]) -> str:
    """Compile a template; between its words may stand a comma, around its hyphens spaces."""
    out = ""
    for token in shadow(template).split():
        piece = (
            re.escape(token.removesuffix("?")).replace(r"\(", "(?:").replace(r"\)", ")").replace(r"\|", "|")
        )
        piece = re.sub(r"\\\{(\w+)\\\}", lambda m: parts[m[1]], piece).replace(r"\*", r"\w*")
        piece = piece.replace(r"\-", r"\s?-\s?")
        if token.endswith("?"):
            out += rf"(?:{_GAP}{piece})?" if out else rf"(?:{piece}{_GAP})?"
        else:
            out += (
                piece
                if not out or (out.endswith(f"{_GAP})?") and out.count(_GAP) == 1 and out.startswith("(?:"))
                else _GAP + piece
            )
    return rf"(?<![\w/-]){out}(?!\w|/\d)"


_GAP = r",?\s+"
