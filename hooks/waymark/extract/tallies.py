"""Counts in brackets behind names no list knows: "Nayarit (21), Colima (12) and Sinaloa (8)"."""

from __future__ import annotations

import re

from waymark.extract.sentences import Sentence

_COUNTED = re.compile(r"[A-ZÀ-Þ][\w’'-]{3,} \((\d{1,4})\)")
_FEW = 12  # so young is hardly anybody whose age is told
_LIST = 3


def tally(sentence: Sentence) -> frozenset[int]:
    """Return where the numbers of a tally begin; none where they may be ages.

    A tally has its largest number first, and three of them, or one that is no age.
    """
    found = list(_COUNTED.finditer(sentence.article.body, sentence.start, sentence.end))
    values = [int(match[1]) for match in found]
    falling = len(values) > 1 and values == sorted(values, reverse=True)
    if not falling or sentence.words("age") or not (len(values) >= _LIST or min(values) <= _FEW):
        return frozenset()
    return frozenset(match.start(1) for match in found)
