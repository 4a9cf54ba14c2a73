"""Scanning: everything the rules find in each sentence of an article, before any of it becomes a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from waymark.codebook import Codebook
from waymark.extract.candidates import UNTOLD
from waymark.extract.dates import Dated, dates
from waymark.extract.figure import Figure
from waymark.extract.figures import figures
from waymark.extract.numeral import Numeral
from waymark.extract.numerals import numerals
from waymark.extract.people import only_role
from waymark.extract.places import Place, places
from waymark.extract.routes import Route, routes
from waymark.extract.sentences import Sentence, sentences
from waymark.extract.texts import Named, actors, methods_and_events, operations, quotations
from waymark.extract.told import Memory, Told
from waymark.lexicon import Lexicon
from waymark.model import Article, Paragraph

_IDENTIFIER = re.compile(r"(?<![\d.,])\d{3,5} \Z")
_NUMBERED = re.compile(r"\s?(?:no\.?|n°|number)?\s?\d+(?:[.,]\d+)*")


@dataclass(eq=False)
class Scan:
    """What was found in one sentence."""

    sentence: Sentence
    dates: list[Dated]
    named: list[Named]
    actors: list[Named]
    figures: list[Figure]
    unread: list[Numeral]  # numbers whose noun or role no entry explains
    places: list[Place]
    routes: list[Route]
    quoted: list[tuple[int, int]]
    events: list[str] = field(default_factory=list)  # operations this sentence points to


def scans(article: Article, lexicon: Lexicon, codebook: Codebook) -> Iterator[Scan]:
    """Yield the scan of every sentence, in order."""
    headline = list(sentences(_headline(article), lexicon))
    memory = Memory(_of_title(headline, lexicon, codebook))
    read = list(sentences(article, lexicon))
    for sentence in (*headline, *read):
        memory.name(sentence)
    known: list[str] = []
    for sentence in read:
        told = memory.before(sentence.number, listed=sentence.paragraph.kind == "item")
        scan = _scan(sentence, lexicon, codebook, told, known)
        known += [
            named.value for named in scan.named if named.kind == "operation" and named.value not in known
        ]
        memory.tell(sentence.number, scan.figures, only_role(sentence))
        yield scan


def _headline(article: Article) -> Article:
    title = article.source.title
    return replace(article, body=title, paragraphs=(Paragraph(1, 0, len(title), "text"),))


def _of_title(headline: Sequence[Sentence], lexicon: Lexicon, codebook: Codebook) -> dict[float, str]:
    """What the headline says of the people it counts; the headline itself is no line to cite."""
    said = (_scan(one, lexicon, codebook, Told(), ()) for one in headline)
    return {f.number.value: f.role for scan in said for f in scan.figures if f.role and not f.guessed}


def _scan(sentence: Sentence, lexicon: Lexicon, codebook: Codebook, told: Told, known: Sequence[str]) -> Scan:
    named = [*methods_and_events(sentence), *operations(sentence, codebook, known)]
    distractors = _distractors(sentence)
    laws = {end for _, end in distractors}  # "Law No. 21 of 2007": no date
    dated = [d for d in dates(sentence, lexicon) if not laws & {d.start, d.start - 1}]
    taken = [(d.start, d.end) for d in dated] + distractors
    taken += [(n.start, n.end) for n in named if n.kind == "operation"]
    counted, unread = figures(sentence, lexicon, numerals(sentence, lexicon, taken), told, codebook.weights)
    found = places(sentence)
    return Scan(
        sentence=sentence,
        dates=dated,
        named=named,
        actors=actors(sentence, codebook),
        figures=[figure for figure in counted if figure.rule != UNTOLD],
        unread=unread + [figure.number for figure in counted if figure.rule == UNTOLD],
        places=found,
        routes=routes(sentence, found),
        quoted=quotations(sentence, named),
    )


def _distractors(sentence: Sentence) -> list[tuple[int, int]]:
    """Section 311, page 4, route 66: the number after such a word counts nothing; the 997 hotline."""
    spans = []
    for hit in sentence.words("distractor"):
        number = _NUMBERED.match(sentence.text, hit.end, sentence.end)
        if number:
            spans.append((hit.start, number.end()))
    for hit in sentence.words("number_of"):
        number = _IDENTIFIER.search(sentence.text, sentence.start, hit.start)
        if number:
            spans.append((number.start(), hit.end))
    return spans
