"""Routes, the timeline of operations, and the state of the translations."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waymark import locales
from waymark.codebook import Event
from waymark.fill.blocks import render
from waymark.fill.inline import Inline, newest
from waymark.fill.marks import articles
from waymark.fill.route_map import routes_of
from waymark.fill.views.figures import shown
from waymark.locales import percent
from waymark.model import Claim


@dataclass(frozen=True)
class RouteRow:
    first: str
    through: str
    last: str
    marks: Markup


@dataclass(frozen=True)
class EventRow:
    id: str
    iso: str
    when: str
    name: str  # operations keep their names in every language
    marks: Markup
    figures: tuple[Markup, ...]


def routes(inline: Inline) -> Markup:
    """Where people come from, pass through and are held: one row a route."""
    claims = routes_of(inline.desk)
    rows = []
    for claim in claims:
        names = [inline.country(code) for code in claim.readings[0].value.split(">")]
        through = " → ".join(names[1:-1])
        rows.append(RouteRow(names[0], through, names[-1], inline.desk.marks.of_claim(claim, inline.page)))
    return render(
        inline.desk.sandbox,
        "routes",
        inline.messages,
        rows=rows,
        newest=inline.span(newest(claims, inline.desk)),
    )


def timeline(inline: Inline) -> Markup:
    """The operations of the codebook that articles report, the newest first, each with its figures."""
    knowledge = inline.desk.knowledge
    rows, used = [], []
    for event in knowledge.codebook.events:
        about = [claim for claim in knowledge.claims if claim.publishable and claim.event == event.id]
        if event.kind == "operation" and about and event.when:
            rows.append(_event(event, about, inline))
            used += about
    rows.sort(key=lambda row: (row.iso, row.id), reverse=True)
    latest = inline.span(newest(used, inline.desk)) if used else ""
    return render(inline.desk.sandbox, "timeline", inline.messages, rows=rows, newest=latest)


def _event(event: Event, about: list[Claim], inline: Inline) -> EventRow:
    figures = [claim for claim in about if claim.kind in ("figure", "money")]
    return EventRow(
        event.id,
        event.when.partition("..")[0],
        inline.span(event.when),
        event.label,
        inline.desk.marks.mark({name for claim in about for name in articles(claim)}, inline.page),
        tuple(_figure(figure, inline) for figure in figures),
    )


def _figure(claim: Claim, inline: Inline) -> Markup:
    texts = Markup(" / ").join(inline.reading(reading) for reading in shown(claim))
    return texts + Markup(" ") + inline.desk.marks.of_claim(claim, inline.page)


def route_map(inline: Inline) -> Markup:
    """The map of the routes, as a picture of its own beside the page."""
    return render(inline.desk.sandbox, "route_map", inline.messages, file=MAP)


MAP = "routes.svg"  # published in each locale's folder, where the page that shows it stands


@dataclass(frozen=True)
class CoverageRow:
    tag: str
    direction: str
    name: str
    shares: tuple[str, ...]


def coverage(inline: Inline) -> Markup:
    """How much of each language's text is checked, drafted, by machine, changed, or missing."""
    where = inline.messages.locale
    rows = []
    for state in inline.desk.coverage:
        of = locales.locale(state.tag)
        parts = (state.reviewed, state.draft, state.machine, state.edited, state.missing)
        shares = tuple(percent(where, round(100 * part / state.segments)) for part in parts)
        rows.append(CoverageRow(of.tag, of.direction, of.name, shares))
    return render(inline.desk.sandbox, "coverage", inline.messages, rows=rows)
