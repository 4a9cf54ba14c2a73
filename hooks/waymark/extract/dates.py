"""Dates of a sentence, resolved against the day of publication; never against today's clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from waymark.extract.calendar_days import Day, date_of
from waymark.extract.sentences import Sentence
from waymark.lexicon import Lexicon
from waymark.lexicon.dates import DateForm

_AHEAD = 60  # characters between "until" or "will" and the date it points to
_PARTED = re.compile(r"[,;:()\"]")
_ARTICLES = ("", "le", "the", "el", "dia", "o dia", "tanggal")  # between a weekday and its date


@dataclass(frozen=True)
class Dated:
    """A date as a sentence has it: span, ISO date or prefix or start..end."""

    start: int
    end: int
    iso: str
    rule: str


def dates(sentence: Sentence, lexicon: Lexicon) -> list[Dated]:
    """Return the dates of a sentence by start; where forms overlap the first of the lexicon wins."""
    published = Day.of(sentence.article.source.published)
    found: list[Dated] = []
    for form in lexicon.dates:
        for match in form.expression.finditer(sentence.text, sentence.start, sentence.end):
            if any(match.start() < d.end and d.start < match.end() for d in found):
                continue
            if not _is_placename(match, sentence):
                found += _dated(form, match, lexicon, published, sentence)
    found.sort(key=lambda d: d.start)
    return [
        d for d, after in zip(found, [*found[1:], None], strict=False) if not _belongs_to(d, after, sentence)
    ]


def _is_placename(match: re.Match[str], sentence: Sentence) -> bool:
    """ "Santo Domingo" is no Sunday."""
    return any(h.start < match.start() and match.end() <= h.end for h in sentence.of("place"))


def _belongs_to(day: Dated, after: Dated | None, sentence: Sentence) -> bool:
    """ "Jumat, 8 Desember": the weekday before a full date says nothing of its own."""
    if not after or "{w}" not in day.rule or "{d}" not in after.rule or "{d}" in day.rule:
        return False
    return sentence.text[day.end : after.start].strip(" ,(") in _ARTICLES


def _dated(
    form: DateForm, match: re.Match[str], lexicon: Lexicon, published: Day, sentence: Sentence
) -> Iterator[Dated]:
    rule = f"dates.{form.kind}: {form.template}"
    parts = {key: value for key, value in match.groupdict().items() if value}
    if form.kind != "days":
        iso = _resolve(form, match, parts, lexicon, published, sentence)
        if iso:
            yield Dated(*match.span(), iso, rule)
        return
    if lexicon.numerals.range_open.search(
        sentence.text[max(sentence.start, match.start() - 24) : match.start()]
    ):
        return  # "between May 3 and 9" is one stretch
    same = {key: value for key, value in parts.items() if key not in ("d", "d2")}
    spans = {"d": (match.start(), match.end("d")), "d2": (match.start("d2"), match.end())}
    for key, span in spans.items():
        day = {**same, "d": parts[key]}
        iso = _resolve(replace(form, kind="absolute"), match, day, lexicon, published, sentence)
        if iso:
            yield Dated(*span, iso, rule)


def _resolve(
    form: DateForm,
    match: re.Match[str],
    parts: dict[str, str],
    lexicon: Lexicon,
    published: Day,
    sentence: Sentence,
) -> str:
    month = lexicon.months.get(parts.get("m", ""), 0) or int(parts.get("n", 0))
    if form.kind.endswith("_before") and _counted(match.start(), sentence, lexicon):
        return ""  # "empat tahun silam" is four years ago, not last year
    names = [match.start(key) for key in ("m", "w", "w2") if key in parts]
    if lexicon.months_capital and not all(sentence.article.body[at].isupper() for at in names):
        return ""  # "may" is no month, "minggu" also a week
    if _is_ahead(match.start(), match.end(), sentence):
        published = published.looking_ahead()
    try:
        return date_of(form, parts, month, lexicon, published)
    except ValueError:  # 31 June
        return ""


def _is_ahead(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a word points ahead: "until Friday", "is to land on Friday"; "will go, he said Friday" not."""
    if any(h.end + 1 >= start and h.end <= end for h in sentence.words("ahead")):
        return True
    if any(0 <= start - h.end <= 4 for h in sentence.words("said")):
        return False
    plans = [h.end for h in sentence.of("hold", "planned") if h.end <= start <= h.end + _AHEAD]
    return any(not _PARTED.search(sentence.text, at, start) for at in plans)


def _counted(at: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a number stands right before."""
    word = re.search(r"(\w+) $", sentence.text[sentence.start : at])
    return word is not None and (word[1].isdigit() or word[1] in lexicon.numerals.words)
