"""What a sentence names: steps, events, operations, actors, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waymark.codebook import Codebook
from waymark.extract.sentences import Sentence

# "the Operations Unit" is no operation
_OFFICES = frozenset(
    {"Unit", "Centre", "Center", "Room", "Command", "Department", "Directorate", "Division", "Team"}
)
_QUOTE = re.compile(r"«\s?([^«»\n]{12,900}?)\s?»|“([^“”\n]{12,900}?)”|\"([^\"\n]{12,900}?)\"")
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'&-]*|[IVX]+|20\d\d(?!\d)|\d{1,2}(?:\.\d{1,2})?(?!\d))(?:\s(?:of|de|the|do|da)\s(?=[A-ZÀ-Þ]))?"
)
_QUOTE_WORDS = 3
_QUOTED_NAME = re.compile(r"([A-ZÀ-Þ][\w’'&.-]*(?:\s[\w’'&.-]+){0,4}?)\s?[»”\"’']")


@dataclass(frozen=True)
class Named:
    """A slug or a name with its span."""

    kind: str
    value: str
    start: int
    end: int
    rule: str


def methods_and_events(sentence: Sentence) -> Iterator[Named]:
    """Yield each step and event once a sentence."""
    for table in ("method", "event"):
        seen: set[str] = set()
        for hit in sentence.of(table):
            if hit.entry not in seen:
                seen.add(hit.entry)
                yield Named(table, hit.entry, hit.start, hit.end, f"{table}s.{hit.entry}: {hit.pattern}")


def operations(sentence: Sentence, codebook: Codebook, known: Sequence[str]) -> Iterator[Named]:
    """Yield operations: a registered name, a name beside the word "operation", one ``known`` so before."""
    body = sentence.article.body
    taken: list[tuple[int, int]] = []
    for name, event in sorted(registered_names(codebook, "operation"), key=lambda n: -len(n[0])):
        for match in _name_pattern(name).finditer(body, sentence.start, sentence.end):
            if not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                yield Named("operation", event, *match.span(), f"codebook.events.{event}")
    cues = sentence.words("operation")
    for cue in (*cues, *(sentence.words("named") if cues else ())):  # "Baptisée « Red Card », l'opération"
        titled = cue.start > sentence.start and body[cue.start].isupper()  # "under Operation Firestorm"
        alone = titled or not _is_known(cue.end, sentence, codebook)  # "opération Thunderwing"
        found = _named_after(body, cue.end, sentence.end, 1 if alone else 2)
        office = found is not None and body[slice(*found)] in _OFFICES
        if found and not office and not any(a < found[1] and found[0] < b for a, b in taken):
            taken.append(found)
            yield Named("operation", body[found[0] : found[1]], *found, "words.operation")
    for name in (name for name in known if not codebook.has_event(name)):
        again = mentions(name, sentence)
        if again and not any(a < again[1] and again[0] < b for a, b in taken):
            taken.append(again)
            yield Named("operation", name, *again, "an operation named before")


def _is_known(at: int, sentence: Sentence, codebook: Codebook) -> bool:
    """Whether behind the word "operation" stands a place, a nationality, a registered name, or no name."""
    starts = [h.start for h in (*sentence.of("place"), *sentence.of("demonym"))]
    starts += [actor.start for actor in actors(sentence, codebook)]
    return any(at <= start <= at + 2 for start in starts) or not _LONE.match(sentence.article.body, at)


def registered_names(codebook: Codebook, kind: str) -> list[tuple[str, str]]:
    """Return (name, event id) of the registry's events of a kind."""
    return [(name, event.id) for event in codebook.events if event.kind == kind for name in event.names]


_LONE = re.compile(r"\s[«“\"']?[A-ZÀ-Þ][a-zà-ÿ]{4,}")
_AGAIN = re.compile(r"\s?(?:l')?[Oo]p(?:e|é)ra(?:tion|ción|ção|si)\s")


def _named_after(body: str, at: int, end: int, least: int) -> tuple[int, int] | None:
    """A name right after a cue: in quotes, or a row of at least so many capitalised words."""
    again = _AGAIN.match(body, at, end)  # "dubbed Operation Baobab", "baptisée opération Serengeti"
    at, least = (again.end() - 1, 1) if again else (at, least)
    lead = re.compile(
        r"(?:\s*|,\s*(?=[«“\"‘']|\w+mm\w+|bapti|dubbed|named|called|code))(?:nomm\w+|baptis\w+|dubbed|named|called|code-?named|llamada|denominada|chamada|bertajuk|bernama)?\s*([«“\"‘']?)\s?"
    ).match(body, at, end)
    start = lead.end() if lead else at
    closed = _QUOTED_NAME.match(body, start, end) if lead and lead[1] else None
    if closed:
        return closed.span(1)
    stop = start
    while match := _NAME.match(body, stop, end):
        stop = match.end()
        if stop < end and body[stop] == " " and _NAME.match(body, stop + 1, end):
            stop += 1
        else:
            break
    name = body[start:stop].strip().rstrip("’'\"»”")
    quoted = bool(lead and lead[1])
    if len(name) < 4 or not re.search(r"[a-zà-ÿA-Z]{3}", name) or (len(name.split()) < least and not quoted):
        return None
    return start, start + len(name)


_PATTERNS: dict[str, re.Pattern[str]] = {}


def _name_pattern(name: str) -> re.Pattern[str]:
    if name not in _PATTERNS:
        words = r"[ \u00a0-]".join(re.escape(word) for word in name.split())
        _PATTERNS[name] = re.compile(rf"(?<!\w){words}(?!\w)(?!\s[IVX]+\b)")
    return _PATTERNS[name]


def mentions(name: str, sentence: Sentence) -> tuple[int, int] | None:
    """Where a proper name stands in a sentence, as written in the codebook."""
    match = _name_pattern(name).search(sentence.article.body, sentence.start, sentence.end)
    return match.span() if match else None


def actors(sentence: Sentence, codebook: Codebook) -> list[Named]:
    """Return the codebook's names in a sentence, by start."""
    found = [
        Named("actor", h.entry, h.start, h.end, f"names.{h.entry}: {h.pattern}") for h in sentence.of("name")
    ]
    raw = sentence.raw
    for name in codebook.names:
        for alias in name.aliases:
            if alias in raw and (span := mentions(alias, sentence)):
                found.append(Named("actor", name.value, *span, f"codebook.names.{name.value}"))
                break
    found.sort(key=lambda n: (n.start, -n.end, n.value))
    return [
        n for i, n in enumerate(found) if not any(m.start <= n.start and n.end <= m.end for m in found[:i])
    ]


def quotations(sentence: Sentence, named: Sequence[Named]) -> list[tuple[int, int]]:
    """Return the spans of speech in the sentence's paragraph: in quotation marks, no mere term."""
    found = []
    paragraph = sentence.paragraph
    for match in _QUOTE.finditer(sentence.article.body, paragraph.start, paragraph.end):
        group = next(i for i in (1, 2, 3) if match[i])
        start, end = match.span(group)
        name = any(
            n.kind == "operation" and start <= n.start and n.end <= end + 1 and end - start < 40
            for n in named
        )
        if len(match[group].split()) >= _QUOTE_WORDS and not name:
            found.append((start, end))
    return found


def canonical(named: Named, codebook: Codebook) -> str:
    """The registry's way to write an operation's name."""
    return codebook.event(named.value).names[0] if codebook.has_event(named.value) else named.value


def inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a span lies within one of several."""
    return any(a <= start and end <= b for a, b in spans)
