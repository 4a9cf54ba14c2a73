"""What happened to the people of each figure: the verb, noun or earlier word that most likely tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waymark.extract.candidates import UNTOLD, candidates
from waymark.extract.case import Case
from waymark.extract.figure import Figure
from waymark.extract.lists import in_list, shared_back
from waymark.extract.ranking import Choice, choose
from waymark.extract.sentences import Sentence
from waymark.extract.told import Told
from waymark.weights import Weights

_TOLD = frozenset({"arrested", "rescued", "repatriated", "intercepted", "fled", "killed"})
_BESIDE_PEOPLE = frozenset(f"count.{one}" for one in ("expert", "officer", "official", "relative"))
_COUNTS = {"injured": "count.injured"}  # a role that is no unit of people


def with_roles(found: Sequence[Figure], sentence: Sentence, told: Told, weights: Weights) -> list[Figure]:
    """Return the figures with the role of people in their unit.

    One whose role is likely but not sure is marked; one whose role is not even likely has the rule UNTOLD.
    """
    out: list[Figure] = []
    for figure in found:
        if figure.unit in _BESIDE_PEOPLE:
            out.append(_beside_people(figure, out, sentence))
            continue
        if figure.unit.partition(".")[0] != "people" or ("." in figure.unit and not figure.inherited):
            out.append(figure)
            continue
        others = [other for other in found if other is not figure]
        case = Case(figure, sentence, out, others, told)
        choice = choice_of(case, weights)
        if not choice.role or choice.share < weights.told:
            out.append(replace(figure, unit="people", rule=UNTOLD, guessed=True))
        else:
            rule = f"{figure.rule} + {choice.rule}"
            unsure = choice.share < weights.sure
            out.append(replace(figure, unit=unit_of(choice.role), rule=rule, guessed=unsure))
    return shared_back(out, sentence)


def _beside_people(figure: Figure, before: Sequence[Figure], sentence: Sentence) -> Figure:
    """ "134 survivors and 29 aid workers were heard"."""
    last = before[-1] if before else None
    if last is None or last.role != "interviewed" or last.guessed or not in_list(last, figure, sentence):
        return figure
    return replace(figure, unit=last.unit, rule=f"{figure.rule} + as the figure before")


def choice_of(case: Case, weights: Weights) -> Choice:
    """Return what most likely happened to the people of a figure."""
    return choose(candidates(case), weights)


def only_role(sentence: Sentence) -> str:
    """Return what a sentence tells of people where it tells one thing only: "The arrested come from far"."""
    told = {h.entry for h in sentence.of("role") if h.entry in _TOLD}
    return told.pop() if len(told) == 1 and not sentence.of("hold") else ""


def unit_of(role: str) -> str:
    """Return the unit of the codebook that counts people of a role."""
    return _COUNTS.get(role, f"people.{role}")
