"""Ages: "aged 22", "un homme de 22 ans", "Chen, 38,", "aged 32 and 27"; a term of 5 years is none."""

from __future__ import annotations

import re

from waymark.extract.figure import Figure
from waymark.extract.numeral import Numeral
from waymark.extract.sentences import Sentence

_REACH = 70  # characters between a person and "of 22 years"
_NEAR = 23  # characters between "prison" and its years
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:,\s|\s\()\Z")
_DESCRIBED = 1  # words between a person and "of 22 years"
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?P<mark>,\s(?:de\s)?|\s\()\Z")
# "a retired nurse from Ohio, 68,"; a count stands behind a plural
_SOMEONE = re.compile(
    r"(?<!\w)(?:an?|another|his|her|the (?:elder|younger|older)|une?|sa|son|una|su|uma?|sua|seu|seorang)"
    r"(?: [\w'\"-]+){0,6}(?P<mark>, | \()\Z"
)
_YOUNG, _OLD = 5, 100
_YOUNGER, _YOUNGEST = 10, 12
# "un mecanico de 52 anos"
_ONE = re.compile(r"(?<!\w)(?:un|una|une|um|uma|seorang)\s\w+(?:\s[\w'-]+){0,3},?\s?\Z")
_YEARS = r"(?:years|ans|anos|tahun)(?!\w)"
_PAIRED = re.compile(rf"(?:(?:, | (?:and|y|et|e|dan) )[1-8]\d){{1,3}},? {_YEARS}")  # "de 24 y 28 años"
_BEHIND = re.compile(r"(?<!\d)[1-8]\d(?:,| and| y| et| e| dan) \Z")
_STOP = re.compile(r"\.(?:\s|\Z)")
_BEFORE, _AFTER = 60, 25  # characters around ages in which a prison term would be named
_JOINT = re.compile(r",? (?:\w{1,3} )?|, ")  # "aged 32 and 27"


def is_age(number: Numeral, sentence: Sentence) -> bool:
    """Whether the years of a number are an age: "âgées de 30 à 50 ans", "un homme de 22 ans"."""
    term = any(number.start - h.end < _NEAR and h.end <= number.start for h in sentence.words("term"))
    if any(h.end <= number.start + 6 and number.start - h.end < 16 for h in sentence.words("age")):
        return True
    if _NAMED.search(sentence.article.body, max(sentence.start, number.start - 30), number.start):
        return not term  # "Suherman, 22 tahun,", "Diallo (22 ans)"
    if number.upper and _YOUNGER <= number.value < number.upper < _OLD:
        return not _is_term(number, sentence)  # "between 20 and 30 years", unless a prison term is spoken of
    if _YOUNGEST <= number.value < _OLD and _BEHIND.search(sentence.text, number.start - 8, number.start):
        return not _is_term(number, sentence)
    links = [h.start for h in sentence.words("person_of") if 0 <= number.start - h.end <= 1]
    if links and not term and _YOUNGEST <= number.value < _OLD and _ONE.search(sentence.text, 0, links[0]):
        return True
    return bool(links) and not term and _of_someone(links[0], sentence)


def _is_term(number: Numeral, sentence: Sentence) -> bool:
    """Whether a prison term, a contract or the like is spoken of near the number."""
    return any(
        number.start - h.end < _BEFORE and h.start < number.end + _AFTER for h in sentence.words("term")
    )


def _of_someone(at: int, sentence: Sentence) -> bool:
    """ "un homme marié de 22 ans", "alias «Vincent», de 37 años": a person stands before the link."""
    if re.search(r"[\w\"')], ?$", sentence.text[max(sentence.start, at - 4) : at]):
        return True
    people = [h for h in sentence.of("unit") if h.entry.startswith("people")]
    ends = [h.end for h in (*people, *sentence.of("demonym"), *sentence.words("person")) if h.end <= at]
    return any(len(sentence.text[end:at].split()) <= _DESCRIBED for end in ends if at - end < _REACH)


def bare_age(number: Numeral, sentence: Sentence, before: Figure | None) -> Figure | None:
    """Return the age a number without "years" tells; ``before``: the figure before it."""
    if number.value >= _OLD:
        return None
    ages = {sentence.text[h.end : number.start] for h in sentence.words("age") if h.end < number.start}
    if {" ", " de "} & ages:
        return Figure(number, "age.year", number.end, "words.age")
    if number.value <= _YOUNG:
        return None
    if _PAIRED.match(sentence.text, number.end) and number.value >= _YOUNGEST and number.upper is None:
        paired = not _is_term(number, sentence)
        return Figure(number, "age.year", number.end, "a list of ages") if paired else None
    joint = sentence.text[before.end : number.start] if before and before.unit == "age.year" else "-"
    if before and before.number.upper is None and _JOINT.fullmatch(joint):
        return Figure(number, "age.year", number.end, "a list of ages")
    return (
        Figure(number, "age.year", number.end, "a number beside a name")
        if _beside_name(number, sentence)
        else None
    )


def _beside_name(number: Numeral, sentence: Sentence) -> bool:
    """ "Chen, 38, was charged", "ZX (27)", "a nurse, 68."; "Vietnamese (27)" counts people."""
    body = sentence.article.body
    named = _NAME.search(body, max(sentence.start, number.start - 30), number.start)
    someone = _SOMEONE.search(sentence.text, max(sentence.start, number.start - 70), number.start)
    named = someone or named
    if named is None or number.spelled:
        return False
    bracket = "(" in named["mark"]
    closed = body[number.end : number.end + 1] in ((")",) if bracket else (",", ")"))
    closed = closed or (not bracket and bool(_STOP.match(body, number.end)))
    label = someone is None and any(
        0 <= number.start - h.end <= 2 for t in ("demonym", "place") for h in sentence.of(t)
    )
    return closed and not label
