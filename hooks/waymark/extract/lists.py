"""Figures in a row share a verb: "rescued 383 Filipinos, 202 Chinese"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from waymark.extract.figure import Figure
from waymark.extract.sentences import Sentence

_LISTED = 6  # words between two figures of a list


def shared_role(before: Sequence[Figure], figure: Figure, sentence: Sentence) -> str:
    """ "rescued 383 Filipinos, 202 Chinese": a list shares its verb, unless a new clause begins."""
    last = next((f for f in reversed(before) if f.unit.startswith("people.")), None)
    parted = last is not None and any(last.end <= h.start < figure.start for h in sentence.words("but"))
    if last is None or (parted and not figure.inherited):
        return ""
    return last.role


def in_list(last: Figure, figure: Figure, sentence: Sentence) -> bool:
    """ "207 Chinese, 132 Vietnamese and 24 Koreans": nothing but commas and "and" between."""
    gap = sentence.text[last.end : figure.start]
    joins = {
        sentence.text[h.start : h.end] for h in sentence.words("and") if last.end <= h.start < figure.start
    }
    return last.role != "" and set(re.findall(r"\w+", gap)) <= joins and not re.search(r"[.;:()]", gap)


def shared_back(found: list[Figure], sentence: Sentence) -> list[Figure]:
    """ "120,000 people in Myanmar and 100,000 in Cambodia are forced": the first shares the verb."""
    for i in range(len(found) - 2, -1, -1):
        figure, after = found[i], found[i + 1]
        if figure.guessed and after.role and not after.guessed and _joined(figure, after, sentence):
            rule = f"{figure.rule.partition(' + ')[0]} + as the figure behind"
            found[i] = replace(figure, unit=after.unit, rule=rule, guessed=False)
    return found


def _joined(figure: Figure, after: Figure, sentence: Sentence) -> bool:
    """Whether nothing but places, a comma and "and" stand between two figures."""
    gap = sentence.text[figure.end : after.start]
    said = [*sentence.of("role"), *sentence.words("finite"), *sentence.words("clause")]
    told = any(figure.end <= h.start < after.start for h in said)
    listed = any(figure.end <= h.start < after.start for h in sentence.words("and")) or gap.strip() == ","
    return listed and not told and len(gap.split()) <= _LISTED and not re.search(r"[.;:()]", gap)
