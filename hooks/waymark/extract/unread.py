"""What an article says that no entry of the lexicon explains: numbers, dates and places, with the cure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waymark.extract.scan import Scan
from waymark.lexicon import Lexicon
from waymark.lexicon.numerals import alternatives

_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*")
_NEXT_WORD = re.compile(r"[^\W\d_]{3,}")
_SHOWN = 40  # characters shown after a number


@dataclass(frozen=True, slots=True)
class Unread:
    """Something the lexicon could not read, and what to add so that it can."""

    line: int
    text: str
    cure: str


def unread(scan: Scan, lexicon: Lexicon) -> Iterator[Unread]:
    """Yield what could not be read in a sentence: numbers, then dates, then places."""
    yield from _numbers(scan, lexicon)
    yield from _dates(scan, lexicon)
    yield from _places(scan, lexicon)


def _numbers(scan: Scan, lexicon: Lexicon) -> Iterator[Unread]:
    body, sentence = scan.sentence.article.body, scan.sentence
    for number in scan.unread:
        shown = body[number.start : min(number.end + _SHOWN, sentence.end)].split("\n")[0].strip()
        word = _NEXT_WORD.search(body, number.end, sentence.end)
        noun = any(number.end <= h.start < number.end + _SHOWN for h in sentence.of("unit", "people"))
        table = "roles (the verb)" if noun else f"units (the noun{f' {word[0]!r}' if word else ''})"
        yield Unread(sentence.line(number.start), shown, f"add to {table} in {_file(lexicon)}")


def _dates(scan: Scan, lexicon: Lexicon) -> Iterator[Unread]:
    """Names of months outside every date that was read."""
    month = re.compile(rf"(?<!\w){alternatives(name for name in lexicon.months if len(name) > 3)}(?!\w)")
    body, sentence = scan.sentence.article.body, scan.sentence
    for match in month.finditer(sentence.text, sentence.start, sentence.end):
        read = any(d.start <= match.start() < d.end for d in scan.dates)
        named = any(n.start <= match.start() < n.end for n in scan.named)
        if not read and not named and (body[match.start()].isupper() or not lexicon.months_capital):
            shown = (
                body[max(sentence.start, match.start() - 12) : match.end() + 12].replace("\n", " ").strip()
            )
            yield Unread(sentence.line(match.start()), shown, f"add its form to dates in {_file(lexicon)}")


def _places(scan: Scan, lexicon: Lexicon) -> Iterator[Unread]:
    """Capitalised words after "in", "à" that are no known place, name or operation."""
    body, sentence = scan.sentence.article.body, scan.sentence
    known = [(p.start, p.end) for p in scan.places] + [(n.start, n.end) for n in scan.named + scan.actors]
    known += [(d.start, d.end) for d in scan.dates]
    for hit in sentence.words("place_in"):
        match = _CAPITALISED.match(body, hit.end + 1, sentence.end)
        if match and not any(a < match.end() and match.start() < b for a, b in known):
            yield Unread(
                sentence.line(match.start()), match[0], f"add to places in {_file(lexicon)}, if it is one"
            )


def _file(lexicon: Lexicon) -> str:
    return f"seeds/lexicon/{lexicon.language}.yml"
