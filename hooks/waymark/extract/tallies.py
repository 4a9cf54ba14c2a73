"""Counts behind names no list knows: "Nayarit (21), Colima (12) and Sinaloa (8)", "Kiambu 8, Nakuru 6"."""

from __future__ import annotations

import re

from waymark.extract.sentences import Sentence

_COUNTED = re.compile(r"[A-ZÀ-Þ][\w’'-]{3,} \((\d{1,4})\)")
_BESIDE = re.compile(r"[A-ZÀ-Þ][\w’'-]{3,} (\d{1,4})(?=[,;.)]|\s(?:and|y|et|e|dan)\s)(?!\.\d)")
_FEW = 12  # so young is hardly anybody whose age is told
_LIST = 3


def tally(sentence: Sentence) -> frozenset[int]:
    """Return where the numbers of a tally begin; none where they may be ages.

    A tally has its largest number first, and three of them, or one that is no age.
    """
    if sentence.words("age"):
        return frozenset()
    return _falling(_COUNTED, sentence) or _falling(_BESIDE, sentence)


def _falling(shape: re.Pattern[str], sentence: Sentence) -> frozenset[int]:
    found = list(shape.finditer(sentence.article.body, sentence.start, sentence.end))
    values = [int(match[1]) for match in found]
    falling = len(values) > 1 and values == sorted(values, reverse=True)
    told = falling and (len(values) >= _LIST or min(values) <= _FEW)
    return frozenset(match.start(1) for match in found) if told else frozenset()
