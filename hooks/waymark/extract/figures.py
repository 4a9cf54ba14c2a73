"""Numbers with what they count: the noun after the number, its role, its rate, and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from waymark.extract.numerals import Numeral
from waymark.extract.roles import role_of
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit, Lexicon

_REACH = 70  # characters after a number in which its noun may begin
_ADJECTIVES = 3  # words that may stand between a number and its noun
_BREAK = re.compile(r"[.;:,()!?]|\d")
_ROWS = ("unit", "currency")
_CLOSED = ("duration", "age", "years", "ratio", "money")  # no compound noun goes on after these


@dataclass(frozen=True)
class Figure:
    """A number, its unit and the span from the number to the end of its noun."""

    number: Numeral
    unit: str
    end: int
    rule: str
    inherited: bool = False  # the noun was left out and taken from the figure before
    other: bool = False  # "four other countries": not a total

    @property
    def start(self) -> int:
        """Where the figure begins, with its "more than"."""
        return self.number.start


def figures(
    sentence: Sentence, lexicon: Lexicon, numbers: Sequence[Numeral]
) -> tuple[list[Figure], list[Numeral]]:
    """Return the figures of a sentence, and the numbers whose noun the lexicon does not know."""
    found: list[Figure] = []
    unread: list[Numeral] = []
    for number in numbers:
        figure = _figure(number, sentence, lexicon, found, numbers)
        if figure is None:
            if not number.vague and not _is_year(number, sentence):
                unread.append(number)
            continue
        found.append(figure)
    return _with_roles(found, sentence), unread


def _figure(
    number: Numeral, sentence: Sentence, lexicon: Lexicon, before: list[Figure], numbers: Sequence[Numeral]
) -> Figure | None:
    if number.unit:
        return Figure(number, number.unit, number.end, number.unit)
    if number.currency:
        return _rated(Figure(number, f"money.{number.currency}", number.end, "symbol"), sentence)
    noun = _noun(number, sentence, lexicon, numbers)
    if noun and not _is_year(number, sentence, noun):
        unit = f"money.{noun.entry}" if noun.table == "currency" else noun.entry
        if unit == "years":
            unit = "age.year" if _is_age(number, sentence) else "duration.year"
        if unit == "people" or unit.startswith(("people.", "place.")) or not unit.startswith("ratio.resp"):
            other = any(number.end <= h.start < noun.end + 2 for h in sentence.words("other"))
            return _rated(
                Figure(number, unit, noun.end, f"{noun.table}.{noun.entry}: {noun.pattern}", other=other),
                sentence,
            )
    return None if _is_year(number, sentence) else _elliptic(number, sentence, before)


def _noun(number: Numeral, sentence: Sentence, lexicon: Lexicon, numbers: Sequence[Numeral]) -> Hit | None:
    near = [h for t in _ROWS for h in sentence.of(t) if number.end <= h.start <= number.end + _REACH]
    near = [h for h in near if _adjacent(number, h, sentence)]
    if not near:
        return None
    first = min(near, key=lambda h: (h.start, -h.end))
    if not lexicon.head_last or first.table == "currency" or first.entry.startswith(_CLOSED):
        return first
    return _last_of_row(first, near, sentence)


def _last_of_row(first: Hit, near: list[Hit], sentence: Sentence) -> Hit:
    """ "20 scam centre workers": follow nouns that stand side by side to the last."""
    while True:
        after = [
            h
            for h in near
            if h.table == "unit" and sentence.text[first.end : h.start] == " " and h.start > first.start
        ]
        if not after:
            return first
        first = max(after, key=lambda h: h.end)


def _adjacent(number: Numeral, noun: Hit, sentence: Sentence) -> bool:
    gap = sentence.text[number.end : noun.start]
    if _BREAK.search(gap) or "\n" in gap.strip(" "):
        return False
    words = re.findall(r"[\w']+", gap)
    clause = any(number.end <= h.start < noun.start for e in ("clause", "and") for h in sentence.words(e))
    limit = _ADJECTIVES + (1 if number.vague or number.spelled else 0)
    return len(words) <= limit and not clause


def _is_year(number: Numeral, sentence: Sentence, noun: Hit | None = None) -> bool:
    text = sentence.text[number.start : number.end].strip()
    if not re.fullmatch(r"(?:19|20)\d\d", text):
        return False
    return noun is None or sentence.text[number.end : noun.start].strip() != ""


def _is_age(number: Numeral, sentence: Sentence) -> bool:
    """ "aged 22", "âgées de 30 à 50 ans", "un homme de 22 ans"."""
    if any(h.end <= number.start and number.start - h.end < 16 for h in sentence.words("age")):
        return True
    for link in sentence.words("person_of"):
        if link.end <= number.start <= link.end + 1:
            people = [h for t in ("unit", "demonym") for h in sentence.of(t)]
            if any(
                0 <= link.start - h.end <= 1 and h.entry.split(".")[0] in ("people", h.entry.upper())
                for h in people
            ):
                return True
    return False


def _rated(figure: Figure, sentence: Sentence) -> Figure:
    """Add "a month", "per day" to money and hours."""
    if not figure.unit.startswith(("money.", "duration.hour")):
        return figure
    for rate in sentence.of("per"):
        gap = sentence.text[figure.end : rate.start] if rate.start >= figure.end else "-"
        if len(gap) <= 24 and re.fullmatch(r"[\s/]*(?:(?:de|of|in|en|em)\s)?(?:\w+\s)?", gap):
            suffix = f"_per_{rate.entry}"
            return replace(figure, unit=figure.unit + suffix, end=rate.end)
    return figure


def _elliptic(number: Numeral, sentence: Sentence, before: list[Figure]) -> Figure | None:
    """ "390 dollars out of 800", "100,000 in Cambodia", "57 Vietnamese", "281 arrested"."""
    text = sentence.text
    nation = next((h for h in sentence.of("demonym") if _follows(number, h.start, text, 1)), None)
    if nation:
        return Figure(number, "people", nation.end, f"demonym.{nation.entry}: {nation.pattern}")
    last = next((f for f in reversed(before) if f.unit != "ratio.percent"), None)
    counted = last is not None and last.unit.startswith(("people", "site", "money", "case", "count"))
    if last and counted and any(h.end <= number.start <= h.end + 2 for h in sentence.words("of_those")):
        return Figure(number, last.unit, number.end, "of those", inherited=True)
    if last and counted and number.value > 1:
        links = [*sentence.words("elliptic"), *sentence.words("other"), *sentence.of("place")]
        if any(_follows(number, h.start, text, 1 if h.table == "word" else 2) for h in links):
            return Figure(number, last.unit, number.end, "left out", inherited=True)
    verb = [h for t in ("role", "role>") for h in sentence.of(t) if _follows(number, h.start, text, 2)]
    if verb and number.value > 1 and "\n" not in text[number.end : verb[0].start]:
        return Figure(number, "people", verb[0].end, f"role.{verb[0].entry}: {verb[0].pattern}")
    return None


def _follows(number: Numeral, at: int, text: str, words: int) -> bool:
    gap = text[number.end : at] if at >= number.end else "."
    return len(gap) < 30 and not _BREAK.search(gap) and len(re.findall(r"[\w']+", gap)) <= words


def _with_roles(found: list[Figure], sentence: Sentence) -> list[Figure]:
    out: list[Figure] = []
    for figure in found:
        if figure.unit == "people":
            role, rule = role_of(
                figure.start, figure.end, sentence, [(f.start, f.end) for f in found if f is not figure]
            )
            if not role and out and out[-1].unit.startswith("people"):
                role, rule = out[-1].unit.partition(".")[2], "as the figure before"
            if figure.inherited and out and out[-1].unit.startswith("people."):
                role, rule = out[-1].unit.partition(".")[2], "as the figure before"
            unit = f"people.{role}" if role else "people"
            out.append(replace(figure, unit=unit, rule=f"{figure.rule} + {rule}" if role else figure.rule))
        else:
            out.append(figure)
    return out
