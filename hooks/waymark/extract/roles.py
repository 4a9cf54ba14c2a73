"""What happened to the people a number counts: the verb that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waymark.extract.main_verb import is_pending, main_verb
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit

# States describe who people are; an action in the same sentence says what the number is about.
STATES = frozenset(
    {"held", "trapped", "forced", "trafficked", "captive", "workers", "recruit", "irregular_migrant"}
)
_WEAK = frozenset({"workers", "recruit"})
_LIMIT = 18.0
_LEFT_LIMIT = 13.0  # a verb before the number is near it, or not its verb
_NEAR = 11.0
_RELATIVE = re.compile(r"\s?(?:\w+\s)?(?:\([^()]*\))?,?\s?|(?:\s[\w']+){1,6},\s")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_ASIDE = 9.0  # a state told in a relative clause yields to the verb of the sentence
_PARTICIPLE = 1.5  # "deported 119 Thais arrested in Poipet": the verb before says what the sentence tells
_SOON = 45  # characters to what people of a list wait for
_ANOTHER = 10.0
_INSIDE = 1.8  # "brought home 73 accused": the verb beside says more than the noun itself
_NO_OBJECT = frozenset({"fled", "trapped"})
_BESIDE = 2  # words between such a verb and a subject behind it: "huyeron unas 40 personas"
_STATE, _CLAUSE, _AND, _COMMA, _FIGURE = 8.0, 4.0, 2.0, 2.0, 6.0


def role_of(
    start: int,
    end: int,
    sentence: Sentence,
    others: Sequence[tuple[int, int]],
    near: bool,
    within: tuple[int, int] | None = None,
) -> tuple[str, str]:
    """Return (role, rule) of the nearest fitting verb; empty when none is near enough.

    ``near``: the figure took its noun from the one before; only a verb right behind it changes its role.
    ``within``: only verbs of this span count.
    """
    pending = [h.start for h in sentence.of("role") if h.start > end and is_pending(h, sentence)]
    waits = min(pending, default=0)
    best: tuple[float, int, Hit] | None = None
    for table in ("role", "role<", "role>"):
        for hit in sentence.of(table):
            if is_pending(hit, sentence) or _part_of_longer(hit, sentence):
                continue
            if near and hit.start < start and not _owned(hit, start, sentence):
                continue
            if within and not (within[0] <= hit.start and hit.end <= within[1]):
                continue
            cost = _cost(hit, start, end, sentence, others)
            if cost <= (_NEAR if near else _LIMIT) and (best is None or (cost, hit.start) < best[:2]):
                best = (cost, hit.start, hit)
    if best and not (waits and not within and waits < best[1]):
        said = best[2] if near or within else main_verb(best[2], end, sentence, others)
        return said.entry, f"{said.table}.{said.entry}: {said.pattern}"
    soon = waits and (not near or waits - end <= _SOON)
    return ("held", "words.pending") if soon else ("", "")


def _part_of_longer(hit: Hit, sentence: Sentence) -> bool:
    """ "presas em" says more than "presas"."""
    return any(other.start == hit.start and other.end > hit.end for other in sentence.of("role"))


def _owned(hit: Hit, start: int, sentence: Sentence) -> bool:
    """ "... and the arrest of 94": the verb belongs to the number right behind it."""
    gap = sentence.text[hit.end : start] if hit.end <= start else "."
    if len(gap) > 12 or len(gap.split()) > 2 or re.search(r"[.,;:]", gap):
        return False
    apart = (*sentence.words("and"), *sentence.words("of_those"))  # "held among 1,367 others"
    return not any(hit.end <= h.start < start for h in apart)


def _of_another(hit: Hit, end: int, sentence: Sentence) -> bool:
    """ "Five men laundered what fraudsters working out of Cambodia took": the fraudsters work."""
    people = [h for h in sentence.of("unit") if h.entry.startswith(("people", "count.officer"))]
    return any(h.start >= end and sentence.text[h.end : hit.start] == " " for h in people)


def _relative(end: int, sentence: Sentence) -> int | None:
    """The end of ", who had been lured into centres," right behind a figure; None where there is none."""
    for hit in (*sentence.words("clause"), *sentence.words("list_intro")):
        if hit.start >= end and _RELATIVE.fullmatch(sentence.text, end, hit.start):
            close = sentence.text.find(",", hit.end, sentence.end)
            return close + 1 if close > 0 else None
    return None


def _cost(hit: Hit, start: int, end: int, sentence: Sentence, others: Sequence[tuple[int, int]]) -> float:
    base = _STATE if hit.entry in STATES else 0.0
    base += 6.0 if hit.entry in _WEAK else 0.0
    if hit.start < end and start < hit.end:
        return base + _INSIDE if hit.entry not in _WEAK else _LIMIT + 1
    left = hit.end <= start
    if (left and hit.table == "role>") or (not left and hit.table == "role<"):
        return _LIMIT + 1
    low, high = (hit.end, start) if left else (end, hit.start)
    aside = None if left else _relative(end, sentence)
    if aside and hit.start < aside:
        base += _ASIDE if hit.entry in STATES else 0.0
    elif aside:
        low = aside
    between = _PARENTHESIS.sub("", sentence.text[low:high])
    words = len(re.findall(r"\w+", between)) * (1.0 if left else 0.5)
    marks = _COMMA * between.count(",") + 2 * _CLAUSE * len(re.findall(r"[;:()]", between))
    clauses = _CLAUSE * sum(low <= h.start < high for h in sentence.words("clause"))
    joins = _AND * sum(low <= h.start < high for h in sentence.words("and"))
    if not left and any(_owned(hit, a, sentence) for a, _ in others):
        return _LIMIT + 1
    if not left and _of_another(hit, end, sentence):
        base += _ANOTHER
    crossed = _FIGURE * sum(low <= a and b <= high for a, b in others)
    if left:
        if hit.entry in _NO_OBJECT and words > _BESIDE:
            return _LIMIT + 1
        cost = words + marks + clauses + joins + crossed / 2
        return base + cost if cost <= _LEFT_LIMIT else _LIMIT + 1
    return base + max(words, _PARTICIPLE) + marks + clauses + joins + crossed + 0.5
