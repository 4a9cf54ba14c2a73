"""Which day, month or stretch of time a date form means, seen from the day of publication."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from waymark.lexicon import Lexicon
from waymark.lexicon.dates import DateForm

_NEXT_DAYS = 7  # "the flight lands on the 28th", told on the 22nd
_SOON = 30  # days after publication that a day without a year may lie: "they fly home on May 1"
_AHEAD = 240  # and when a word points ahead: "adjourned to January 14"
_PARTS = {"half": 6, "quarter": 3}  # months


@dataclass(frozen=True)
class Day:
    """A day of publication, as precise as the front matter has it."""

    year: int
    month: int  # 0 when unknown
    day: int  # 0 when unknown
    ahead: int = 0  # days after it that a month or weekday without a year may lie

    @staticmethod
    def of(iso: str) -> Day:
        """Read YYYY, YYYY-MM or YYYY-MM-DD."""
        parts = [int(part) for part in iso.split("-")] + [0, 0]
        return Day(parts[0], parts[1], parts[2])

    def looking_ahead(self) -> Day:
        """Return the day for dates that lie behind a word such as "until"."""
        return replace(self, ahead=_AHEAD if self.day else 0)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def date_of(form: DateForm, parts: dict[str, str], month: int, lexicon: Lexicon, published: Day) -> str:
    """Return the ISO date, prefix or start..end; empty when the day of publication does not tell.

    Raises ValueError for days no month has.
    """
    if "w2" in parts and "d2" not in parts:
        return _weekdays(parts, lexicon, published)
    if {"d2", "m2", "y2"} & set(parts):
        return (_span if "d2" in parts else _months)(parts, lexicon, published)
    part, _, number = form.kind.partition("_")
    if part in (*_PARTS, "months"):
        return _part_of_year(part, number, parts, lexicon, int(parts.get("y", published.year)))
    if form.kind == "absolute":
        return _absolute(parts, month, published)
    if month:
        known = _month(form.kind, month, published)
        return date.fromisoformat(f"{known}-{int(parts['d']):02}").isoformat() if "d" in parts else known
    return _relative(form.kind, parts, lexicon, published)


def _part_of_year(part: str, number: str, parts: dict[str, str], lexicon: Lexicon, year: int) -> str:
    """The months of a half or a quarter, or the first so many."""
    if part == "months":
        count = int(lexicon.numerals.words.get(parts["k"], 0) or parts["k"])
        return f"{year}-01..{date(year, count, 1):%Y-%m}"
    months = _PARTS[part]
    return f"{year}-{months * int(number) - months + 1:02}..{year}-{months * int(number):02}"


def _weekdays(parts: dict[str, str], lexicon: Lexicon, published: Day) -> str:
    """ "between Monday and Tuesday": the last ones."""
    if not published.day:
        return ""
    last = published.latest - timedelta((published.latest.weekday() - lexicon.weekdays[parts["w2"]]) % 7)
    days = (lexicon.weekdays[parts["w2"]] - lexicon.weekdays[parts["w"]]) % 7
    return f"{last - timedelta(days)}..{last}" if days else ""


def _absolute(parts: dict[str, str], month: int, published: Day) -> str:
    if "d" in parts:
        day = int(parts["d"])
        if not month:  # "terça-feira (19)": that day of this month or the last
            return _day_alone(day, published)
        year = int(parts["y"]) if "y" in parts else _past_year(month, day, published)
        return date(year, month, day).isoformat()
    return f"{parts['y']}-{month:02}" if month else parts.get("y", "")


def _day_alone(day: int, published: Day) -> str:
    """That day of this month, if it is past, near or told of ahead and the month has it, else of the last."""
    if not published.day:
        return ""
    this = published.latest
    days = calendar.monthrange(this.year, this.month)[1]
    latest = days if published.ahead else this.day + _NEXT_DAYS
    month = this if day <= min(latest, days) else this.replace(day=1) - timedelta(1)
    return month.replace(day=day).isoformat()


def _span(parts: dict[str, str], lexicon: Lexicon, published: Day) -> str:
    if "m" not in parts:  # "tanggal 5 sampai 8": of this month
        ends = [_day_alone(int(parts[key]), published) for key in ("d", "d2")]
        return "..".join(ends) if all(ends) and ends[0] < ends[1] else ""
    last_month = lexicon.months[parts.get("m2") or parts["m"]]
    first_month = lexicon.months[parts["m"]]
    first_day, last_day = int(parts["d"]), int(parts["d2"])
    year = _year(parts) or _past_year(last_month, last_day, published, soon=0)
    first_year = int(parts["y"]) if "y2" in parts else year - (first_month > last_month)
    start = date(first_year, first_month, first_day)
    end = date(year, last_month, last_day)
    return f"{start}..{end}" if start < end else ""


def _months(parts: dict[str, str], lexicon: Lexicon, published: Day) -> str:
    """ "January to September 2025", "2021 to 2023"."""
    if "m2" not in parts:
        return f"{parts['y']}..{parts['y2']}" if parts["y"] < parts["y2"] else ""
    last = lexicon.months[parts["m2"]]
    year = _year(parts) or _past_year(last, 1, published)
    if "m" not in parts:  # "2020 to March 2024"
        return f"{parts['y']}..{year}-{last:02}" if int(parts["y"]) < year else ""
    first = lexicon.months[parts["m"]]
    first_year = int(parts["y"]) if "y2" in parts else year - (first > last)
    return f"{first_year}-{first:02}..{year}-{last:02}"


def _year(parts: dict[str, str]) -> int:
    """The year in which a stretch of time ends; 0 when it is not said."""
    return int(parts.get("y2") or parts.get("y") or 0)


def _past_year(month: int, day: int, published: Day, soon: int = _SOON) -> int:
    """The year of the nearest such day; news tells of the next days too ("they fly home on May 1")."""
    latest = published.latest + timedelta(max(soon, published.ahead) if published.day else 0)
    return latest.year if (month, day) <= (latest.month, latest.day) else latest.year - 1


def _month(kind: str, month: int, published: Day) -> str:
    latest = published.latest
    if kind == "year_before":
        year = latest.year - 1
    elif kind == "next":
        year = latest.year if month > latest.month else latest.year + 1
    elif kind == "this":
        year = _past_year(month, 1, published, soon=0)
    else:
        year = latest.year if month < latest.month else latest.year - 1
    return f"{year}-{month:02}"


def _relative(kind: str, parts: dict[str, str], lexicon: Lexicon, published: Day) -> str:
    if kind == "year_before":
        return str(published.year - 1)
    if kind == "month_before" and published.month:
        return f"{published.latest.replace(day=1) - timedelta(1):%Y-%m}"
    return _relative_day(kind, parts, lexicon, published) if published.day else ""


def _relative_day(kind: str, parts: dict[str, str], lexicon: Lexicon, published: Day) -> str:
    day = published.latest
    if kind == "week_before":
        monday = day - timedelta(day.weekday() + 7)
        if "w" in parts:
            return (monday + timedelta(lexicon.weekdays[parts["w"]])).isoformat()
        return f"{monday}..{monday + timedelta(6)}"
    if kind == "weekend":
        sunday = day - timedelta((day.weekday() - 6) % 7)
        return f"{sunday - timedelta(1)}..{sunday}"
    back = {"today": 0, "yesterday": 1}.get(kind, -1)
    if "w" in parts and (kind == "next" or (kind == "this" and published.ahead)):
        return (day + timedelta((lexicon.weekdays[parts["w"]] - day.weekday()) % 7 or 7)).isoformat()
    if "w" in parts:
        back = (day.weekday() - lexicon.weekdays[parts["w"]]) % 7 or (7 if kind == "last" else 0)
    return (day - timedelta(back)).isoformat() if back >= 0 else ""
