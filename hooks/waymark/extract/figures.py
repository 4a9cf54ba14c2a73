"""Numbers with what they count: the noun after the number, its role, its rate, and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from waymark.extract.numerals import Numeral
from waymark.extract.roles import STATES, role_of
from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit, Lexicon

_REACH = 70  # characters after a number in which its noun may begin
_ADJECTIVES = 3  # words that may stand between a number and its noun
_BREAK = re.compile(r"[.;:,()!?]|\d")
_ROWS = ("unit", "currency")
_CLOSED = ("duration", "age", "years", "ratio", "money")  # no compound noun goes on after these


@dataclass(frozen=True)
class Figure:
    """A number, its unit and the span from the number to the end of its noun."""

    number: Numeral
    unit: str
    end: int
    rule: str
    inherited: bool = False  # the noun was left out and taken from the figure before
    other: bool = False  # "four other countries": not a total
    guessed: bool = False  # no verb says what happened to these people; never published

    @property
    def start(self) -> int:
        """Where the figure begins, with its "more than"."""
        return self.number.start


def figures(
    sentence: Sentence, lexicon: Lexicon, numbers: Sequence[Numeral], spoken_of: str
) -> tuple[list[Figure], list[Numeral]]:
    """Return the figures of a sentence, and the numbers whose noun the lexicon does not know.

    ``spoken_of`` is the role of the people the text counted last.
    """
    found: list[Figure] = []
    unread: list[Numeral] = []
    for number in numbers:
        figure = _figure(number, sentence, lexicon, found, spoken_of)
        if figure is None:
            if not number.vague and not _is_year(number, sentence):
                unread.append(number)
            continue
        found.append(figure)
    return _with_roles(found, sentence, spoken_of), unread


def _figure(
    number: Numeral, sentence: Sentence, lexicon: Lexicon, before: list[Figure], spoken_of: str
) -> Figure | None:
    if number.unit:
        return Figure(number, number.unit, number.end, number.unit)
    if number.currency:
        return _rated(Figure(number, f"money.{number.currency}", number.end, "symbol"), sentence)
    noun = _noun(number, sentence, lexicon)
    if noun and not _is_year(number, sentence, noun):
        unit = f"money.{noun.entry}" if noun.table == "currency" else noun.entry
        if unit == "years":
            unit = "age.year" if _is_age(number, sentence) else "duration.year"
        if unit == "people" or unit.startswith(("people.", "place.")) or not unit.startswith("ratio.resp"):
            other = any(number.end <= h.start < noun.end + 2 for h in sentence.words("other"))
            return _rated(
                Figure(number, unit, noun.end, f"{noun.table}.{noun.entry}: {noun.pattern}", other=other),
                sentence,
            )
    if _is_year(number, sentence):
        return None
    return _bare_age(number, sentence) or _elliptic(number, sentence, before, spoken_of)


def _noun(number: Numeral, sentence: Sentence, lexicon: Lexicon) -> Hit | None:
    near = [h for t in _ROWS for h in sentence.of(t) if number.end <= h.start <= number.end + _REACH]
    near = [h for h in near if _adjacent(number, h, sentence, lexicon) and not _is_rate(h, sentence)]
    nation = next((h for h in sentence.of("demonym") if _follows(number, h.start, sentence.text, 0)), None)
    if nation:  # "549 Indians on two flights"
        near = [h for h in near if h.start <= nation.end + 1]
    if not near:
        return None
    first = min(near, key=lambda h: (h.start, -h.end))
    if not lexicon.head_last or first.table == "currency" or first.entry.startswith(_CLOSED):
        return first
    return _last_of_row(first, near, sentence)


def _last_of_row(first: Hit, near: list[Hit], sentence: Sentence) -> Hit:
    """ "20 scam centre workers": follow nouns that stand side by side to the last."""
    while True:
        after = [
            h
            for h in near
            if h.table == "unit" and sentence.text[first.end : h.start] == " " and h.start > first.start
        ]
        if not after:
            return first
        first = max(after, key=lambda h: h.end)


def _adjacent(number: Numeral, noun: Hit, sentence: Sentence, lexicon: Lexicon) -> bool:
    gap = sentence.text[number.end : noun.start]
    if _BREAK.search(gap) or "\n" in gap.strip(" "):
        return False
    words = re.findall(r"\w+", gap)
    if words and gap.startswith("-"):  # "a 520-acre compound" counts acres
        return False
    if any(number.end <= h.start < noun.start for e in ("clause", "and") for h in sentence.words(e)):
        return False
    links = [i for i, word in enumerate(words) if word in lexicon.numerals.links]
    if (
        links
        and (links[-1] > 0 or noun.entry == "place.country")
        and not _counts_itself(number, words, links, lexicon)
    ):
        return False  # "301 rapports de personnes" counts reports
    return len(words) <= _ADJECTIVES + (1 if number.vague or number.spelled else 0)


def _is_rate(noun: Hit, sentence: Sentence) -> bool:
    """ "four a day" counts no days."""
    return any(h.start < noun.start and noun.end <= h.end for h in sentence.of("per"))


def _counts_itself(number: Numeral, words: list[str], links: list[int], lexicon: Lexicon) -> bool:
    """ "des centaines de", "un million de", "32 of its": the link belongs to the number."""
    return links == [0] and (number.vague or number.spelled or number.value >= 1e6)


def _is_year(number: Numeral, sentence: Sentence, noun: Hit | None = None) -> bool:
    text = sentence.text[number.start : number.end].strip()
    if not re.fullmatch(r"(?:19|20)\d\d", text):
        return False
    return noun is None or sentence.text[number.end : noun.start].strip() != ""


def _is_age(number: Numeral, sentence: Sentence) -> bool:
    """ "aged 22", "âgées de 30 à 50 ans", "un homme de 22 ans"; "a term of 5 years" is none."""
    if any(h.end <= number.start + 6 and number.start - h.end < 16 for h in sentence.words("age")):
        return True
    lead = sentence.text[max(sentence.start, number.start - 40) : number.start]
    link = any(0 <= number.start - h.end <= 1 for h in sentence.words("person_of"))
    term = any(number.start - h.end < 20 and h.end <= number.start for h in sentence.words("term"))
    return link and not term and bool(re.search(r"\w,? [\w']+ ?$", lead))


def _bare_age(number: Numeral, sentence: Sentence) -> Figure | None:
    """ "Chen, 38, was charged"."""
    body = sentence.article.body
    named = re.search(
        r"[A-ZÀ-Þ][\w'’-]+,\s(?:de\s)?$", body[max(sentence.start, number.start - 30) : number.start]
    )
    closed = re.match(r"[,)]", body[number.end : number.end + 1])
    if named and closed and 5 < number.value < 100 and not number.spelled:
        return Figure(number, "age.year", number.end, "a number between commas after a name")
    return None


def _rated(figure: Figure, sentence: Sentence) -> Figure:
    """Add "a month", "per day" to money and hours."""
    if not figure.unit.startswith(("money.", "duration.hour")):
        return figure
    for rate in sentence.of("per"):
        gap = sentence.text[figure.end : rate.start] if rate.start >= figure.end else "-"
        if len(gap) <= 24 and re.fullmatch(r"[\s/]*(?:(?:de|of|in|en|em)\s)?(?:\w+\s)?", gap):
            suffix = f"_per_{rate.entry}"
            return replace(figure, unit=figure.unit + suffix, end=rate.end)
    return figure


def _elliptic(number: Numeral, sentence: Sentence, before: list[Figure], spoken_of: str) -> Figure | None:
    """ "390 dollars out of 800", "100,000 in Cambodia", "57 Vietnamese", "281 arrested"."""
    text = sentence.text
    nation = next((h for h in sentence.of("demonym") if _follows(number, h.start, text, 1)), None)
    if nation:
        return Figure(number, "people", nation.end, f"demonym.{nation.entry}: {nation.pattern}")
    last = next((f for f in reversed(before) if f.unit != "ratio.percent"), None)
    counted = last is not None and last.unit.startswith(("people", "site", "money", "case", "count"))
    aside = (
        bool(last) and re.fullmatch(r"\s?[-(]\s?", text[last.end : number.start]) is not None
        if last
        else False
    )
    if (
        last
        and counted
        and (aside or any(h.end <= number.start <= h.end + 2 for h in sentence.words("of_those")))
    ):
        return Figure(number, last.unit, number.end, "of those", inherited=True)
    if number.value > 1 and ((last and counted) or spoken_of or number.vague):
        links = [*sentence.words("elliptic"), *sentence.words("other"), *sentence.of("place")]
        others = any(0 <= number.start - h.end <= 1 for h in sentence.words("other"))
        if others or any(_follows(number, h.start, text, 1) for h in links):
            unit = last.unit if last and counted else "people"
            return Figure(number, unit, number.end, "left out", inherited=True)
    if any(h.end <= number.start <= h.end + 2 for h in sentence.words("amounts_to")):
        named = [h for h in sentence.of("unit") if h.end <= number.start and h.entry.startswith("people.")]
        if last and counted:
            return Figure(number, last.unit, number.end, "amounts to", inherited=True)
        if named:
            return Figure(number, named[-1].entry, number.end, f"amounts to + unit.{named[-1].entry}")
    auxiliary = [h for h in sentence.words("elliptic") if _follows(number, h.start, text, 0)]
    verb = [h for t in ("role", "role>") for h in sentence.of(t) if _follows(number, h.start, text, 0)]
    if auxiliary and not verb:
        after = [h for t in ("role", "role>") for h in sentence.of(t) if 0 <= h.start - auxiliary[0].end < 20]
        verb = [h for h in after if not _BREAK.search(text[number.end : h.start])]
    if verb and number.value > 1 and "\n" not in text[number.end : verb[0].start]:
        return Figure(number, "people", verb[0].end, f"role.{verb[0].entry}: {verb[0].pattern}")
    return None


def _follows(number: Numeral, at: int, text: str, words: int) -> bool:
    gap = text[number.end : at] if at >= number.end else "."
    return len(gap) < 30 and not _BREAK.search(gap) and len(re.findall(r"[\w']+", gap)) <= words


def _with_roles(found: list[Figure], sentence: Sentence, spoken_of: str) -> list[Figure]:
    out: list[Figure] = []
    for figure in found:
        if figure.unit.partition(".")[0] != "people" or ("." in figure.unit and not figure.inherited):
            out.append(figure)
            continue
        last = _shared_role(out, figure, sentence)
        spans = [(f.start, f.end) for f in found if f is not figure and f.unit.startswith("people")]
        role, rule = role_of(figure.start, figure.end, sentence, spans, near=figure.inherited)
        role, rule = _meant(figure, sentence, role, rule)
        guessed = not role and not last
        if not role:
            role, rule = (last, "as the figure before") if last else _guess(figure, sentence, spoken_of)
        unit = f"people.{role}" if role else "people"
        rule = f"{figure.rule} + {rule}" if role else figure.rule
        out.append(replace(figure, unit=unit, rule=rule, guessed=guessed))
    return out


def _shared_role(before: list[Figure], figure: Figure, sentence: Sentence) -> str:
    """ "rescued 383 Filipinos, 202 Chinese": a list shares its verb, unless a new clause begins."""
    last = next((f for f in reversed(before) if f.unit.startswith("people.")), None)
    if last is None or any(last.end <= h.start < figure.start for h in sentence.words("but")):
        return ""
    return last.unit.partition(".")[2]


def _meant(figure: Figure, sentence: Sentence, role: str, rule: str) -> tuple[str, str]:
    """ "identified 17,793 irregular migrants": the noun says more than a state does."""
    if role and role not in STATES:
        return role, rule
    strong = [h for h in sentence.of("role!") if figure.start <= h.start < figure.end]
    return (strong[0].entry, f"roles.is.{strong[0].entry}: {strong[0].pattern}") if strong else (role, rule)


def _guess(figure: Figure, sentence: Sentence, spoken_of: str) -> tuple[str, str]:
    """Without a verb: what the noun means, else the people counted last; held back from publication."""
    noun = [h for h in sentence.of("role?") if h.start < figure.end and figure.start < h.end]
    if noun:
        return noun[0].entry, f"roles.noun.{noun[0].entry}: {noun[0].pattern}"
    return (spoken_of, "as the people before") if spoken_of and not figure.number.vague else ("", "")
