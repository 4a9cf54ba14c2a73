"""What happened to the people of each figure: its own verb, the list it stands in, or who was spoken of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from waymark.extract.figure import Figure
from waymark.extract.lists import in_list, shared_back, shared_role
from waymark.extract.roles import STATES, role_of
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit

UNTOLD = "no verb: a guess"  # the rule of a figure of which nothing says what happened to its people
_UNKNOWN = "trafficked"  # what most people counted in this news are
_TOLD = frozenset({"arrested", "rescued", "repatriated", "intercepted", "fled", "killed"})
_TAKEN_FROM = re.compile(r"\)?\s(?:from|de|a|aupres de|of|dari)\s")
_OPENED = re.compile(r"[(]|\s-\s?")
_COUNTS = {"injured": "count.injured"}  # a role that is no unit of people
# What a noun says of people and what a verb meant for others cannot both be true.
_AT_ODDS = {
    "trafficked": frozenset({"arrested", "sanctioned"}),
    "arrested": frozenset({"rescued", "scam_victim", "trafficked", "forced", "killed"}),
}


@dataclass(frozen=True)
class Spoken:
    """What the text before said of people: the role of those counted last, and of each count."""

    of: str = ""
    counts: Mapping[float, str] = field(default_factory=dict)


def with_roles(found: Sequence[Figure], sentence: Sentence, spoken: Spoken) -> list[Figure]:
    """Return the figures with the role of people in their unit; a role that is a guess is marked."""
    out: list[Figure] = []
    for figure in found:
        if figure.unit.partition(".")[0] != "people" or ("." in figure.unit and not figure.inherited):
            out.append(figure)
            continue
        if _robbed(figure, sentence, found):
            out.append(replace(figure, unit="people.scam_victim", rule=f"{figure.rule} + an amount taken"))
            continue
        people = [(f.start, f.end) for f in found if f is not figure and f.unit.startswith("people")]
        shared = shared_role(out, figure, sentence)
        role, rule = _stated(figure, sentence, people, shared, spoken, out)
        role, rule = _meant(figure, sentence, role, rule)
        role = "arrested" if role in ("held", "workers") and _suspected(figure, sentence) else role
        if not role and figure.number.value in spoken.counts and figure.number.value > 2:
            role, rule = spoken.counts[figure.number.value], "the same number before"
        guessed = not role and not shared
        if not role:
            role, rule = (shared, "as the figure before") if shared else ("", "")
            if not role or _at_odds(figure, sentence, role):
                role, rule = _guess(figure, sentence, found, spoken)
                guessed = True
        rule = f"{figure.rule} + {rule}"
        out.append(replace(figure, unit=unit_of(role), rule=rule, guessed=guessed))
    return shared_back(out, sentence)


def only_role(sentence: Sentence) -> str:
    """Return what a sentence tells of people where it tells one thing only: "The arrested come from far"."""
    told = {h.entry for h in sentence.of("role") if h.entry in _TOLD}
    return told.pop() if len(told) == 1 and not sentence.of("hold") else ""


def unit_of(role: str) -> str:
    """Return the unit of the codebook that counts people of a role."""
    return _COUNTS.get(role, f"people.{role}")


def _stated(
    figure: Figure,
    sentence: Sentence,
    people: list[tuple[int, int]],
    shared: str,
    spoken: Spoken,
    before: list[Figure],
) -> tuple[str, str]:
    """What a verb, the list it stands in, or an aside says of a figure; empty when nothing does."""
    if shared and in_list(before[-1], figure, sentence):
        own = role_of(figure.start, figure.end, sentence, people, near=True)
        return own if own[0] else (shared, "as the figure before")
    if spoken.of and not before and _whole(figure, sentence):
        return "", ""
    aside = _aside(figure, sentence)
    if figure.rule.startswith("a label") and not before and only_role(sentence):
        return only_role(sentence), "the only verb of the sentence"
    if aside and (shared or spoken.of):
        role, rule = role_of(figure.start, figure.end, sentence, people, near=figure.inherited, within=aside)
        return (role, rule) if role else (shared or spoken.of, "an aside on the people before")
    return role_of(figure.start, figure.end, sentence, people, near=figure.inherited)


def _robbed(figure: Figure, sentence: Sentence, found: Sequence[Figure]) -> bool:
    """ "12 billion won from 104 victims", "228,000 euros (270,000 dollars) auprès de 531 personnes"."""
    for money in found:
        gap = sentence.text[money.end : figure.start] if money.unit.startswith("money.") else ";"
        if money.end <= figure.start and _TAKEN_FROM.fullmatch(gap):
            return True
    return False


def _aside(figure: Figure, sentence: Sentence) -> tuple[int, int] | None:
    """ "the Thais - 61 men and 58 women - had come to work": the dashes hold who they are."""
    opened = list(_OPENED.finditer(sentence.text, sentence.start, figure.start))
    if not opened or len(opened) % 2 == 0 or sentence.text.rfind(")", opened[-1].start(), figure.start) >= 0:
        return None
    close = re.compile(r"[)]" if opened[-1][0] == "(" else r"\s-\s?")
    end = close.search(sentence.text, figure.end, sentence.end)
    return (opened[-1].end(), end.start()) if end else None


def _at_odds(figure: Figure, sentence: Sentence, role: str) -> bool:
    """ "45 suspects were arrested ... 531 victims": the noun does not go with the verb of the others."""
    return any(role in _AT_ODDS.get(noun.entry, ()) for noun in _nouns(figure, sentence))


def _suspected(figure: Figure, sentence: Sentence) -> bool:
    """ "ten suspects are held": by the police."""
    return any(noun.entry == "arrested" for noun in _nouns(figure, sentence))


def _nouns(figure: Figure, sentence: Sentence) -> list[Hit]:
    """The words of a figure that say by themselves what its people are."""
    return [h for h in sentence.of("role?") if h.start < figure.end and figure.start < h.end]


def _whole(figure: Figure, sentence: Sentence) -> bool:
    """ "Of these 30, 26 were sent home": the whole is who was spoken of."""
    return any(
        0 <= figure.start - h.end <= 1 and h.start - sentence.start < 3 for h in sentence.words("of_those")
    )


def _meant(figure: Figure, sentence: Sentence, role: str, rule: str) -> tuple[str, str]:
    """ "identified 17,793 irregular migrants": the noun says more than a state does."""
    strong = [h for h in sentence.of("role!") if figure.start <= h.start < figure.end]
    if not strong or (role and role not in STATES):
        return role, rule
    return strong[0].entry, f"roles.is.{strong[0].entry}: {strong[0].pattern}"


def _guess(figure: Figure, sentence: Sentence, found: Sequence[Figure], spoken: Spoken) -> tuple[str, str]:
    """Without a verb: what the noun means, else the people counted last; held back from publication."""
    noun = _nouns(figure, sentence)
    if noun and noun[0].entry == "trafficked" and any(f.unit.startswith("money.") for f in found):
        return "scam_victim", "a victim beside an amount"
    if noun:
        return noun[0].entry, f"roles.noun.{noun[0].entry}: {noun[0].pattern}"
    if spoken.of and not figure.number.vague:
        return spoken.of, "as the people before"
    return _UNKNOWN, UNTOLD
