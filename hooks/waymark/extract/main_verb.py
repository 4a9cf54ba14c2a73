"""Which of two verbs tells of a figure: that of the sentence, not one that describes the people counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waymark.extract.case import is_pending
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit

_MAIN = frozenset({"repatriated", "rescued", "arrested", "killed"})
_ASIDE = re.compile(r" - [^-]{1,80} -(?= )")  # "six residents - three men and three women - who ..."
_MAIN_REACH = 14  # words from a participle to the verb of the sentence


def main_verb(hit: Hit, end: int, sentence: Sentence, others: Sequence[tuple[int, int]]) -> Hit:
    """The verb of the sentence instead of one in a relative clause, a participle or an aside behind a figure.

    "47 Nepalis pulled out of a compound landed on Wednesday", "60 who had been lured are home again".
    """
    aside = _ASIDE.match(sentence.text, end, sentence.end)
    end = aside.end() if aside and aside.end() <= hit.start else end
    if hit.start < end or not _describes(hit, end, sentence):
        return hit
    stops = [h.start for h in (*sentence.words("clause"), *sentence.words("but")) if h.start >= hit.end]
    stop = min([*stops, *(a for a, _ in others if a >= hit.end), sentence.end])
    for later in (*sentence.of("role"), *sentence.of("role>")):
        gap = sentence.text[hit.end : later.start] if later.start >= hit.end else ";"
        fits = later.start < stop and later.entry in _MAIN and later.entry != hit.entry
        near = len(gap.split()) <= _MAIN_REACH and not re.search(r"[;:.()]", gap)
        if fits and near and not is_pending(later, sentence) and not _led(later, sentence):
            return later
    return hit


def _describes(hit: Hit, end: int, sentence: Sentence) -> bool:
    """Whether a verb stands right behind a figure as a participle, or in a clause that begins there."""
    gap = sentence.text[end : hit.start]
    if any(end <= h.start < hit.start for h in sentence.words("finite")) and "," not in gap[:2]:
        return any(h.start - end <= 2 and end <= h.start for h in sentence.words("clause"))
    return len(re.findall(r"\w+", gap)) <= 1 or any(0 <= h.start - end <= 2 for h in sentence.words("clause"))


def _led(hit: Hit, sentence: Sentence) -> bool:
    """ "arrested for trafficking", "and freed": a purpose or a second verb is not the main one."""
    before = (*sentence.words("purpose"), *sentence.words("and"))
    return any(h.end <= hit.start and len(sentence.text[h.end : hit.start].split()) <= 1 for h in before)
