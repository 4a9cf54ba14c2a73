"""Everything a text says that may be the role of people a number counts, each with its features."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waymark.extract.case import STATES, Case, class_of, is_pending
from waymark.extract.company import company
from waymark.extract.lists import shared_role
from waymark.extract.remembered import FEW, MEMORY, Said, remembered
from waymark.extract.verbs import verb_features
from waymark.lexicon import Hit

_TAKEN_FROM = re.compile(r"\)?\s(?:from|de|a|aupres de|of|dari)\s")
_CROWD = 5000  # so many are seldom freed or arrested at once
_KEPT = ("held", "workers", "trapped")  # of suspects, whom the police keep
UNTOLD = "nothing tells what happened"  # the rule of a figure without a role


@dataclass(frozen=True)
class Candidate:
    """A role, what says so, and the features by which it is weighed."""

    role: str
    features: frozenset[str]
    rule: str
    here: bool = False  # a word of the sentence says so


def candidates(case: Case) -> tuple[Candidate, ...]:
    """Return all that may be the role of a figure's people; last of all the empty role: nothing tells it."""
    found = [*_verbs(case), *_nouns(case), *_amounts(case), *remembered(case)]
    hints = _hints(case)
    told = [_weighed(said, hints, company(said, case)) for said in found]
    sources = {f"nothing beside {said.source}" for said in found}
    size = "nothing: many" if case.figure.number.value > _CROWD else "nothing: not many"
    return (*told, Candidate("", frozenset(("nothing", size, *sources)), UNTOLD))


def _weighed(said: Said, hints: dict[str, str], others: Iterable[str]) -> Candidate:
    """Add the source, alone and with the role, its company, and where the hints agree and differ."""
    told, source = class_of(said.role), said.source
    named = [source, f"{source}: {told}", f"{source}: {'state' if said.role in STATES else 'action'}"]
    for hint, other in hints.items():
        if other and hint != source:
            named.append(f"{source} {'as' if other == told else 'unlike'} {hint}")
    return Candidate(said.role, frozenset((*named, *others, *said.features)), said.rule, source not in MEMORY)


def _hints(case: Case) -> dict[str, str]:
    """What else the text says, by its source: what agrees with it weighs more."""
    told, value = case.told, case.figure.number.value
    roles = {
        "the list": shared_role(case.before, case.figure, case.sentence),
        "the people before": told.of,
        "the noun": case.nouns[0].entry if case.nouns else "",
        "the count": told.counts.get(value, "") if value > FEW else "",
        "the story": told.main,
    }
    return {hint: class_of(role) for hint, role in roles.items()}


def _verbs(case: Case) -> Iterator[Said]:
    """The verbs of the sentence, on the side of the figure where they can be its own."""
    suspects = any(noun.entry == "arrested" for noun in case.nouns)
    for hit in case.verbs:
        side = case.side(hit)
        if (side == "before" and hit.table == "role>") or (side == "behind" and hit.table == "role<"):
            continue
        if is_pending(hit, case.sentence):
            yield Said(f"pending {side}", "held", verb_features(hit, case), "words.pending")
        else:
            role = "arrested" if suspects and hit.entry in _KEPT else hit.entry
            yield Said(f"verb {side}", role, verb_features(hit, case), _rule(hit))


def _nouns(case: Case) -> Iterator[Said]:
    """What the figure's own words say of its people."""
    figure = case.figure
    for hit in case.sentence.of("role!"):
        if figure.start <= hit.start < figure.end:
            yield Said("is", hit.entry, (), f"roles.is.{hit.entry}: {hit.pattern}")
    for hit in case.nouns[:1]:
        features = (f"noun: {hit.entry}", *(("noun: beside an amount",) if case.money else ()))
        yield Said("the noun", hit.entry, features, f"roles.noun.{hit.entry}: {hit.pattern}")


def _amounts(case: Case) -> Iterator[Said]:
    """An amount beside victims, or taken from the people counted."""
    text, start = case.sentence.text, case.figure.start
    if any(m.end <= start and _TAKEN_FROM.fullmatch(text, m.end, start) for m in case.money):
        yield Said("an amount taken", "scam_victim", (), "an amount taken")
    if case.money and any(hit.entry == "trafficked" for hit in case.nouns[:1]):
        yield Said("victims and an amount", "scam_victim", (), "a victim beside an amount")


def _rule(hit: Hit) -> str:
    return f"{hit.table}.{hit.entry}: {hit.pattern}"
