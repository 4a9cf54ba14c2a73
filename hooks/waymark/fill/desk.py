"""What every page of a build is filled from, gathered once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment

from waymark.claims import Knowledge
from waymark.contacts import Directory
from waymark.fill.blocks import environment
from waymark.fill.marks import Marks
from waymark.model import Reference


@dataclass(frozen=True)
class Anchor:
    """Where a step is told: the page, the heading's id and its English text."""

    page: str
    id: str
    title: str


@dataclass(frozen=True)
class Coverage:
    """How far a locale's translation has come, for the page that tells."""

    tag: str
    segments: int
    reviewed: int
    draft: int
    machine: int
    edited: int
    missing: int


@dataclass(frozen=True)
class CopyFiles:
    """The files of one locale to carry away."""

    tag: str
    page: str  # one self-contained page
    folder: str  # a zip of pages


@dataclass(frozen=True)
class Copies:
    """What the page about copies lists: names and limits, never a checksum (the page is inside them)."""

    files: tuple[CopyFiles, ...]
    everything: str
    sums: str
    check: str  # the command that checks the files
    page_limit: str
    folder_limit: str
    address: str  # where the files are, ending in a slash; empty when nowhere


@dataclass(frozen=True)
class Desk:
    """Claims, contacts, references, templates and the outline of the pages; the same for all locales."""

    knowledge: Knowledge
    directory: Directory
    references: tuple[Reference, ...]
    templates: Path
    today: dt.date
    steps: Mapping[str, Anchor]  # method slug → where it is told
    titles: Mapping[str, str]  # page → English title
    coverage: tuple[Coverage, ...] = ()
    copies: Copies | None = None

    @cached_property
    def marks(self) -> Marks:
        return Marks(self.knowledge.sources, self.references)

    @cached_property
    def sandbox(self) -> ImmutableSandboxedEnvironment:
        return environment(self.templates)
