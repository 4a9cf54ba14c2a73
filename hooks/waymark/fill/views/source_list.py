"""The list of sources: each article with what was taken from it, each reference with its link."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waymark import locales
from waymark.fill.blocks import render
from waymark.fill.inline import Inline
from waymark.fill.marks import articles, href
from waymark.fill.messages import marked
from waymark.fill.views.figures import shown
from waymark.model import Claim, Source


@dataclass(frozen=True)
class SourceRow:
    id: str
    number: int
    publisher: str
    agency: str
    date: str
    url: str
    title: str
    lang: str
    language: str
    original: str
    taken: tuple[Markup, ...]


@dataclass(frozen=True)
class ReferenceRow:
    id: str
    number: int
    publisher: str
    date: str
    url: str
    title: str
    reported_by: str


def sources(inline: Inline) -> Markup:
    """Every article: publisher, date, link, original sources, and the claims that rest on it."""
    knowledge = inline.desk.knowledge
    rows = [_row(source, inline) for source in knowledge.sources]
    return render(inline.desk.sandbox, "sources", inline.messages, rows=rows)


def references(inline: Inline) -> Markup:
    """Every guideline, law and report that pages cite, in the order of seeds/references.yml."""
    rows = [
        ReferenceRow(
            known.id,
            inline.desk.marks.number(known.id),
            known.publisher,
            inline.span(known.date) if known.date else "",
            known.url,
            known.title,
            known.reported_by,
        )
        for known in inline.desk.references
    ]
    return render(inline.desk.sandbox, "references", inline.messages, rows=rows)


def _row(source: Source, inline: Inline) -> SourceRow:
    knowledge = inline.desk.knowledge
    claims = [claim for claim in knowledge.claims if claim.publishable and source.id in articles(claim)]
    origins = sorted(
        {
            knowledge.origin_name(fact.origin)
            for claim in claims
            for reading in claim.readings
            for fact in reading.facts
            if fact.evidence.article == source.id and fact.origin
        }
    )
    return SourceRow(
        source.id,
        inline.desk.marks.number(source.id),
        source.publisher,
        source.agency,
        inline.span(source.published),
        source.url,
        source.title,
        source.lang,
        str(locales.cldr(inline.messages.locale).languages.get(source.lang, source.lang)),
        ", ".join(origins),
        tuple(text for claim in claims for text in _taken(claim, inline)),
    )


def _taken(claim: Claim, inline: Inline) -> list[Markup]:
    """A figure in words, or the step with a link to where it is told; nothing for what no page tells."""
    if claim.kind in ("figure", "money"):
        return [Markup(" / ").join(inline.reading(reading) for reading in shown(claim))]
    anchor = inline.desk.steps.get(claim.id.removeprefix("method/"))
    if anchor is None:
        return []
    said = inline.messages.text(f"{anchor.page}#{anchor.id}", anchor.title)
    link = Markup('<a href="{}">{}</a>')
    return [link.format(href(inline.page, anchor.page, anchor.id), marked(said, inline.messages.locale))]
