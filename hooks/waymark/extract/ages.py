"""Ages: "aged 22", "un homme de 22 ans", "Chen, 38,", "aged 32 and 27"; a term of 5 years is none."""

from __future__ import annotations

import re

from waymark.extract.numeral import Numeral
from waymark.extract.sentences import Sentence
from waymark.model import Approx

_REACH = 70  # characters between a person and "of 22 years"
_NEAR = 23  # characters between "prison" and its years
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:,\s|\s\()\Z")
_DESCRIBED = 1  # words between a person and "of 22 years"
OLD, YOUNGEST = 100, 12
_YOUNGER = 10
# "un mecanico de 52 anos"
_ONE = re.compile(r"(?<!\w)(?:un|una|une|um|uma|uno|seorang)\s(?:\w+(?:\s[\w'-]+){0,3},?\s?)?\Z")
_BEHIND = re.compile(r"(?<!\d)[1-8]\d(?:,| and| y| et| e| dan) \Z")
_HAS = re.compile(r"(?<!\w)(?:a|ont|avai\w+|tem|tinham?|tien\w*|tenian?|has|have)(?: deja| ya| ja)? \Z")
YEARS = r"(?:ans|anos|tahun|years)(?!\w)"
_APPOSED = re.compile(rf"\s?{YEARS}(?: old)?[,)]")  # "one of them, 23 years old,"
_BEFORE, _AFTER = 60, 14  # characters around ages in which a prison term would be named


def is_age(number: Numeral, sentence: Sentence) -> bool:
    """Whether the years of a number are an age: "âgées de 30 à 50 ans", "un homme de 22 ans"."""
    term = any(number.start - h.end < _NEAR and h.end <= number.start for h in sentence.words("term"))
    if any(h.end <= number.start + 6 and number.start - h.end < 16 for h in sentence.words("age")):
        return True
    if _NAMED.search(sentence.article.body, max(sentence.start, number.start - 30), number.start):
        return not term  # "Suherman, 22 tahun,", "Diallo (22 ans)"
    if _stands_apart(number, sentence) or (number.approx != Approx.EXACT and _has(number, sentence)):
        return not term
    if _in_row(number, sentence):
        return not is_term(number, sentence)  # "between 20 and 30 years", unless a prison term is spoken of
    links = [h.start for h in sentence.words("person_of") if 0 <= number.start - h.end <= 1]
    if links and not term and YOUNGEST <= number.value < OLD and _ONE.search(sentence.text, 0, links[0]):
        return True
    return bool(links) and not term and _of_someone(links[0], sentence)


def _in_row(number: Numeral, sentence: Sentence) -> bool:
    """A range, or the last of several: "of 24 and 28 years"."""
    if number.upper:
        return _YOUNGER <= number.value < number.upper < OLD
    behind = _BEHIND.search(sentence.text, max(0, number.start - 8), number.start)
    return YOUNGEST <= number.value < OLD and behind is not None


def _stands_apart(number: Numeral, sentence: Sentence) -> bool:
    """ "one of the survivors, 23 years old,", "a partner (22 years)"."""
    opened = sentence.text[max(sentence.start, number.start - 2) : number.start] in (", ", " (")
    grown = YOUNGEST < number.value < OLD and number.upper is None
    return opened and grown and bool(_APPOSED.match(sentence.text, number.end, sentence.end))


def _has(number: Numeral, sentence: Sentence) -> bool:
    """ "a third has less than 25 years", as Romance languages put it."""
    return YOUNGEST < number.value < OLD and bool(_HAS.search(sentence.text, sentence.start, number.start))


def is_term(number: Numeral, sentence: Sentence) -> bool:
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
