"""Numbers written in several pieces: thousands and hundreds, dozens, ranges, a number said twice."""

from __future__ import annotations

import re
from dataclasses import replace

from waymark.extract.numeral import Numeral
from waymark.extract.sentences import Sentence
from waymark.lexicon.numerals import Numerals

# What went up or down, as stems of all languages: "from $7,000 to $15,500" is then two amounts, no range.
_CHANGE = re.compile(
    r"(?<!\w)(?:rose|rais|rise|risen|grew|grow|increas|jump|climb|soar|surg|swell|swoll|balloon|fell|fall|drop|cut|went"
    r"|pass\w+ d[ea]|pasa\w* de|paso de|augment|grimp|bondi|baiss|subi|aument|cresc|crec|salt|cay|cai|redu"
    r"|naik|turun|melonjak|meningkat|membengkak|bertambah|menjadi)"
)
_MILLION, _THOUSAND = 1_000_000, 1000


def joined(found: list[Numeral], sentence: Sentence, grammar: Numerals) -> list[Numeral]:
    """Return the numbers with those joined that say one amount, by start."""
    found = _join_thousands(_join_millions(found, sentence), sentence, grammar)
    found = _join_dozens(found, sentence, grammar)
    return _join_ranges(_doubled(found, sentence), sentence, grammar)


def _join_millions(found: list[Numeral], sentence: Sentence) -> list[Numeral]:
    """ "2 millones 150 mil" is one number."""
    kept: list[Numeral] = []
    for number in found:
        last = kept[-1] if kept else None
        plain = last is not None and not (last.vague or number.vague or last.unit or last.currency)
        if (
            last
            and plain
            and last.value % _MILLION == number.value % _THOUSAND == 0
            and number.value < _MILLION
            and sentence.text[last.end : number.start] == " "
        ):
            kept[-1] = replace(number, start=last.start, value=last.value + number.value)
        else:
            kept.append(number)
    return kept


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


def _join_dozens(found: list[Numeral], sentence: Sentence, grammar: Numerals) -> list[Numeral]:
    """ "two dozen", "duas dúzias", "une centaine de milliers" are one number."""
    joined: list[Numeral] = []
    for number in found:
        last = joined[-1] if joined else None
        plain = last is not None and not (last.upper or last.unit or last.currency)
        gap = sentence.text[last.end : number.start] if last else ""
        if last and plain and last.collective and number.vague and gap and grammar.of.fullmatch(gap):
            joined[-1] = replace(number, start=last.start, value=last.value * number.value)
            continue
        times = last is not None and plain and last.value <= 20
        many = number.collective or (number.vague and number.value <= 100)
        if last and times and many and gap == " ":
            joined[-1] = replace(
                number, start=last.start, value=last.value * number.value, vague=False, collective=True
            )
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
            low = last.value * scale if last.value * scale < number.value else last.value
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
    if low.value >= high.value or (high.currency and low.currency not in ("", high.currency)):
        return False
    between = sentence.text[low.end : high.start]
    if grammar.range_to.fullmatch(between):
        moved = sentence.of("fold") or _CHANGE.search(
            sentence.text, max(sentence.start, low.start - 40), low.start
        )
        return not moved or "-" in between  # "pasaron de 5 mil 120 a 8 mil 400"
    before = sentence.text[max(sentence.start, low.start - 24) : low.start]
    return bool(grammar.range_and.fullmatch(between) and grammar.range_open.search(before))
