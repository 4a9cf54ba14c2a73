"""Numbers without their noun: "390 dollars out of 800", "100,000 in Cambodia", "57 Vietnamese"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from waymark.extract.ages import bare_age
from waymark.extract.figure import BREAK, Figure, follows
from waymark.extract.numeral import Numeral
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit

_COUNTED = ("people", "site", "money", "case", "count")  # classes whose noun may be left out next time
_REGIONS = frozenset(f"count.{area}" for area in ("province", "city", "district", "state", "region", "town"))
_TURNS = frozenset(f"count.{turn}" for turn in ("batch", "group", "trip", "flight"))
_OF = re.compile(r"(?: of| de| con| with| com| berisi| masing-masing)? |: ?")
_LISTED = re.compile(r", | (?:and|y|et|e|dan) |, (?:and|y|et|e|dan) ")
_ASIDE = re.compile(r"\s?[-(]\s?")
_DATED = re.compile(r"\s+\w{2,4}\s+(?:19|20)\d\d(?!\d)")  # "and 1,386 in 2023"
_BRACKET = re.compile(r"[\w' -]{0,30} \(")  # "the Chinese are the most numerous (3,438)"
_ENDS = re.compile(r"\s?(?:[.,;)]|$)(?!\d)")
_NEAR = 80  # characters between a figure and one that takes its noun
_ACTIONS = frozenset({"arrested", "rescued", "repatriated", "intercepted", "killed"})
_CODE = re.compile(r"(?<!\w)[A-Z]{2,3} ?\Z")  # "flight GA 867"
_TURN = "the people of a turn"
_MILLION = 1e6
_PRICE = 1000  # "another 100" behind an amount are people or things
_FEW = 3  # counts so small are told of many things
_AUXILIARY = 20  # characters between "were" and the verb


@dataclass(frozen=True)
class _Bare:
    """A number without a noun, where it stands, the figure before it, and the people spoken of last."""

    number: Numeral
    sentence: Sentence
    last: Figure | None  # the figure before, when its noun may be left out
    people: Figure | None  # the last people counted before
    money: Figure | None  # the last amount before
    spoken_of: str
    counts: Collection[float]  # of people, told before


def elliptic(
    number: Numeral, sentence: Sentence, before: list[Figure], spoken_of: str, counts: Collection[float]
) -> Figure | None:
    """Return the figure of a number whose noun is left out; None when nothing says what it counts."""
    last = next((f for f in reversed(before) if f.unit != "ratio.percent"), None)
    if last and last.unit in _REGIONS:  # "217 requests from 17 provinces: Riau 96, Bali 71"
        last = next((f for f in reversed(before) if f.unit.startswith(("people", "case"))), last)
    counted = last if last and last.unit.startswith(_COUNTED) else None
    people = next((f for f in reversed(before) if f.unit.startswith("people")), None)
    money = next((f for f in reversed(before) if f.unit.startswith("money.")), None)
    bare = _Bare(number, sentence, counted, people, money, spoken_of, counts)
    age = bare_age(number, sentence, last)
    if age:
        return age
    rules = (_nation, _turn, _labelled, _part, _left_out, _amount, _verb, _at_the_end, _known)
    return next((figure for rule in rules if (figure := rule(bare))), None)


def _nation(bare: _Bare) -> Figure | None:
    """ "57 Vietnamese"."""
    number, text = bare.number, bare.sentence.text
    nation = next((h for h in bare.sentence.of("demonym") if follows(number, h.start, text, 1)), None)
    return (
        Figure(number, "people", nation.end, f"demonym.{nation.entry}: {nation.pattern}") if nation else None
    )


def _turn(bare: _Bare) -> Figure | None:
    """ "in three waves of 400, 154 and 145": people, not waves."""
    if not bare.last:
        return None
    gap = bare.sentence.text[bare.last.end : bare.number.start]
    first = bare.last.unit in _TURNS and _OF.fullmatch(gap) and bare.number.value > bare.last.number.value
    if first or (bare.last.rule == _TURN and _LISTED.fullmatch(gap)):
        return Figure(
            bare.number, bare.people.unit if bare.people else "people", bare.number.end, _TURN, inherited=True
        )
    return None


def _labelled(bare: _Bare) -> Figure | None:
    """ "the Chinese (3,438), then the Vietnamese (1,166)", "China 2,876, Laos with 66": behind a label."""
    number, sentence = bare.number, bare.sentence
    labels = [*sentence.of("demonym"), *sentence.of("place")]
    gaps = {sentence.text[h.end : number.start] for h in labels if h.end <= number.start}
    beside = any(
        0 <= number.start - h.end <= 1 and sentence.text[g : h.start] == " "
        for h in sentence.words("with")
        for g in {h.end for h in labels}
    )
    bracketed = (
        any(_BRACKET.fullmatch(gap) for gap in gaps) and sentence.text[number.end : number.end + 1] == ")"
    )
    listed = ({" ", ": ", ", "} & gaps or beside) and _ENDS.match(sentence.text, number.end, sentence.end)
    if not (bracketed or listed) or not (bare.last or bare.spoken_of):
        return None
    unit = bare.last.unit if bare.last else "people"
    return Figure(number, unit, number.end, "a label's count", inherited=True)


def _part(bare: _Bare) -> Figure | None:
    """ "out of 800", "2,517 arrests - 850 of which"."""
    if not bare.last:
        return None
    aside = _ASIDE.fullmatch(bare.sentence.text, bare.last.end, bare.number.start)
    if aside or _right_behind(bare, "of_those"):
        return Figure(bare.number, bare.last.unit, bare.number.end, "of those", inherited=True)
    return None


def _left_out(bare: _Bare) -> Figure | None:
    """ "99 others", "100,000 in Cambodia", "5,000 are Chinese"."""
    bare = _without_small_change(bare)
    number, sentence = bare.number, bare.sentence
    if not (bare.last or bare.spoken_of or number.vague):
        return None
    links = [*sentence.words("elliptic"), *sentence.words("other"), *sentence.of("place")]
    others = any(0 <= number.start - h.end <= 1 for h in sentence.words("other"))
    at = bool(bare.last) and any(
        follows(number, h.start, sentence.text, 0) for h in sentence.words("place_in")
    )  # "51 were caught in Sihanoukville, 15 in Poipet"
    dated = bool(bare.last) and _DATED.match(sentence.text, number.end, sentence.end) is not None
    if others and bare.last and bare.last.unit.startswith("count.") and bare.people:
        return Figure(number, bare.people.unit, number.end, "others, as the people before", inherited=True)
    if others or dated or at or any(follows(number, h.start, sentence.text, 1) for h in links):
        unit = bare.last.unit if bare.last else "people"
        return Figure(number, unit, number.end, "left out", inherited=True)
    return None


def _without_small_change(bare: _Bare) -> _Bare:
    """Behind an amount "another 100" are people."""
    if bare.last and bare.last.unit.startswith("money.") and bare.number.value < _PRICE:
        return replace(bare, last=bare.people)
    return bare


def _amount(bare: _Bare) -> Figure | None:
    """ "the number of those freed rose to 775", "from 1,099 cases to 1,386"."""
    if not _right_behind(bare, "amounts_to"):
        return None
    if bare.last:
        return Figure(bare.number, bare.last.unit, bare.number.end, "amounts to", inherited=True)
    before = [h.entry for h in bare.sentence.of("unit") if h.end <= bare.number.start]
    after = [h.entry for h in bare.sentence.of("unit") if h.start >= bare.number.end]
    named = [e for e in before if e.startswith(("people", "case"))] or [e for e in after[:1] if e == "people"]
    people = [e for e in named if e.startswith("people.")]
    unit = (people[-1:] or named[-1:] or [""])[0]
    return Figure(bare.number, unit, bare.number.end, f"amounts to + {unit}") if unit else None


def _verb(bare: _Bare) -> Figure | None:
    """ "281 arrested", "168 were rescued", "Police arrest 281 in raids"."""
    text, number = bare.sentence.text, bare.number
    before = [h for t in ("role", "role<") for h in bare.sentence.of(t) if h.end + 1 == number.start]
    if (
        before
        and before[-1].entry in _ACTIONS
        and number.value > _FEW
        and text[number.end : number.end + 1] in (" ", ".", ",")
    ):
        return Figure(number, "people", number.end, f"role.{before[-1].entry}: {before[-1].pattern}")
    verb = next(_verbs(bare), None)
    if verb is None or number.value <= 1 or "\n" in text[number.end : verb.start]:
        return None
    return Figure(number, "people", verb.end, f"role.{verb.entry}: {verb.pattern}")


def _verbs(bare: _Bare) -> Iterator[Hit]:
    text, number = bare.sentence.text, bare.number
    verbs = [*bare.sentence.of("role"), *bare.sentence.of("role>")]
    yield from (h for h in verbs if follows(number, h.start, text, 0))
    for auxiliary in bare.sentence.words("elliptic"):
        if follows(number, auxiliary.start, text, 0):
            near = (h for h in verbs if 0 <= h.start - auxiliary.end < _AUXILIARY)
            yield from (h for h in near if not BREAK.search(text[number.end : h.start]))


def _at_the_end(bare: _Bare) -> Figure | None:
    """ "They searched 250 places and closed nearly 200.": nothing follows that it could count."""
    bare = _without_small_change(bare)
    number, last = bare.number, bare.last
    if number.value >= _MILLION and bare.money:
        last = bare.money  # "19 cars and assets worth 8.4 million"
    if not last or number.value < 2 or not _ENDS.match(bare.sentence.text, number.end, bare.sentence.end):
        return None
    if _CODE.search(bare.sentence.article.body, max(0, number.start - 5), number.start):
        return None
    between = bare.sentence.text[last.end : number.start]
    if (
        len(between) > _NEAR
        or "(" in between
        or not last.unit.startswith(("people", "site", "case", "count", "money."))
    ):
        return None
    return Figure(number, last.unit, number.end, "at the end, as the figure before", inherited=True)


def _known(bare: _Bare) -> Figure | None:
    """ "None of the 34": people counted before are meant."""
    definite = any(0 <= bare.number.start - h.end <= 1 for h in bare.sentence.words("definite"))
    if not definite or bare.number.value not in bare.counts or bare.number.value <= _FEW:
        return None
    return Figure(bare.number, "people", bare.number.end, "a count told before")


def _right_behind(bare: _Bare, entry: str) -> bool:
    return any(h.end <= bare.number.start <= h.end + 2 for h in bare.sentence.words(entry))
