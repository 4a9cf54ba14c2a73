"""Ages without "years": "Chen, 38,", "aged 32 and 27", "a nurse, 68."."""

from __future__ import annotations

import re

from waymark.extract.ages import OLD, YEARS, YOUNGEST, is_term
from waymark.extract.figure import Figure
from waymark.extract.numeral import Numeral
from waymark.extract.sentences import Sentence
from waymark.extract.tallies import tally

_YOUNG = 5
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?P<mark>,\s(?:de\s)?|\s\()\Z")
# "a retired nurse from Ohio, 68,"; a count stands behind a plural
_SOMEONE = re.compile(
    r"(?<!\w)(?:(?P<english>an?)|another|his|her|the (?:elder|younger|older)|une?|sa|son|una|su|uma?|sua|seu"
    r"|seorang)(?: [\w'\"-]+){0,6}(?P<mark>, | \()\Z"
)
_PAIRED = re.compile(rf"(?:(?:, | (?:and|y|et|e|dan) )[1-8]\d){{1,3}},? {YEARS}")  # "de 24 y 28 años"
_STOP = re.compile(r"\.(?:\s|\Z)")
_BOUND, _ALL = re.compile(r"(?:over|under|above|below) \d"), re.compile(r"\b(?:them|all|those|anyone) \Z")
_OF, _END = re.compile(r", (?:de|com|con) \Z"), re.compile(r"[,.;)]")  # "e a namorada, de 27"
_JOINT = re.compile(r",? (?:\w{1,3} )?(?:(?:outr|otr|autr)\w+ de )?|, ")  # "aged 32 and 27"


def bare_age(number: Numeral, sentence: Sentence, before: Figure | None) -> Figure | None:
    """Return the age a number without "years" tells; ``before``: the figure before it."""
    if number.value >= OLD:
        return None
    ages = {sentence.text[h.end : number.start] for h in sentence.words("age") if h.end < number.start}
    if {" ", " de "} & ages:
        return Figure(number, "age.year", number.end, "words.age")
    if number.value <= _YOUNG:
        return None
    if _PAIRED.match(sentence.text, number.end) and number.value >= YOUNGEST and number.upper is None:
        paired = not is_term(number, sentence)
        return Figure(number, "age.year", number.end, "a list of ages") if paired else None
    rule = _rule(number, sentence, before)
    return Figure(number, "age.year", number.end, rule) if rule else None


def _rule(number: Numeral, sentence: Sentence, before: Figure | None) -> str:
    """What makes a number an age; empty when nothing does."""
    if _is_bound(number, sentence):
        return "people over an age"
    if before is not None and _goes_on(number, sentence, before):
        return "a list of ages"
    return "a number beside a name" if _beside_name(number, sentence) else ""


def _is_bound(number: Numeral, sentence: Sentence) -> bool:
    """ "most of them over 65", "women under 30"."""
    bound = _BOUND.match(sentence.text, number.start)
    if not bound or not YOUNGEST < number.value < OLD or number.spelled:
        return False
    people = [h.end for h in sentence.of("unit") if h.entry.startswith("people")]
    return any(end + 1 == number.start for end in people) or bool(_ALL.search(sentence.text, 0, number.start))


def _goes_on(number: Numeral, sentence: Sentence, before: Figure) -> bool:
    """ "aged 32 and 27", "a mechanic of 33 years and his friend, of 27"."""
    if before.unit != "age.year":
        return False
    if before.number.upper is None and _JOINT.fullmatch(sentence.text[before.end : number.start]):
        return True
    apposed = _OF.search(sentence.text, sentence.start, number.start) and _END.match(
        sentence.text, number.end
    )
    return bool(apposed) and number.value >= YOUNGEST


def _beside_name(number: Numeral, sentence: Sentence) -> bool:
    """ "Chen, 38, was charged", "ZX (27)", "a nurse, 68."; "Vietnamese (27)" counts people."""
    body = sentence.article.body
    named = _NAME.search(body, max(sentence.start, number.start - 30), number.start)
    someone = _SOMEONE.search(sentence.text, max(sentence.start, number.start - 70), number.start)
    if someone and someone["english"] and not sentence.article.source.lang.startswith("en"):
        someone = None  # "a Málaga (18)"
    named = someone or named
    if named is None or number.spelled or (someone is None and number.start in tally(sentence)):
        return False
    bracket = "(" in named["mark"]
    closed = body[number.end : number.end + 1] in ((")",) if bracket else (",", ")"))
    closed = closed or (not bracket and bool(_STOP.match(body, number.end)))
    label = someone is None and any(
        0 <= number.start - h.end <= 2 for t in ("demonym", "place") for h in sentence.of(t)
    )
    return closed and not label
