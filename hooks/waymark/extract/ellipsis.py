"""Numbers without their noun: "390 dollars out of 800", "100,000 in Cambodia", "57 Vietnamese"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waymark.extract.bare import ENDS, MILLION, Bare, right_behind, without_small_change
from waymark.extract.bare_ages import bare_age
from waymark.extract.figure import BREAK, Figure, follows
from waymark.extract.labels import labelled, nation, part, turn
from waymark.extract.numeral import Numeral
from waymark.extract.sentences import Sentence
from waymark.extract.told import Told
from waymark.lexicon import Hit

_COUNTED = ("people", "site", "money", "case", "count")  # classes whose noun may be left out next time
_REGIONS = frozenset(f"count.{area}" for area in ("province", "city", "district", "state", "region", "town"))
_DATED = re.compile(r"\s+\w{2,4}\s+(?:19|20)\d\d(?!\d)")  # "and 1,386 in 2023"
_NEAR = 80  # characters between a figure and one that takes its noun
_ACTIONS = frozenset({"arrested", "rescued", "repatriated", "intercepted", "killed"})
_CODE = re.compile(r"(?<!\w)[A-Z]{2,3} ?\Z")  # "flight GA 867"
_FEW = 3  # counts so small are told of many things
_AUXILIARY = 20  # characters between "were" and the verb


def elliptic(number: Numeral, sentence: Sentence, before: list[Figure], told: Told) -> Figure | None:
    """Return the figure of a number whose noun is left out; None when nothing says what it counts."""
    last = next((f for f in reversed(before) if f.unit != "ratio.percent"), None)
    if last and last.unit in _REGIONS:  # "217 requests from 17 provinces: Riau 96, Bali 71"
        last = next((f for f in reversed(before) if f.unit.startswith(("people", "case"))), last)
    counted = last if last and last.unit.startswith(_COUNTED) else None
    people = next((f for f in reversed(before) if f.unit.startswith("people")), None)
    money = next((f for f in reversed(before) if f.unit.startswith("money.")), None)
    bare = Bare(number, sentence, counted, people, money, told)
    age = bare_age(number, sentence, last)
    if age:
        return age
    rules = (nation, turn, labelled, part, _known, _left_out, _amount, _verb, _at_the_end)
    return next((figure for rule in rules if (figure := rule(bare))), None)


def _left_out(bare: Bare) -> Figure | None:
    """ "99 others", "100,000 in Cambodia", "5,000 are Chinese"."""
    bare = without_small_change(bare)
    number, sentence = bare.number, bare.sentence
    if not (bare.last or bare.told.of or bare.told.main or bare.thing or number.vague):
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
        return Figure(number, bare.unit, number.end, "left out", inherited=True)
    return None


def _amount(bare: Bare) -> Figure | None:
    """ "the number of those freed rose to 775", "from 1,099 cases to 1,386"."""
    if not right_behind(bare, "amounts_to"):
        return None
    if bare.last:
        return Figure(bare.number, bare.last.unit, bare.number.end, "amounts to", inherited=True)
    before = [h.entry for h in bare.sentence.of("unit") if h.end <= bare.number.start]
    after = [h.entry for h in bare.sentence.of("unit") if h.start >= bare.number.end]
    named = [e for e in before if e.startswith(("people", "case"))] or [e for e in after[:1] if e == "people"]
    people = [e for e in named if e.startswith("people.")]
    unit = (people[-1:] or named[-1:] or [""])[0]
    return Figure(bare.number, unit, bare.number.end, f"amounts to + {unit}") if unit else None


def _verb(bare: Bare) -> Figure | None:
    """ "281 arrested", "168 were rescued", "Police arrest 281 in raids"."""
    text, number = bare.sentence.text, bare.number
    before = [h for t in ("role", "role<") for h in bare.sentence.of(t) if h.end + 1 == number.start]
    if (
        before
        and before[-1].entry in _ACTIONS
        and number.value > _FEW
        and text[number.end : number.end + 1] in (" ", ".", ",", ";", ":", ")")
    ):
        return Figure(number, "people", number.end, f"role.{before[-1].entry}: {before[-1].pattern}")
    verb = next(_verbs(bare), None)
    if verb is None or number.value <= 1 or "\n" in text[number.end : verb.start]:
        return None
    return Figure(number, "people", verb.end, f"role.{verb.entry}: {verb.pattern}")


def _verbs(bare: Bare) -> Iterator[Hit]:
    text, number = bare.sentence.text, bare.number
    verbs = [*bare.sentence.of("role"), *bare.sentence.of("role>")]
    yield from (h for h in verbs if follows(number, h.start, text, 0))
    for auxiliary in bare.sentence.words("elliptic"):
        if follows(number, auxiliary.start, text, 0):
            near = (h for h in verbs if 0 <= h.start - auxiliary.end < _AUXILIARY)
            yield from (h for h in near if not BREAK.search(text[number.end : h.start]))


def _at_the_end(bare: Bare) -> Figure | None:
    """ "They searched 250 places and closed nearly 200.": nothing follows that it could count."""
    bare = without_small_change(bare)
    number, last = bare.number, bare.last
    if number.value >= MILLION and bare.money:
        last = bare.money  # "19 cars and assets worth 8.4 million"
    if not last or number.value < 2 or not ENDS.match(bare.sentence.text, number.end, bare.sentence.end):
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


def _known(bare: Bare) -> Figure | None:
    """ "None of the 34": people, sites or cases counted before are meant."""
    number, told = bare.number, bare.told
    if number.value <= _FEW or not any(
        0 <= number.start - h.end <= 1 for h in bare.sentence.words("definite")
    ):
        return None
    if number.value in told.counts:
        return Figure(number, "people", number.end, "a count told before")
    thing = told.things.get(number.value, "")
    return Figure(number, thing, number.end, "a count told before", inherited=True) if thing else None
