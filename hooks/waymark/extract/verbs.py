"""Where a verb stands to a figure, as features: what a learned weight can tell of whose verb it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from waymark.extract.case import STATES, Case, class_of, owned
from waymark.extract.main_verb import main_verb
from waymark.lexicon import Hit

_PARENTHESIS = re.compile(r"\([^()]*\)")
_STEPS = (0, 1, 2, 4, 6, 9, 13, 18, 25)
_MOST = 3
_BETWEEN = ("clause", "and", "finite", "but")
_WEAK = frozenset({"workers", "recruit"})
_NO_OBJECT = frozenset({"fled", "trapped"})


def steps(count: int, limits: Sequence[int] = _STEPS) -> str:
    """Return a count as one of a few steps: "up to 4", "more"."""
    return next((f"up to {limit}" for limit in limits if count <= limit), "more")


def verb_features(hit: Hit, case: Case) -> Iterator[str]:
    """Yield what is true of a verb beside a figure; a feature begins with the verb's side."""
    side = case.side(hit)
    if side == "within":
        yield f"within: {class_of(hit.entry)}"
        if hit.entry in _WEAK:
            yield "within: weak"
        return
    state = "state" if hit.entry in STATES else "action"
    yield f"{side}: {class_of(hit.entry)}"
    for feature in (*_way(hit, case), *_standing(hit, case)):
        yield f"{side}: {feature}"
    for feature in _position(hit, case):
        yield f"{side}: {feature}"
        yield f"{side}: {feature}, {state}"
    if hit.entry in _WEAK:
        yield f"{side}: weak"
    if side == "before" and hit.entry in _NO_OBJECT:
        yield f"{side}: no object"


def _way(hit: Hit, case: Case) -> Iterator[str]:
    """What stands between."""
    low, high = _gap(hit, case)
    between = _PARENTHESIS.sub("", case.sentence.text[low:high])
    words = len(re.findall(r"\w+", between))
    yield f"words {steps(words)}"
    counts = {
        "commas": between.count(","),
        "marks": len(re.findall(r"[;:()]", between)),
        "people counted": sum(low <= a and b <= high for a, b in case.people),
        "people": _people(low, high, case),
        "verbs": sum(low <= h.start < high for h in case.verbs if h is not hit),
        **{entry: case.words(entry, low, high) for entry in _BETWEEN},
    }
    yield from (f"{name} {min(count, _MOST)}" for name, count in counts.items() if count or name == "finite")
    yield f"{min(counts['clause'], _MOST)} clauses with {min(counts['finite'], _MOST)} verbs"


def _gap(hit: Hit, case: Case) -> tuple[int, int]:
    """The span between; behind a figure's own relative clause it begins after that."""
    if hit.end <= case.figure.start:
        return hit.end, case.figure.start
    return case.figure.end, hit.start


def _people(low: int, high: int, case: Case) -> int:
    found = (h for h in case.sentence.of("unit") if low <= h.start and h.end <= high)
    return sum(h.entry.startswith(("people", "count.officer")) for h in found)


def _standing(hit: Hit, case: Case) -> Iterator[str]:
    """Whether it belongs to others, lies outside an aside, or is the only one."""
    if any(owned(hit, a, case.sentence) for a, _ in case.people):
        yield "owned by other"
    if any(a <= hit.start < b for a, b in case.people):
        yield "in another figure"
    if case.aside and not case.aside[0] <= hit.start < case.aside[1]:
        yield "outside the aside"
    if case.figure.inherited:
        yield "noun left out"
    if case.part:
        yield "of a part"
    if len(case.done) == 1:
        yield "only verb"
    behind = [a for a, _ in case.people if a >= case.figure.end]
    if behind and hit.start > min(behind):
        yield "beyond the next figure"
    told = class_of(hit.entry)
    usual = class_of(case.told.usual)
    known = {class_of(role) for role in case.told.roles}
    if usual:
        yield "as usual" if told == usual else "as once" if told in known else "new"


def _position(hit: Hit, case: Case) -> Iterator[str]:
    """What stands right before the verb, and whether it is the first or the last."""
    left = hit.end <= case.figure.start
    beside = {entry: _beside(hit, entry, case) for entry in ("finite", "purpose", "and", "clause")}
    yield from (f"led by {entry}" for entry, there in beside.items() if there)
    if left:
        if owned(hit, case.figure.start, case.sentence):
            yield "owns"
        if case.left and hit is case.left[-1]:
            yield "nearest"
        return
    between = case.sentence.text[case.figure.end : hit.start]
    if not beside["finite"] and len(re.findall(r"\w+", between)) <= 1:
        yield "participle"
    if case.right and hit is case.right[0]:
        yield "nearest"
    if case.right and hit is case.right[-1]:
        yield "last"
    if case.right and hit is main_verb(case.right[0], case.figure.end, case.sentence, case.people):
        yield "main"


def _beside(hit: Hit, entry: str, case: Case) -> bool:
    text = case.sentence.text
    ends = (h.end for h in case.sentence.words(entry) if 0 <= hit.start - h.end <= 40)
    return any(len(text[end : hit.start].split()) <= 1 for end in ends)
