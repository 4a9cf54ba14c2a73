"""What was said of people before a figure, in its sentence and in the text: candidates for its own role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waymark.extract.case import Case, class_of
from waymark.extract.lists import in_list, shared_role
from waymark.extract.verbs import steps

MEMORY = frozenset({"the list", "the people before", "the count", "the story", "the whole"})
FEW = 2  # counts so small are told of many things
_MANY = 20
_LIST = (1, 3, 6, 10, 20)


@dataclass(frozen=True)
class Said:
    """A role that something says, by its source, with features and the rule to show."""

    source: str
    role: str
    features: Iterable[str]
    rule: str


def remembered(case: Case) -> Iterator[Said]:
    """Yield what the list, the people before, the same number, the story and the whole say."""
    for said in (_list(case), _people(case), _count(case), _story(case), _whole(case)):
        if said:
            yield Said(said.source, said.role, [f"{said.source}: {one}" for one in said.features], said.rule)


def _list(case: Case) -> Said | None:
    """ "rescued 383 Filipinos, 202 Chinese"."""
    role = shared_role(case.before, case.figure, case.sentence)
    features = (*_listed(case), _verbs(case), _noun(case)) if role else ()
    return Said("the list", role, features, "as the figure before") if role else None


def _listed(case: Case) -> Iterator[str]:
    last, figure = case.before[-1], case.figure
    between = case.sentence.text[last.end : figure.start]
    true = {
        "in a row": in_list(last, figure, case.sentence),
        "but": case.words("but", last.end, figure.start) > 0,
        "verb between": any(last.end <= h.start < figure.start for h in case.verbs),
        "a part": case.part,
        "an aside": case.aside is not None,
        "unsure": last.guessed,
        "semicolon": ";" in between,
    }
    yield from (feature for feature, holds in true.items() if holds)
    yield "verb behind" if case.right else "no verb behind"
    yield f"words {steps(len(between.split()), _LIST)}"


def _people(case: Case) -> Said | None:
    """ "They came from nine countries: 60 are Thais": those spoken of last."""
    told, figure = case.told, case.figure
    said = [_verbs(case), "not first" if case.before else "first", _noun(case), "near" if told.of else "far"]
    said.append(f"by {figure.rule.partition('.')[0].partition(' ')[0]}")
    true = {"vague": figure.number.vague, "a part": case.part, "an aside": case.aside is not None}
    said += [feature for feature, holds in true.items() if holds]
    return Said("the people before", told.last, said, "as the people before") if told.last else None


def _count(case: Case) -> Said | None:
    """The same number, told before."""
    value, counts = case.figure.number.value, case.told.counts
    said = [_verbs(case), "not first" if case.before else "first", "many" if value > _MANY else "few"]
    said += ["verb before" if case.left else "no verb before", *(["the"] if case.definite else [])]
    known = value > FEW and value in counts
    return Said("the count", counts[value], said, "the same number before") if known else None


def _story(case: Case) -> Said | None:
    """What the headline, or the first figure, says of its people."""
    main = case.told.main
    own = any(class_of(h.entry) == class_of(main) for h in case.done)
    said = (_verbs(case), "a verb says so" if own else "no verb says so")
    return Said("the story", main, said, "as the article's first people") if main else None


def _whole(case: Case) -> Said | None:
    """Those counted a moment ago, of whom these may be a part."""
    whole = case.told.whole(case.figure.number.value)
    said = [_verbs(case), _noun(case)]
    said += [feature for feature, holds in {"a part": case.part, "the": case.definite}.items() if holds]
    return Said("the whole", whole, said, "a part of those before") if whole else None


def _verbs(case: Case) -> str:
    return "verbs" if case.left or case.right else "no verb"


def _noun(case: Case) -> str:
    return "noun left out" if case.figure.inherited else "own noun"
