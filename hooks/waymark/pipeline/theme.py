"""What the page template is told about the page's language and its siblings."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from waymark.locales import SOURCE, Locale
from waymark.pipeline.coverage import listed
from waymark.pipeline.notices import Notice
from waymark.pipeline.project import Project


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language, as the language menu offers it."""

    tag: str
    name: str
    dir: str
    href: str  # relative to this page
    path: str  # below the site's address
    current: bool


@dataclass(frozen=True, slots=True)
class ThemeLocale:
    """The page's language."""

    tag: str
    dir: str
    name: str


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A sentence of the notice, with its language."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class ThemeValues:
    """``waymark`` in the templates of overrides/."""

    locale: ThemeLocale
    alternates: tuple[Alternate, ...]
    notice: tuple[NoticeLine, ...]
    english: str  # relative address of the English page; empty on it


def theme_values(project: Project, locale: Locale, dest: str, notice: Notice | None) -> ThemeValues:
    """The values for a page published at ``dest`` (below site/, in the locale's folder)."""
    bare = dest.removeprefix(f"{locale.tag}/") if locale != SOURCE else dest
    offered = tuple(_alternate(each, locale, bare, dest) for each in listed(project))
    lines = tuple(NoticeLine(each.text, each.tag) for each in (notice.sentences if notice else ()))
    english = "" if locale == SOURCE else _relative(bare, dest)
    return ThemeValues(ThemeLocale(locale.tag, locale.direction, locale.name), offered, lines, english)


def _alternate(each: Locale, page_locale: Locale, bare: str, dest: str) -> Alternate:
    path = bare if each == SOURCE else f"{each.tag}/{bare}"
    return Alternate(each.tag, each.name, each.direction, _relative(path, dest), path, each == page_locale)


def _relative(path: str, dest: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(dest) or ".")
