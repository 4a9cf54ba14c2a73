"""The noun a number counts: near it, in the same phrase, the head of its row."""

from __future__ import annotations

import re

from waymark.extract.figure import BREAK, follows
from waymark.extract.numerals import Numeral
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit, Lexicon

_REACH = 70  # characters after a number in which its noun may begin
_DESCRIBED = 1  # words between a person and "of 22 years"
_ADJECTIVES = 3  # words that may stand between a number and its noun
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:,\s|\s\()\Z")
_CLOSED = ("duration", "age", "years", "ratio", "money")  # no compound noun goes on after these


def noun_of(number: Numeral, sentence: Sentence, lexicon: Lexicon) -> Hit | None:
    """Return the unit or currency a number counts, as found in the lexicon; None when there is none."""
    near = [h for table in ("unit", "currency", "currency?") for h in sentence.of(table)]
    near = [h for h in near if number.end <= h.start <= number.end + _REACH]
    near = [h for h in near if _adjacent(number, h, sentence, lexicon) and not _is_rate(h, sentence)]
    nation = next((h for h in sentence.of("demonym") if follows(number, h.start, sentence.text, 1)), None)
    if nation:  # "549 Indians on two flights"
        near = [h for h in near if h.start <= nation.end + 1]
    if not near:
        return None
    first = min(near, key=lambda h: (h.start, -h.end))
    if not lexicon.head_last or first.table.startswith("currency") or first.entry.startswith(_CLOSED):
        return first
    return _last_of_row(first, near, sentence)


def is_age(number: Numeral, sentence: Sentence) -> bool:
    """ "aged 22", "âgées de 30 à 50 ans", "un homme de 22 ans"; "a term of 5 years" is none."""
    term = any(number.start - h.end < _REACH / 3 and h.end <= number.start for h in sentence.words("term"))
    if any(h.end <= number.start + 6 and number.start - h.end < 16 for h in sentence.words("age")):
        return True
    if _NAMED.search(sentence.article.body, max(sentence.start, number.start - 30), number.start):
        return not term  # "Suherman, 22 tahun,", "Diallo (22 ans)"
    if number.upper and 10 <= number.value < number.upper < 100:
        return not sentence.words("term")  # "between 20 and 30 years", unless a prison term is spoken of
    links = [h.start for h in sentence.words("person_of") if 0 <= number.start - h.end <= 1]
    return bool(links) and not term and _of_someone(links[0], sentence)


def _of_someone(at: int, sentence: Sentence) -> bool:
    """ "un homme marié de 22 ans", "alias «Vincent», de 37 años": a person stands before the link."""
    if re.search(r"[\w\"')], ?$", sentence.text[max(sentence.start, at - 4) : at]):
        return True
    people = [h for h in sentence.of("unit") if h.entry.startswith("people")]
    ends = [h.end for h in (*people, *sentence.of("demonym"), *sentence.words("person")) if h.end <= at]
    return any(len(sentence.text[end:at].split()) <= _DESCRIBED for end in ends if at - end < _REACH)


def _last_of_row(first: Hit, near: list[Hit], sentence: Sentence) -> Hit:
    """ "20 scam centre workers": follow nouns that stand side by side to the last."""
    while True:
        beside = [h for h in near if h.table == "unit" and h.start > first.start]
        beside = [h for h in beside if sentence.text[first.end : h.start] == " "]
        if not beside:
            return first
        first = max(beside, key=lambda h: h.end)


def _adjacent(number: Numeral, noun: Hit, sentence: Sentence, lexicon: Lexicon) -> bool:
    gap = sentence.text[number.end : noun.start]
    if BREAK.search(gap) or "\n" in gap.strip(" "):
        return False
    words = re.findall(r"\w+", gap)
    if words and gap.startswith("-"):  # "a 520-acre compound" counts acres
        return False
    if any(
        number.end <= h.start < noun.start
        for e in ("clause", "and", "finite", "place_in")
        for h in sentence.words(e)
    ):
        return False
    links = [i for i, word in enumerate(words) if word in lexicon.numerals.links]
    other_head = links and (links[-1] > 0 or noun.entry == "place.country")
    if other_head and not (links == [0] and (number.vague or number.collective or number.value >= 1e6)):
        return False  # "301 rapports de personnes" counts reports; "des centaines de pays" counts countries
    if noun.entry.startswith(("duration", "years")):
        return len(words) <= 1 + (
            links[:1] == [0]
        )  # "two full years"; "eleven men will end their days" counts none
    more = 2 if links[:1] == [0] else 1 if number.vague or number.spelled else 0
    return len(words) <= _ADJECTIVES + more  # "51 of the rescued Indonesian nationals"


def _is_rate(noun: Hit, sentence: Sentence) -> bool:
    """ "four a day" counts no days."""
    return any(h.start < noun.start and noun.end <= h.end for h in sentence.of("per"))
