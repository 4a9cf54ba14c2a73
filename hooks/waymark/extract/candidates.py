"""Everything a text says that may be the role of people a number counts, each with its features."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waymark.extract.case import STATES, Case, class_of, is_pending
from waymark.extract.lists import in_list, shared_role
from waymark.extract.verbs import steps, verb_features
from waymark.lexicon import Hit

_TAKEN_FROM = re.compile(r"\)?\s(?:from|de|a|aupres de|of|dari)\s")
_MEMORY = frozenset({"the list", "the people before", "the count", "the story", "the whole"})
_FEW = 2  # counts so small are told of many things
_MANY = 20
_LIST = (1, 3, 6, 10, 20)
_CROWD = 5000  # so many are seldom freed or arrested at once
UNTOLD = (
    "nothing tells what happened"  # the rule of a figure of which nothing says what happened to its people
)


@dataclass(frozen=True)
class Candidate:
    """A role, what says so, and the features by which it is weighed."""

    role: str
    features: frozenset[str]
    rule: str
    here: bool = False  # a word of the sentence says so


def candidates(case: Case) -> tuple[Candidate, ...]:
    """Return all that may be the role of a figure's people; last of all the empty role: nothing tells it."""
    found = [*_verbs(case), *_nouns(case), *_before(case)]
    hints = _hints(case)
    told = [_weighed(source, role, features, rule, hints) for source, role, features, rule in found]
    sources = {f"nothing beside {source}" for source, *_ in found}
    size = "nothing: many" if case.figure.number.value > _CROWD else "nothing: not many"
    return (*told, Candidate("", frozenset(("nothing", size, *sources)), UNTOLD))


_Found = tuple[str, str, Iterable[str], str]


def _weighed(source: str, role: str, features: Iterable[str], rule: str, hints: dict[str, str]) -> Candidate:
    """Add the source, alone and with the role, and where the hints agree and differ."""
    told = class_of(role)
    named = [source, f"{source}: {told}", f"{source}: {'state' if role in STATES else 'action'}"]
    for hint, other in hints.items():
        if other and hint != source:
            named.append(f"{source} {'as' if other == told else 'unlike'} {hint}")
    return Candidate(role, frozenset((*named, *features)), rule, source not in _MEMORY)


def _hints(case: Case) -> dict[str, str]:
    told = case.told
    count = told.counts.get(case.figure.number.value, "") if case.figure.number.value > _FEW else ""
    noun = case.nouns[0].entry if case.nouns else ""
    roles = {
        "the list": shared_role(case.before, case.figure, case.sentence),
        "the people before": told.of,
        "the noun": noun,
        "the count": count,
        "the story": told.main,
    }
    return {hint: class_of(role) for hint, role in roles.items()}


def _verbs(case: Case) -> Iterator[_Found]:
    for hit in case.verbs:
        pending = is_pending(hit, case.sentence)
        left, inside = (
            hit.end <= case.figure.start,
            hit.start < case.figure.end and case.figure.start < hit.end,
        )
        side = "within" if inside else "before" if left else "behind"
        if (side == "before" and hit.table == "role>") or (side == "behind" and hit.table == "role<"):
            continue
        rule = "words.pending" if pending else _rule(hit)
        role = "held" if pending else hit.entry
        yield f"{'pending' if pending else 'verb'} {side}", role, verb_features(hit, case), rule


def _rule(hit: Hit) -> str:
    return f"{hit.table}.{hit.entry}: {hit.pattern}"


def _nouns(case: Case) -> Iterator[_Found]:
    """What the figure's own words say, and an amount beside it."""
    figure, sentence = case.figure, case.sentence
    for hit in sentence.of("role!"):
        if figure.start <= hit.start < figure.end:
            yield "is", hit.entry, (), f"roles.is.{hit.entry}: {hit.pattern}"
    held = next((h for h in case.done if h.entry in ("held", "workers")), None)
    if held and any(hit.entry == "arrested" for hit in case.nouns):
        yield "suspects held", "arrested", (), _rule(held)
    money = [other for other in case.others if other.unit.startswith("money.")]
    for hit in case.nouns[:1]:
        features = (f"noun: {hit.entry}", *(("noun: beside an amount",) if money else ()))
        yield "the noun", hit.entry, features, f"roles.noun.{hit.entry}: {hit.pattern}"
        if money and hit.entry == "trafficked":
            yield "victims and an amount", "scam_victim", (), "a victim beside an amount"
    if any(
        m.end <= figure.start and _TAKEN_FROM.fullmatch(sentence.text, m.end, figure.start) for m in money
    ):
        yield "an amount taken", "scam_victim", (), "an amount taken"


def _before(case: Case) -> Iterator[_Found]:
    """What was said of people before, in the sentence and in the text."""
    told, figure = case.told, case.figure
    verbs = "verbs" if case.left or case.right else "no verb"
    first = "first" if not case.before else "not first"
    noun = "noun left out" if figure.inherited else "own noun"
    shared = shared_role(case.before, figure, case.sentence)
    if shared:
        features = (f"the list: {one}" for one in (*_listed(case), verbs, noun))
        yield "the list", shared, features, "as the figure before"
    if told.last:
        kind = figure.rule.partition(".")[0].partition(" ")[0]
        said = (verbs, first, noun, "near" if told.of else "far", f"by {kind}")
        said += ("vague",) if figure.number.vague else ()
        said += ("a part",) if case.part else ()
        said += ("an aside",) if case.aside else ()
        features = (f"the people before: {one}" for one in said)
        yield "the people before", told.last, features, "as the people before"
    value = figure.number.value
    if value > _FEW and value in told.counts:
        size = "many" if value > _MANY else "few"
        said = (verbs, first, size, "verb before" if case.left else "no verb before")
        said += ("the",) if case.definite else ()
        yield "the count", told.counts[value], (f"the count: {one}" for one in said), "the same number before"
    if told.main:
        own = any(class_of(h.entry) == class_of(told.main) for h in case.done)
        said = (verbs, "a verb says so" if own else "no verb says so")
        yield "the story", told.main, (f"the story: {one}" for one in said), "as the article's first people"
    whole = told.whole(value)
    if whole:
        said = (verbs, noun, *(("a part",) if case.part else ()), *(("the",) if case.definite else ()))
        yield "the whole", whole, (f"the whole: {one}" for one in said), "a part of those before"


def _listed(case: Case) -> Iterator[str]:
    last, figure = case.before[-1], case.figure
    between = case.sentence.text[last.end : figure.start]
    if in_list(last, figure, case.sentence):
        yield "in a row"
    if case.words("but", last.end, figure.start):
        yield "but"
    if any(last.end <= h.start < figure.start for h in case.verbs):
        yield "verb between"
    yield "verb behind" if case.right else "no verb behind"
    if case.part:
        yield "a part"
    if case.aside:
        yield "an aside"
    if last.guessed:
        yield "unsure"
    if ";" in between:
        yield "semicolon"
    yield f"words {steps(len(between.split()), _LIST)}"
