"""Everything there is to say about a project: what ``check`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from waymark import contacts
from waymark.checks.readability import hard_pages
from waymark.checks.typed import slips
from waymark.errors import WaymarkError
from waymark.fill.calls import calls_in
from waymark.locales import SOURCE, Locale
from waymark.model import Finding, Location, Severity
from waymark.pipeline.pages import DOCS
from waymark.pipeline.project import Project, cited, open_project

CLAIM_CALLS = {"figure", "when", "cite", "figures_table"}
METHOD_CALLS = {"evidence", "platforms"}


def all_findings(root: Path, *, scheduled: bool = False) -> Iterator[Finding]:
    """Every finding of a project, in no order; an input that cannot be read is one error."""
    try:
        project = open_project(root)
    except WaymarkError as wrong:
        yield Finding(
            "input", Severity.ERROR, Location(wrong.path, wrong.line), f"{wrong.what}. {wrong.cure}"
        )
        return
    yield from project.knowledge.findings
    yield from _typed(project)
    yield from _unused(project)
    yield from _uncited(project)
    for locale in project.settings.locales:
        yield from _pages(project, locale)
        if locale != SOURCE:
            yield from _catalog(project, locale)
    yield from _trust(project)
    yield from _ages(project, Severity.ERROR if scheduled else Severity.WARNING)


def _typed(project: Project) -> Iterator[Finding]:
    for page in project.pages.values():
        yield from slips(page.segments)
        yield from hard_pages(page.path, page.segments)


def _pages(project: Project, locale: Locale) -> Iterator[Finding]:
    for page in project.pages.values():
        try:
            yield from project.render(page.path, locale).findings
        except WaymarkError as wrong:
            where = Location(wrong.path, wrong.line)
            yield Finding("page", Severity.ERROR, where, f"{wrong.what}. {wrong.cure}", locale.tag)


def _catalog(project: Project, locale: Locale) -> Iterator[Finding]:
    """What keeps entries out of the build: the translator's own findings, and the shape of pages."""
    translator = project.translator(locale)
    if translator is None:
        return
    for segment in project.segments:
        translator.translate(segment)
    yield from translator.findings
    catalog = translator.catalog
    yield from catalog.findings()
    known = {(each.context, each.msgid) for each in project.segments}
    for entry in catalog.entries:
        if not entry.obsolete and entry.key not in known:
            message = f"no page has “{entry.msgid[:60]}” any more. Run: python hooks sync"
            yield Finding("unknown-entry", Severity.WARNING, catalog.location(entry), message, locale.tag)


def used_claims(project: Project) -> set[str]:
    """The ids of claims that some page uses, by a call or by telling their step."""
    used = {f"method/{slug}" for slug in project.desk.steps}
    for page in project.pages.values():
        for call in calls_in(page.text, f"{DOCS}/{page.path}"):
            if call.name in CLAIM_CALLS:
                used |= set(call.arguments)
            elif call.name in METHOD_CALLS:
                used |= {f"method/{slug}" for slug in call.arguments}
            elif call.name == "routes":
                used |= {claim.id for claim in project.knowledge.claims if claim.kind == "route"}
            elif call.name == "timeline":
                used |= _timeline(project)
    return used


def _timeline(project: Project) -> set[str]:
    operations = {event.id for event in project.knowledge.codebook.events if event.kind == "operation"}
    return {claim.id for claim in project.knowledge.claims if claim.event in operations}


def _unused(project: Project) -> Iterator[Finding]:
    used = used_claims(project)
    for claim in project.knowledge.claims:
        if claim.publishable and claim.id not in used:
            message = f"no page uses {claim.id}. Use it, or waive it in seeds/reviews.yml with a reason."
            yield Finding("unused-claim", Severity.WARNING, claim.location, message)


def _uncited(project: Project) -> Iterator[Finding]:
    known = cited(project.pages.values())
    for reference in project.references:
        if reference.id not in known:
            message = f"no page cites {reference.id}. Cite it, or remove it."
            yield Finding("unused-reference", Severity.INFO, reference.location, message)


def _trust(project: Project) -> Iterator[Finding]:
    """Leaving preview asks for people: each contact called, each page of advice read."""
    if project.settings.preview:
        return
    for contact in project.directory.contacts:
        if contact.verified is None:
            message = f"{contact.id} was never called. Call it and write verified:, or keep preview: true."
            yield Finding("unverified", Severity.ERROR, contact.location, message)
    for page in project.pages.values():
        if page.advice and not page.reviewed_by:
            message = "advice that no person has reviewed. Add reviewed_by: to it, or keep preview: true."
            yield Finding("unreviewed", Severity.ERROR, Location(f"{DOCS}/{page.path}", 1), message)


def _ages(project: Project, severity: Severity) -> Iterator[Finding]:
    today = project.desk.today
    for contact in project.directory.contacts:
        if contacts.is_stale(contact, today):
            message = f"{contact.id} was last checked on {contact.checked}. Look at its pages again."
            worst = severity if contacts.is_overdue(contact, today) else Severity.WARNING
            yield Finding("stale-contact", worst, contact.location, message)
    for contact in project.directory.left_out:
        message = f"{contact.id} is left out: last checked on {contact.checked}."
        yield Finding("old-contact", severity, contact.location, message)
