"""Placeholders, their order, and digits of every script: values never change on the way."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from waymark.checks.inline import HOLE
from waymark.checks.pair import Pair

_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (  # Chinese and Vietnamese write March as month 3
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_GROUPED = re.compile(r"(?<!\d)(\d{1,3}(?:[.,٬'’]\d{2,3})*[.,٬'’]\d{3})(?![\d])")
_SPACED = re.compile(r"(?<!\d)(?<!\d )([1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+)(?! ?\d)")
_ATOM = re.compile(r"\+?\d+(?:[.,/:٫–-]\d+)*(?:\s?[%٪])?")


def difference(was: Iterable[str], now: Iterable[str]) -> str:
    """What is missing and what is extra, for a message; empty when both hold the same."""
    before, after = Counter(was), Counter(now)
    missing, extra = before - after, after - before
    parts = ["missing " + " ".join(sorted(missing.elements()))] if missing else []
    parts += ["extra " + " ".join(sorted(extra.elements()))] if extra else []
    return ", ".join(parts)


def placeholders(pair: Pair) -> Iterator[str]:
    """Each call and each {name} stands in the translation exactly as often as in the source."""
    if changed := difference(pair.was.calls + pair.was.names, pair.now.calls + pair.now.names):
        yield f"calls and placeholders differ: {changed}"


def order(pair: Pair) -> Iterator[str]:
    """Calls of the same kind keep their order: nothing else tells which sentence a value belongs to."""
    was, now = _by_function(pair.was.calls), _by_function(pair.now.calls)
    for function, calls in was.items():
        if calls != now.get(function, calls) and sorted(calls) == sorted(now[function]):
            yield f"the {function}() calls changed places: write them in the order {' '.join(calls)}"


def _by_function(calls: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for call in calls:
        found.setdefault(call.strip("{} ").partition("(")[0], []).append(call)
    return found


def ascii_digits(text: str) -> str:
    """Decimal digits of any script, also full-width and superscript, as 0-9."""
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)


def _numerals(text: str) -> tuple[str, ...]:
    """Characters that count without being digits: ½, Ⅳ, Ethiopic and Tamil tens; Han words are words."""
    return tuple(
        char for char in text if char.isnumeric() and not char.isdigit() and not char.isalpha()
    ) + tuple(char for char in text if unicodedata.category(char) == "Nl")


def _ungroup(text: str, spaces: bool) -> str:
    text = _GROUPED.sub(lambda match: re.sub(r"\D", "", match[1]), text)
    return _SPACED.sub(lambda match: re.sub(r"\D", "", match[1]), text) if spaces else text


def _atoms(text: str, spaces: bool) -> tuple[str, ...]:
    plain = ascii_digits(text.replace("\uff0b", "+")).replace("٫", ".").replace("٪", "%")
    found = _ATOM.findall(_ungroup(plain, spaces))
    return tuple(re.sub(r"\s", "", re.sub(r"(?<=\d),(?=\d)", ".", atom).replace("–", "-")) for atom in found)


def _shape(atom: str) -> tuple[bool, str, bool]:
    """Values of one shape can be taken for each other: phone, date, time, share, count."""
    kind = next((mark for mark in "/:%-." if mark in atom), "")
    size = len(re.sub(r"\D", "", atom))
    year = not kind and size == 4 and atom[:2] in ("19", "20")
    return atom.startswith("+"), kind + "y" * year, size >= 3


def _in_order(atoms: tuple[str, ...]) -> list[list[str]]:
    ranked = sorted(atoms, key=_shape)  # stable: the order inside a shape stays
    return [list(group) for _, group in groupby(ranked, key=_shape)]


def _words_as_digits(source: str) -> Counter[str]:
    words = re.findall(r"[a-z]+", source.casefold())
    counted = [str(_NUMBER_WORDS.index(word)) for word in words if word in _NUMBER_WORDS]
    return Counter(counted + [str(_MONTHS.index(word) + 1) for word in words if word in _MONTHS])


def numbers(pair: Pair) -> Iterator[str]:
    """Digits, dates, signs and their order, in whatever script they are written."""
    was_text, now_text = pair.was.text.replace(HOLE, " | "), pair.now.text.replace(HOLE, " | ")
    was = _atoms(was_text, spaces=False)
    readings = [_atoms(now_text, spaces) for spaces in (False, True)]
    if not any(_same(was, now, was_text) for now in readings):
        told = difference(was, readings[0]) or f"order changed, source has {' '.join(was)}"
        yield f"numbers differ: {told}"
    if changed := difference(_numerals(was_text), _numerals(now_text)):
        yield f"number signs differ: {changed}"


def _same(was: tuple[str, ...], now: tuple[str, ...], source: str) -> bool:
    if _in_order(was) == _in_order(now):
        return True
    extra = Counter(now) - Counter(was)  # "two" of the source may be written 2
    if not extra or extra - _words_as_digits(source):
        return False
    kept = list(now)
    for atom in extra.elements():
        kept.remove(atom)
    return _in_order(was) == _in_order(tuple(kept))
