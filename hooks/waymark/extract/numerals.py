"""Numbers of a sentence: digits, words, ranges, ratios, orders of magnitude, with what qualifies them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from waymark.extract.sentences import Sentence
from waymark.lexicon import Lexicon
from waymark.lexicon.numerals import Numerals
from waymark.model import Approx

# What went up or down, as stems of all languages: "from $7,000 to $15,500" is then two amounts, no range.
_CHANGE = re.compile(
    r"(?<!\w)(?:rose|rais|rise|risen|grew|grow|increas|jump|climb|soar|surg|fell|fall|drop|cut|went|pass|augment|grimp"
    r"|bondi|baiss|subi|aument|cresc|crec|salt|cay|cai|redu|naik|turun|melonjak|meningkat|menjadi)"
)
_PLUS = re.compile(r"\+|-plus(?!\w)")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000})


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


def numerals(sentence: Sentence, lexicon: Lexicon, taken: list[tuple[int, int]]) -> list[Numeral]:
    """Return the numbers that stand outside the spans already read as dates or distractors, by start."""
    grammar = lexicon.numerals
    found = [n for n in _atoms(sentence, grammar) if not any(n.start < b and a < n.end for a, b in taken)]
    found = _doubled(_join_dozens(_join_thousands(found, sentence, grammar), sentence), sentence)
    found = _join_ranges(found, sentence, grammar)
    found = [
        n for n in found if n.value > 1 or n.upper or not n.spelled or n.unit
    ]  # "one" is an article, "one to three" is not
    found = _without_denominators([_ratio(number, sentence, grammar) for number in found])
    found += _articles_in_ratios(sentence, grammar, found)
    folds = [Numeral(h.start, h.end, float(h.entry), unit="ratio.times") for h in sentence.of("fold")]
    found = [n for n in found if not any(n.start < f.end and f.start < n.end for f in folds)] + folds
    return sorted((_qualify(n, sentence) for n in found), key=lambda n: n.start)


def _atoms(sentence: Sentence, grammar: Numerals) -> Iterator[Numeral]:
    read = sentence.start  # "22 por ciento": the hundred is no number of its own
    for match in grammar.expression.finditer(sentence.text, sentence.start, sentence.end):
        if match.start() < read:
            continue
        number = _read(match, grammar, sentence.article.body)
        if number:
            percent = grammar.percent.match(sentence.text, number.end, sentence.end)
            read = percent.end() if percent else read
            yield replace(number, end=percent.end(), unit="ratio.percent") if percent else number


def _read(match: re.Match[str], grammar: Numerals, body: str) -> Numeral | None:
    scale = grammar.scaled(match["scale"])
    thousands = scale * (grammar.scaled(match["words"]) if match["words"] else 1.0)
    rest = float(match["rest"] or 0) if thousands == 1000 else 0.0  # "4 mil 419", "mil 090"
    before, after = (
        grammar.currency(body[slice(*match.span(side))]) if match[side] else "" for side in ("sign", "after")
    )
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
    bracketed = end - start == 2 and body[start - 1 : start] == "(" and body[end : end + 1] == ")"
    return not match["digits"].startswith("0") or bracketed or bool(re.match(r"0[.,]\d", match["digits"]))


def _product(text: str, grammar: Numerals) -> float:
    value = 1.0
    for word in re.findall(r"\w+", text):
        value *= grammar.vague.get(word, 1.0)
    return value


def _join_thousands(found: list[Numeral], sentence: Sentence, grammar: Numerals) -> list[Numeral]:
    """ "mille deux cents", "dua ribu lima ratus" are one number."""
    joined: list[Numeral] = []
    for number in found:
        last = joined[-1] if joined else None
        words = last is not None and last.spelled and number.spelled and not (last.vague or number.vague)
        if (
            last
            and words
            and last.value >= 1000 > number.value
            and last.value % 1000 == 0
            and not (last.currency or last.unit or number.collective)
            and grammar.joint.fullmatch(sentence.text, last.end, number.start)
        ):
            joined[-1] = replace(number, start=last.start, value=last.value + number.value)
        else:
            joined.append(number)
    return joined


def _doubled(found: list[Numeral], sentence: Sentence) -> list[Numeral]:
    """ "soixante-dix-huit (78) Béninois" is one number, said twice."""
    kept: list[Numeral] = []
    for number in found:
        last = kept[-1] if kept else None
        gap = sentence.text[last.end : number.start] if last else ""
        if (
            last
            and gap == " ("
            and last.value == number.value
            and sentence.text[number.end : number.end + 1] == ")"
        ):
            kept[-1] = replace(last, end=number.end + 1)
        else:
            kept.append(number)
    return kept


def _without_denominators(found: list[Numeral]) -> list[Numeral]:
    """ "six in ten": the ten is no number of its own."""
    ratios = [n for n in found if n.unit == "ratio.response_rate"]
    return [n for n in found if n in ratios or not any(r.start <= n.start < r.end for r in ratios)]


def _join_dozens(found: list[Numeral], sentence: Sentence) -> list[Numeral]:
    """ "two dozen", "duas dúzias" are one number."""
    joined: list[Numeral] = []
    for number in found:
        last = joined[-1] if joined else None
        times = last is not None and last.value <= 20 and not (last.upper or last.unit or last.currency)
        many = number.collective or (number.vague and number.value <= 100)
        if last and times and many and sentence.text[last.end : number.start] == " ":
            joined[-1] = replace(
                number, start=last.start, value=last.value * number.value, vague=False, collective=True
            )
        else:
            joined.append(number)
    return joined


def _join_ranges(found: list[Numeral], sentence: Sentence, grammar: Numerals) -> list[Numeral]:
    joined: list[Numeral] = []
    for number in found:
        last = joined[-1] if joined else None
        alike = last is not None and (not last.unit or last.unit == number.unit)
        if (
            last
            and alike
            and last.upper is None
            and not last.vague
            and _is_range(last, number, sentence, grammar)
        ):
            scale = number.value / max(_bare(number, sentence, grammar), 1e-9)
            low = (
                last.value * scale if last.value * scale < number.value and last.value < 1000 else last.value
            )
            joined[-1] = replace(
                number,
                start=last.start,
                value=low,
                upper=number.value,
                currency=number.currency or last.currency,
            )
        else:
            joined.append(number)
    return joined


def _bare(number: Numeral, sentence: Sentence, grammar: Numerals) -> float:
    """The value without its scale words: "20 to 30 million" scales both ends."""
    text = sentence.text[number.start : number.end]
    return number.value / grammar.scaled(text) if not number.spelled else number.value


def _is_range(low: Numeral, high: Numeral, sentence: Sentence, grammar: Numerals) -> bool:
    moved = sentence.of("fold") or _CHANGE.search(
        sentence.text, max(sentence.start, low.start - 40), low.start
    )
    if low.currency and high.currency and (moved or low.currency != high.currency):
        return False
    between = sentence.text[low.end : high.start]
    before = sentence.text[max(sentence.start, low.start - 24) : low.start]
    if grammar.range_to.fullmatch(between):
        return low.value < high.value
    opened = grammar.range_open.search(before)
    return bool(grammar.range_and.fullmatch(between) and opened and low.value < high.value)


def _ratio(number: Numeral, sentence: Sentence, grammar: Numerals) -> Numeral:
    """ "two in five", "3 sur 10": a small number, at most two words, then a larger one."""
    if number.upper or number.unit or number.currency or number.value > 20:
        return number
    return _denominator(number.start, number.value, number.end, sentence, grammar) or number


def _articles_in_ratios(sentence: Sentence, grammar: Numerals, found: list[Numeral]) -> list[Numeral]:
    """ "une demande sur dix": the article counts as one."""
    ratios = []
    for one in re.finditer(
        rf"(?<!\w)(?:{'|'.join(sorted(grammar.one)) or '(?!)'})(?!\w)",
        sentence.text[sentence.start : sentence.end],
    ):
        start, end = sentence.start + one.start(), sentence.start + one.end()
        ratio = _denominator(start, 1.0, end, sentence, grammar)
        if ratio:
            found[:] = [n for n in found if not (n.start < ratio.end and ratio.start < n.end)]
            ratios.append(ratio)
    return ratios


def _denominator(start: int, value: float, end: int, sentence: Sentence, grammar: Numerals) -> Numeral | None:
    link = grammar.ratio.match(sentence.text, end, sentence.end)
    below = grammar.expression.match(sentence.text, link.end(), sentence.end) if link else None
    number = _read(below, grammar, sentence.article.body) if below else None
    if (
        not link
        or not number
        or number.value > 1000
        or number.value <= value
        or number.currency
        or number.vague
    ):
        return None
    return Numeral(
        start, number.end, value / number.value, unit="ratio.response_rate", spelled=True, group=link.end()
    )


def _qualify(number: Numeral, sentence: Sentence) -> Numeral:
    """Attach "more than", "about" that stands right before the number."""
    before = [
        hit for hit in sentence.of("approx") if hit.end <= number.start + 4 and hit.start < number.start
    ]
    for hit in sorted(before, key=lambda hit: (-hit.end, hit.start)):
        gap = sentence.text[hit.end : number.start]
        if (
            re.fullmatch(
                r"[\s(\"]*(?:d'|l'|(?:un|une|de|des|les|the|a|an|some|los|las|unos|unas|os|as) )?\s*", gap
            )
            or hit.end > number.start
        ):
            return replace(number, start=hit.start, approx=Approx(hit.entry))
    plus = _PLUS.match(sentence.text, number.end, sentence.end)
    return replace(number, end=plus.end(), approx=Approx.MORE_THAN) if plus else number
