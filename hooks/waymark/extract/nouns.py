"""The noun a number counts: near it, in the same phrase, the head of its row."""

from __future__ import annotations

import re

from waymark.extract.figure import BREAK, follows
from waymark.extract.numeral import Numeral
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit, Lexicon

_REACH = 70  # characters after a number in which its noun may begin
_ADJECTIVES = 3  # words that may stand between a number and its noun
_PARTING = (
    "clause",
    "and",
    "finite",
    "place_in",
    "purpose",
    "parting",
)  # words a number and its noun do not reach across
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
    words = re.findall(r"\w+", gap)
    if BREAK.search(gap) or "\n" in gap.strip(" ") or (words and gap.startswith("-")):
        return False  # "a 520-acre compound" counts acres
    numerals = lexicon.numerals
    links = [i for i, word in enumerate(words) if word in numerals.links]
    if _reaches_across(number, noun, sentence, lexicon, words, linked=links[:1] == [0]):
        return False
    other_head = links and (links[-1] > 0 or noun.entry == "place.country")
    if other_head and not (links == [0] and (number.vague or number.collective or number.value >= 1e6)):
        return False  # "301 rapports de personnes" counts reports; "des centaines de pays" counts countries
    more = 2 if links[:1] == [0] else 1 if number.vague or number.spelled else 0
    if noun.entry.startswith(("duration", "years")):  # "two full years", not "eleven men will end their days"
        return len(words) <= 1 + (links[:1] == [0])
    return len(words) <= _ADJECTIVES + more  # "51 of the rescued Indonesian nationals"


def _reaches_across(
    number: Numeral, noun: Hit, sentence: Sentence, lexicon: Lexicon, words: list[str], *, linked: bool
) -> bool:
    """Whether something stands between that parts a number from a noun; ``linked``: led by "of"."""
    low, high = number.end, noun.start
    numerals = lexicon.numerals
    # "9.2 billion a year earlier" counts no years
    counted = any(word in numerals.words or word in numerals.one for word in words)
    known = noun.entry.startswith(("duration", "years")) and _between(low, high, "definite", sentence)
    parted = any(_between(low, high, entry, sentence) for entry in _PARTING)
    # "delapan dijemput kedutaan", "six attendent leur vol", but "554 de leurs ressortissants"
    told = not lexicon.head_last and _told_between(low, high, sentence)
    return counted or known or parted or told or (not linked and _between(low, high, "own", sentence))


def _between(low: int, high: int, entry: str, sentence: Sentence) -> bool:
    return any(low <= h.start < high for h in sentence.words(entry))


def _told_between(low: int, high: int, sentence: Sentence) -> bool:
    """Whether a verb stands between: where adjectives follow their noun, it is no participle of that noun."""
    return any(low <= h.start and h.end <= high for t in ("role", "role<", "role>") for h in sentence.of(t))


def _is_rate(noun: Hit, sentence: Sentence) -> bool:
    """ "four a day" counts no days."""
    return any(h.start < noun.start and noun.end <= h.end for h in sentence.of("per"))
