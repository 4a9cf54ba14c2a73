"""A number as a sentence has it: digits, words, orders of magnitude, with its sign and its scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from waymark.extract.sentences import Sentence
from waymark.lexicon.numerals import Numerals
from waymark.model import Approx

_HALVED = 100  # "two hundred and a half" is nothing people say
_UNIT = re.compile(r"km(?!\w)")  # "480km" is one word
_ORDINAL = re.compile(r"\.?[ªº]")  # "na 2.ª esquadra"


@dataclass(frozen=True)
class Numeral:
    """A number as a sentence has it."""

    start: int
    end: int
    value: float
    upper: float | None = None
    approx: Approx = Approx.EXACT
    vague: bool = False
    currency: str = ""
    unit: str = ""  # ratio.percent, ratio.response_rate, ratio.times when the form itself says so
    spelled: bool = False
    collective: bool = False  # a dozen, une vingtaine
    group: int = 0  # end of the noun inside a ratio: "une demande sur dix"


def atoms(sentence: Sentence, grammar: Numerals) -> Iterator[Numeral]:
    """Yield every number of a sentence as it is written, by start."""
    done = sentence.start  # "22 por ciento": the hundred is no number of its own
    for match in grammar.expression.finditer(sentence.text, sentence.start, sentence.end):
        if match.start() < done:
            continue
        number = read(match, grammar, sentence.article.body)
        if number:
            number = and_half(number, number.end, sentence, grammar)
            percent = grammar.percent.match(sentence.text, number.end, sentence.end)
            if percent:
                number = replace(number, end=percent.end(), unit="ratio.percent")
            elif match["digits"] and (unit := _UNIT.match(sentence.text, number.end, sentence.end)):
                number = replace(number, end=unit.end(), unit="distance.km")
            done = number.end
            yield number


def and_half(number: Numeral, at: int, sentence: Sentence, grammar: Numerals) -> Numeral:
    """ "two and a half million", and behind the noun at ``at``: "sete anos e meio"."""
    half = grammar.half.match(sentence.text, at, sentence.end)
    if not half or number.vague or number.value >= _HALVED:
        return number
    end = half.end() if at == number.end else number.end
    return replace(number, end=end, value=(number.value + 0.5) * grammar.scaled(half["scale"]))


def read(match: re.Match[str], grammar: Numerals, body: str) -> Numeral | None:
    """Return the number of a match of the grammar's expression; None for codes and the article "one"."""
    scale = grammar.scaled(match["scale"])
    thousands = scale * (grammar.scaled(match["words"]) if match["words"] else 1.0)
    rest = float(match["rest"] or 0) if thousands == 1000 else 0.0  # "4 mil 419", "mil 090"
    before, after = (
        grammar.currency(body[slice(*match.span(side))]) if match[side] else "" for side in ("sign", "after")
    )
    if match["sign"] and match.end("sign") == match.start("digits"):
        before = before or grammar.code(match["sign"])
    if before and _is_room(match, scale):
        before = ""
    start = match.start() if before or not match["sign"] else match.start("digits")
    end = match.end() if after or not match["after"] else match.start("after")
    end = end if rest or not match["rest"] else match.start("rest")
    common = {"start": start, "end": end, "currency": before or after}
    if match["digits"]:
        glued = grammar.glued.get(match["glued"] or "", 1.0)
        if not _counts(match, body):
            return None
        value = grammar.digits(match["digits"], scaled=scale * glued != 1) * scale * glued + rest
        return Numeral(value=value, **common) if value else None  # type: ignore[arg-type]
    if match["collective"]:
        value = grammar.collective[" ".join(match["collective"].split())] * scale
        return Numeral(value=value, spelled=True, collective=True, approx=Approx.ABOUT, **common)  # type: ignore[arg-type]
    if match["vague"]:
        value = _product(match["vague"], grammar) * scale
        return Numeral(value=value, vague=True, approx=Approx.AT_LEAST, spelled=True, **common)  # type: ignore[arg-type]
    value = (grammar.spelled(match["words"]) or grammar.scaled(match["words"])) * scale + rest
    return Numeral(value=value, spelled=True, **common) if value >= 1 else None  # type: ignore[arg-type]


def _counts(match: re.Match[str], body: str) -> bool:
    """Digits after a nought are a code, but for "0.5" and a bracketed "(05)"."""
    start, end = match.span("digits")
    if _ORDINAL.match(body, end):
        return False
    bracketed = end - start == 2 and body[start - 1 : start] == "(" and body[end : end + 1] == ")"
    return not match["digits"].startswith("0") or bracketed or bool(re.match(r"0[.,]\d", match["digits"]))


def _is_room(match: re.Match[str], scale: float) -> bool:
    """ "Building P3": one letter and few digits are no price."""
    sign = match["sign"].strip()
    return (
        len(sign) == 1 and sign.isalpha() and len(match["digits"]) < 3 and scale == 1 and not match["glued"]
    )


def _product(text: str, grammar: Numerals) -> float:
    value = 1.0
    for word in re.findall(r"\w+", text):
        value *= grammar.vague.get(word, 1.0)
    return value
