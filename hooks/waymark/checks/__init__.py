"""Checks on translations: pure functions from (segment, forms, locale) to findings, kept in one list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from waymark.checks import characters, language, links, markup, places, punctuation, values, wording
from waymark.checks.pair import Check, Pair
from waymark.checks.thresholds import CAP, ENDLESS
from waymark.locales import Locale
from waymark.model import Finding, Segment, Severity

CHECKS: tuple[Check, ...] = (
    Check("empty", "a page with a hole where advice stood", language.written),
    Check("placeholder", "a figure, date or source lost, doubled or replaced", values.placeholders),
    Check("order", "two values exchanged between their labels", values.order),
    Check("number", "a changed digit, date, sign or telephone number in any script", values.numbers),
    Check("link", "a reader sent to another door", links.targets),
    Check("link-order", "two links exchanged between their labels", links.link_order),
    Check("link-label", "a number shown that is not the number dialled", links.label_values),
    Check("address", "a trafficker's site, mail or account name in the text", links.addresses),
    Check("markup", "broken or added markup", markup.marks),
    Check("block", "text that turns into a list, heading, box or code", markup.blocks),
    Check("note", "a source taken away or exchanged", markup.notes),
    Check("template", "a call or statement that the site would run", markup.templates),
    Check("html", "tags, scripts, styles and entities", markup.html),
    Check("control", "characters that hide or reorder what is read", characters.controls),
    Check("homoglyph", "letters that imitate those of another script", characters.imitations),
    Check("junk", "what an engine leaves behind when it fails", characters.junk),
    Check("zawgyi", "Burmese that phones show and speak as noise", characters.zawgyi),
    Check("script", "a text in letters the reader cannot read", language.scripts),
    Check("han", "simplified for traditional characters or the reverse", language.han_variant),
    Check("language", "a text in another language", language.language),
    Check("copied", "English passed off as a translation", language.copied),
    Check("added-name", "a trafficker's name or account among the words", language.added_names),
    Check("length", "sentences left out or made up", wording.length),
    Check("repetition", "an engine's loop", wording.repetition),
    Check("ending", "a sentence that stops in the middle", punctuation.ending),
    Check("sentences", "sentences fallen off the end", punctuation.sentences),
    Check("frame", "a value moved where grammar would bend it", punctuation.framed),
    Check("negation", "a lost “never”: a warning turned into advice", wording.negation),
    Check("country", "a reader sent to another country", places.countries),
    Check("glossary", "a term said another way than agreed", wording.glossary),
)

_ANY_LANGUAGE = (
    "empty placeholder order number link link-order link-label address markup block note template html frame"
)
SHAPE = tuple(check for check in CHECKS if check.name in _ANY_LANGUAGE.split())  # hold without knowing a word


class Terms(Protocol):
    """What the checks need of a glossary."""

    def accepted(self, source: str) -> Mapping[str, tuple[str, ...]]:
        """English terms that stand in ``source``, each with its accepted translations."""
        ...


def check_translation(
    segment: Segment,
    forms: tuple[str, ...],
    locale: Locale,
    glossary: Terms | None = None,
    checks: Sequence[Check] | None = None,
) -> tuple[Finding, ...]:
    """Everything wrong with ``forms`` as the translation of ``segment``; empty when nothing is.

    ``forms`` is one text, or one for each plural form of the locale. The location of each
    finding is the segment's; a caller that knows the line in the catalog puts it in. An error keeps the
    entry out of the site.
    """
    if not forms:
        return (_finding("empty", Severity.ERROR, "no text", segment, locale),)
    source = segment.plural or segment.msgid
    terms = tuple(glossary.accepted(source).items()) if glossary else ()
    told = (each for form in forms for each in _faults(source, form, locale, terms, tuple(checks or CHECKS)))
    return tuple(_finding(*each, segment, locale) for each in dict.fromkeys(told))


@lru_cache(maxsize=1 << 16)
def _faults(
    source: str,
    form: str,
    locale: Locale,
    terms: tuple[tuple[str, tuple[str, ...]], ...],
    checks: tuple[Check, ...],
) -> tuple[tuple[str, Severity, str], ...]:
    """Name, severity and message of every fault; the same sentence stands on many pages."""
    if len(form) > ENDLESS * len(source) + ENDLESS * CAP:  # patterns would take their time over megabytes
        return (("length", Severity.ERROR, f"{len(form)} characters for {len(source)}"),)
    pair = Pair(source, form, locale, dict(terms))
    return tuple((check.name, check.severity, message) for check in checks for message in check.run(pair))


def _finding(name: str, severity: Severity, message: str, segment: Segment, locale: Locale) -> Finding:
    start = segment.msgid[:40] + ("…" if len(segment.msgid) > 40 else "")
    return Finding(name, severity, segment.location, f"“{start}”: {message}", locale.tag)
