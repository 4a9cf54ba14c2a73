"""Law 1 on the page as written: no digit and no number word above ten is typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waymark.model import Finding, Segment, Severity

_MASKED = re.compile(r"\{\{.*?\}\}|\]\([^()\s]*\)|\[\^[\w-]+\]")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(
    r"\b(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|percent)\b",
    re.IGNORECASE,
)
_CURE = 'Take it from a claim: {{ figure("…") }}, or from seeds/references.yml: {{ ref("…") }}.'


def slips(segments: tuple[Segment, ...]) -> Iterator[Finding]:
    """Every finding on a page as written in English: numbers, framed values, ambiguous starts."""
    yield from typed_numbers(segments)
    yield from framed_values(segments)
    yield from ambiguous_starts(segments)


def typed_numbers(segments: tuple[Segment, ...]) -> Iterator[Finding]:
    """One error for each segment in which a number is typed; calls, link targets and notes are no text."""
    for segment in segments:
        text = _MASKED.sub(" ", segment.msgid)
        found = _DIGIT.search(text) or _WORDS.search(text)
        if found:
            message = f"“{found[0]}” is typed by hand in “{segment.msgid[:60]}”. {_CURE}"
            yield Finding("typed-number", Severity.ERROR, segment.location, message)


_VALUE = re.compile(r"\{\{ *(?P<name>figure|when|platforms) *\(.*?\) *\}\}")
_OPENERS = (":", "(", "[", "|")
_AFTER = re.compile(r"(?:\s*[.,;)\]|]|\s*$|\s*\{\{|\s)")
_PLACE = "Put it after a colon, in a table cell, in brackets, or alone: no grammar may touch it."


def framed_values(segments: tuple[Segment, ...]) -> Iterator[Finding]:
    """One error for each value that stands where the grammar of some language would have to bend it."""
    for segment in segments:
        for found in _VALUE.finditer(segment.msgid):
            before = segment.msgid[: found.start()].rstrip()
            after = segment.msgid[found.end() :]
            if (before and not before.endswith(_OPENERS)) or not _AFTER.match(after):
                message = f"{found['name']}() stands inside the sentence “{segment.msgid[:60]}”. {_PLACE}"
                yield Finding("grammar", Severity.ERROR, segment.location, message)


_STARTS_ITEM = re.compile(r"\{\{[^{}]*\}\}\s*[.)]")


def ambiguous_starts(segments: tuple[Segment, ...]) -> Iterator[Finding]:
    """One error for each text that begins with a value and a dot: Markdown could read it as a list item."""
    for segment in segments:
        if _STARTS_ITEM.match(segment.msgid):
            message = f"a call and a dot begin “{segment.msgid[:60]}”. Begin with a word."
            yield Finding("list-start", Severity.ERROR, segment.location, message)
