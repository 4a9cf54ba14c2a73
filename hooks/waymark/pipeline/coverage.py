"""How far each locale has come: over all segments, and over those of the core pages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from waymark.fill.desk import Coverage
from waymark.locales import SOURCE, Locale
from waymark.model import Segment, State
from waymark.sync.counts import LISTED_FROM

if TYPE_CHECKING:
    from waymark.pipeline.project import Project


def coverage(project: Project) -> tuple[Coverage, ...]:
    """One row a locale but English, in the settings' order."""
    return tuple(_coverage(project, each) for each in project.settings.locales if each != SOURCE)


def listed(project: Project) -> tuple[Locale, ...]:
    """The locales that the language menu offers."""
    core = [
        each for each in project.segments if each.context.partition("#")[0] in project.settings.core_pages
    ]
    return tuple(
        each
        for each in project.settings.locales
        if each == SOURCE or _share(project, each, core) >= LISTED_FROM
    )


def states(project: Project, locale: Locale, segments: tuple[Segment, ...] | list[Segment]) -> Counter[State]:
    """How many segments stand in which state."""
    translator = project.translator(locale)
    said = (translator.translate(each) if translator else None for each in segments)
    return Counter(each.provenance.state if each else State.MISSING for each in said)


def _coverage(project: Project, locale: Locale) -> Coverage:
    found = states(project, locale, project.segments)
    return Coverage(
        locale.tag,
        len(project.segments),
        found[State.REVIEWED],
        found[State.DRAFT],
        found[State.MACHINE],
        found[State.EDITED],
        found[State.MISSING],
    )


def _share(project: Project, locale: Locale, core: list[Segment]) -> float:
    return 1 - states(project, locale, core)[State.MISSING] / max(1, len(core))
