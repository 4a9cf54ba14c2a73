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
    for join in (_millions, _thousands, _dozens, _doubled, _range):
        kept: list[Numeral] = []
        for number in found:
            both = join(kept[-1], number, sentence, grammar) if kept else None
            if both:
                kept[-1] = both
            else:
                kept.append(number)
        found = kept
    return found


def _millions(last: Numeral, number: Numeral, sentence: Sentence, grammar: Numerals) -> Numeral | None:
    """ "2 millones 150 mil" is one number."""
    plain = not (last.vague or number.vague or last.unit or last.currency)
    rounded = last.value % _MILLION == number.value % _THOUSAND == 0 and number.value < _MILLION
    beside = sentence.text[last.end : number.start] == " "
    return _sum(last, number) if plain and rounded and beside else None


def _thousands(last: Numeral, number: Numeral, sentence: Sentence, grammar: Numerals) -> Numeral | None:
    """ "mille deux cents", "dua ribu lima ratus" are one number."""
    words = last.spelled and number.spelled and not (last.vague or number.vague)
    plain = not (last.currency or last.unit or number.collective)
    rounded = last.value >= _THOUSAND > number.value and last.value % _THOUSAND == 0
    beside = grammar.joint.fullmatch(sentence.text, last.end, number.start)
    return _sum(last, number) if words and plain and rounded and beside else None


def _sum(last: Numeral, number: Numeral) -> Numeral:
    return replace(number, start=last.start, value=last.value + number.value)


def _dozens(last: Numeral, number: Numeral, sentence: Sentence, grammar: Numerals) -> Numeral | None:
    """ "two dozen", "duas dúzias", "une centaine de milliers" are one number."""
    if last.upper or last.unit or last.currency:
        return None
    gap = sentence.text[last.end : number.start]
    product = replace(number, start=last.start, value=last.value * number.value)
    if last.collective and number.vague and gap and grammar.of.fullmatch(gap):
        return product
    many = number.collective or (number.vague and number.value <= 100)
    return (
        replace(product, vague=False, collective=True) if last.value <= 20 and many and gap == " " else None
    )


def _doubled(last: Numeral, number: Numeral, sentence: Sentence, grammar: Numerals) -> Numeral | None:
    """ "soixante-dix-huit (78) Béninois" is one number, said twice."""
    bracketed = (
        sentence.text[last.end : number.start] == " (" and sentence.text[number.end : number.end + 1] == ")"
    )
    return replace(last, end=number.end + 1) if bracketed and last.value == number.value else None


def _range(last: Numeral, number: Numeral, sentence: Sentence, grammar: Numerals) -> Numeral | None:
    """ "20 to 30 million" is one number with two ends."""
    plain = last.upper is None and not last.vague and (not last.unit or last.unit == number.unit)
    if not plain or not _is_range(last, number, sentence, grammar):
        return None
    scale = number.value / max(_bare(number, sentence, grammar), 1e-9)
    low = last.value * scale if last.value * scale < number.value else last.value
    paid = number.currency or last.currency
    return replace(number, start=last.start, value=low, upper=number.value, currency=paid)


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
