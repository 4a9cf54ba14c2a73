"""Numbers with what they count: the noun, its rate, the role of people, and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from waymark.extract.ellipsis import elliptic
from waymark.extract.figure import Figure
from waymark.extract.nouns import is_age, noun_of
from waymark.extract.numerals import Numeral
from waymark.extract.roles import STATES, role_of
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit, Lexicon

_YEAR = re.compile(r"(?:19|20)\d\d")
_UNKNOWN = "trafficked"  # what most people counted in this news are; always held back
_RATE_GAP = re.compile(r"[\s/]*(?:(?:de|of|in|en|em)\s)?(?:\w+\s)?")


def figures(
    sentence: Sentence, lexicon: Lexicon, numbers: Sequence[Numeral], spoken_of: str
) -> tuple[list[Figure], list[Numeral]]:
    """Return the figures of a sentence, and the numbers whose noun the lexicon does not know.

    ``spoken_of`` is the role of the people the text counted last.
    """
    found: list[Figure] = []
    unread: list[Numeral] = []
    for number in numbers:
        figure = _figure(number, sentence, lexicon, found, spoken_of)
        if figure is not None:
            found += [] if _is_definite(figure, sentence) else [figure]
        elif not number.vague and not _is_year(number, sentence):
            unread.append(number)
    return _with_roles(found, sentence, spoken_of), unread


def _figure(
    number: Numeral, sentence: Sentence, lexicon: Lexicon, before: list[Figure], spoken_of: str
) -> Figure | None:
    if number.unit:
        return Figure(number, number.unit, number.end, number.unit)
    if number.currency:
        return _rated(Figure(number, f"money.{number.currency}", number.end, "symbol"), sentence)
    noun = noun_of(number, sentence, lexicon)
    if noun and not _is_year(number, sentence, noun) and noun.entry != "ratio.response_rate":
        return _counted(number, noun, sentence)
    return None if _is_year(number, sentence) else elliptic(number, sentence, before, spoken_of)


def _counted(number: Numeral, noun: Hit, sentence: Sentence) -> Figure:
    unit = f"money.{noun.entry}" if noun.table == "currency" else noun.entry
    if unit == "years":
        unit = "age.year" if is_age(number, sentence) else "duration.year"
    other = any(number.end <= h.start < noun.end + 2 for h in sentence.words("other"))
    rule = f"{noun.table}.{noun.entry}: {noun.pattern}"
    return _rated(Figure(number, unit, noun.end, rule, other=other), sentence)


def _is_definite(figure: Figure, sentence: Sentence) -> bool:
    """ "The two countries" counts nothing new."""
    small = figure.number.spelled and figure.number.value <= 3 and figure.unit == "place.country"
    return small and any(0 <= figure.start - h.end <= 1 for h in sentence.words("definite"))


def _is_year(number: Numeral, sentence: Sentence, noun: Hit | None = None) -> bool:
    """A bare year counts nothing, unless its noun stands right behind: "2000 people"."""
    if not _YEAR.fullmatch(sentence.text[number.start : number.end].strip()):
        return False
    return noun is None or sentence.text[number.end : noun.start].strip() != ""


def _rated(figure: Figure, sentence: Sentence) -> Figure:
    """Add "a month", "per day" to money and hours."""
    if figure.unit.startswith(("money.", "duration.hour")):
        for rate in sentence.of("per"):
            gap = sentence.text[figure.end : rate.start] if rate.start >= figure.end else "-"
            if len(gap) <= 24 and _RATE_GAP.fullmatch(gap):
                return replace(figure, unit=f"{figure.unit}_per_{rate.entry}", end=rate.end)
    return figure


def _with_roles(found: list[Figure], sentence: Sentence, spoken_of: str) -> list[Figure]:
    out: list[Figure] = []
    for figure in found:
        if figure.unit.partition(".")[0] != "people" or ("." in figure.unit and not figure.inherited):
            out.append(figure)
            continue
        people = [(f.start, f.end) for f in found if f is not figure and f.unit.startswith("people")]
        shared = _shared_role(out, figure, sentence)
        if shared and _in_list(out[-1], figure, sentence):
            own = role_of(figure.start, figure.end, sentence, people, near=True)
            role, rule = own if own[0] else (shared, "as the figure before")
        elif spoken_of and not out and _whole(figure, sentence):
            role, rule = "", ""
        else:
            role, rule = role_of(figure.start, figure.end, sentence, people, near=figure.inherited)
        role, rule = _meant(figure, sentence, role, rule)
        guessed = not role and not shared
        if not role:
            role, rule = (shared, "as the figure before") if shared else _guess(figure, sentence, spoken_of)
        rule = f"{figure.rule} + {rule}"
        out.append(replace(figure, unit=f"people.{role}", rule=rule, guessed=guessed))
    return out


def _in_list(last: Figure, figure: Figure, sentence: Sentence) -> bool:
    """ "207 Chinese, 132 Vietnamese and 24 Koreans": nothing but commas and "and" between."""
    gap = sentence.text[last.end : figure.start]
    joins = {
        sentence.text[h.start : h.end] for h in sentence.words("and") if last.end <= h.start < figure.start
    }
    return last.role != "" and set(re.findall(r"\w+", gap)) <= joins and not re.search(r"[.;:()]", gap)


def _whole(figure: Figure, sentence: Sentence) -> bool:
    """ "Of these 30, 26 were sent home": the whole is who was spoken of."""
    return any(
        0 <= figure.start - h.end <= 1 and h.start - sentence.start < 3 for h in sentence.words("of_those")
    )


def _shared_role(before: list[Figure], figure: Figure, sentence: Sentence) -> str:
    """ "rescued 383 Filipinos, 202 Chinese": a list shares its verb, unless a new clause begins."""
    last = next((f for f in reversed(before) if f.unit.startswith("people.")), None)
    parted = last is not None and any(last.end <= h.start < figure.start for h in sentence.words("but"))
    if last is None or (parted and not figure.inherited):
        return ""
    return last.role


def _meant(figure: Figure, sentence: Sentence, role: str, rule: str) -> tuple[str, str]:
    """ "identified 17,793 irregular migrants": the noun says more than a state does."""
    strong = [h for h in sentence.of("role!") if figure.start <= h.start < figure.end]
    if not strong or (role and role not in STATES):
        return role, rule
    return strong[0].entry, f"roles.is.{strong[0].entry}: {strong[0].pattern}"


def _guess(figure: Figure, sentence: Sentence, spoken_of: str) -> tuple[str, str]:
    """Without a verb: what the noun means, else the people counted last; held back from publication."""
    noun = [h for h in sentence.of("role?") if h.start < figure.end and figure.start < h.end]
    if noun:
        return noun[0].entry, f"roles.noun.{noun[0].entry}: {noun[0].pattern}"
    if spoken_of and not figure.number.vague:
        return spoken_of, "as the people before"
    return _UNKNOWN, "no verb: a guess"
